// The default lexicons, embedded at build time; see CLexicons.c.
#ifndef CLEXICONS_H
#define CLEXICONS_H
#include <stddef.h>

typedef struct {
  const char *path;  // "common/actors.tsv"
  const unsigned char *bytes;
  size_t count;
} CLexiconFile;

// An array behind a function: Swift imports C arrays as tuples.
const CLexiconFile *clexicon_file(size_t index);
size_t clexicon_file_count(void);
#endif
