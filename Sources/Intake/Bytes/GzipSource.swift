import CZlib

/// The content of a gzip file of one or more members; each member's CRC and length are checked by zlib.
final class GzipSource: ByteSource {
    private let packed: PackedInput
    /// On the heap, since zlib remembers where it lies.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isInMember = true
    private var hasMember = false

    /// - Throws: `FileFailure`.
    init(_ source: any ByteSource) throws {
        packed = PackedInput(source)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard czlib_begin_gzip(stream) == Z_OK else { throw FileFailure.noMemory }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    var received: Int { packed.received }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let room = min(buffer.count, Int(UInt32.max))
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(truncatingIfNeeded: room)
        while stream.pointee.avail_out == UInt32(truncatingIfNeeded: room) {
            guard try packed.fill() else {
                if isInMember || !hasMember { throw FileFailure.truncated(.gzip) }
                return 0
            }
            if !isInMember { try beginMember() }
            try inflateSome()
        }
        return room - Int(stream.pointee.avail_out)
    }

    private func beginMember() throws {
        guard inflateReset(stream) == Z_OK else { throw FileFailure.noMemory }
        isInMember = true
    }

    private func inflateSome() throws {
        stream.pointee.next_in = packed.next
        stream.pointee.avail_in = UInt32(truncatingIfNeeded: packed.count)
        let before = packed.count
        let status = inflate(stream, Z_NO_FLUSH)
        packed.use(before - Int(stream.pointee.avail_in))
        switch status {
        case Z_OK: break
        case Z_STREAM_END:
            isInMember = false
            hasMember = true
        case Z_MEM_ERROR: throw FileFailure.noMemory
        default:
            throw FileFailure.broken(.gzip, stream.pointee.msg.map { String(cString: $0) } ?? "no gzip data")
        }
    }
}
