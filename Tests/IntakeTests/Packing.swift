import CZlib
import CZstd
import Testing

/// One gzip member that holds the text.
func gzip(_ text: String) throws -> [UInt8] {
    var stream = z_stream()
    #expect(beginGzip(&stream) == Z_OK)
    defer { deflateEnd(&stream) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 64)
    return input.withUnsafeMutableBufferPointer { from in
        output.withUnsafeMutableBufferPointer { to in
            stream.next_in = from.baseAddress
            stream.avail_in = UInt32(from.count)
            stream.next_out = to.baseAddress
            stream.avail_out = UInt32(to.count)
            #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
            return Array(to[..<(to.count - Int(stream.avail_out))])
        }
    }
}

/// One Zstandard frame that holds the text.
func zstandard(_ text: String) -> [UInt8] {
    let input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(input.count))
    let count = ZSTD_compress(&output, output.count, input, input.count, 3)
    return Array(output.prefix(count))
}

private func beginGzip(_ stream: inout z_stream) -> Int32 {
    let size = Int32(MemoryLayout<z_stream>.size)
    return deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
}
