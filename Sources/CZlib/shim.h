#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not import. 31: a window of 32 KiB, gzip framing only. */
static inline int czlib_begin_gzip(z_stream *stream) {
    return inflateInit2(stream, 31);
}

#endif
