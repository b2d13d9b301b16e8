#include "CLexicons.h"

const CLexiconFile clexicon_files[] = {{0, 0, 0}};
const size_t clexicon_file_count = 0;
