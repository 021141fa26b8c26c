#include "bytescan.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void bytescan_return_freed(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 16);
#endif
}
