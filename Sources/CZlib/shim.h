#pragma once
#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not see. 31: a gzip header, the largest window; -15: no header.
static inline int czlib_gunzip_start(z_stream *stream) { return inflateInit2(stream, 31); }
static inline int czlib_inflate_start(z_stream *stream) { return inflateInit2(stream, -15); }
