import CZlib

/// Compresses a stream to gzip without a name or a time in its header, so equal input gives equal bytes.
struct GzipStream: ~Copyable {
    /// On the heap because zlib keeps a pointer back to it.
    private let stream: UnsafeMutablePointer<z_stream>
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// - Parameter level: 1, fast, to 9, small.
    init(level: Int32 = 9) throws(SyntheticCaseError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let gzipWindow = 15 + 16
        let status = deflateInit2_(
            stream, level, Z_DEFLATED, Int32(gzipWindow), 9, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw SyntheticCaseError.compression(code: Int(status)) }
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// The compressed bytes that `bytes` set free; with `last`, all that remain.
    mutating func compress(_ bytes: [UInt8], last: Bool) throws(SyntheticCaseError) -> [UInt8] {
        var input = bytes
        var output: [UInt8] = []
        var status = Z_OK
        let flush = last ? Z_FINISH : Z_NO_FLUSH
        let stream = stream
        input.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            repeat {
                let made = room.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(target.count)
                    status = deflate(stream, flush)
                    return target.count - Int(stream.pointee.avail_out)
                }
                output += room[..<made]
            } while status == Z_OK && stream.pointee.avail_out == 0
        }
        guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
            throw SyntheticCaseError.compression(code: Int(status))
        }
        return output
    }
}
