// Without ICU's headers, which clash with those that Swift's Foundation brings; nothing here looks
// into the structures that differ.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
