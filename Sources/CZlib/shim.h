#pragma once
#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not see. 31: a gzip header, the largest window.
static inline int czlib_gunzip_start(z_stream *stream) { return inflateInit2(stream, 31); }
