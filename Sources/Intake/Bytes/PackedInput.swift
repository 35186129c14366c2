/// The buffer between a packed file and its unpacker.
final class PackedInput {
    private let source: any ByteSource
    private let buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0

    init(_ source: any ByteSource, capacity: Int = 256 << 10) {
        self.source = source
        buffer = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    var received: Int { source.received }

    /// Bytes that wait to be unpacked.
    var count: Int { end - start }

    /// The first of them; good until the next `fill`.
    var next: UnsafeMutablePointer<UInt8>? {
        buffer.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: start)
    }

    /// Sees to it that bytes wait; false at the end of the file.
    func fill() throws -> Bool {
        if start < end { return true }
        start = 0
        end = try source.read(into: buffer)
        return end > 0
    }

    /// Takes the first `used` bytes away.
    func use(_ used: Int) { start = min(end, start + max(0, used)) }
}
