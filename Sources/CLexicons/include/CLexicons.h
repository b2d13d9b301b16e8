// The default lexicons, embedded at build time. One pointer and length a file; see CLexicons.c.
#ifndef CLEXICONS_H
#define CLEXICONS_H
#include <stddef.h>

typedef struct {
  const char *path;  // "common/actors.tsv"
  const unsigned char *bytes;
  size_t count;
} CLexiconFile;

extern const CLexiconFile clexicon_files[];
extern const size_t clexicon_file_count;
#endif
