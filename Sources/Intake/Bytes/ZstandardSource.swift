import CZstd

/// The content of a Zstandard file of one or more frames; checksums are checked by libzstd.
///
/// libzstd refuses windows over 128 MiB, which bounds the memory.
final class ZstandardSource: ByteSource {
    private let packed: PackedInput
    private let context: OpaquePointer
    /// True between frames: the only place where a file may end.
    private var isFrameComplete = false

    /// - Throws: `FileFailure`.
    init(_ source: any ByteSource) throws {
        guard let context = ZSTD_createDCtx() else { throw FileFailure.noMemory }
        self.context = context
        packed = PackedInput(source)
    }

    deinit { ZSTD_freeDCtx(context) }

    var received: Int { packed.received }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        while output.pos == 0 {
            let hasInput = try packed.fill()
            if !hasInput, isFrameComplete { return 0 }
            var input = ZSTD_inBuffer(src: packed.next, size: packed.count, pos: 0)
            let hint = ZSTD_decompressStream(context, &output, &input)
            guard ZSTD_isError(hint) == 0 else {
                throw FileFailure.broken(.zstd, String(cString: ZSTD_getErrorName(hint)))
            }
            packed.use(input.pos)
            isFrameComplete = hint == 0
            // Without input, output that was held back may still come; without either, the file is cut.
            if !hasInput, output.pos == 0, !isFrameComplete { throw FileFailure.truncated(.zstd) }
        }
        return output.pos
    }
}
