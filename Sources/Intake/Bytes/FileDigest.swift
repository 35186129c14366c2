/// The SHA-256 of a whole file, for files that are referred to and not read as rows.
public enum FileDigest {
    /// 64 lower-case hexadecimal digits, and the size in bytes. Reads the file once.
    ///
    /// - Throws: `IntakeError.noSuchPath` for what cannot be read.
    public static func sha256(of path: String) throws -> (sha256: String, size: Int) {
        do {
            let file = try ReceivedFile(path: path, followsLinks: true)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Limits.chunkBytes, alignment: 64)
            defer { buffer.deallocate() }
            while try file.read(into: buffer) > 0 {}
            return (try file.finishedDigest(), file.size)
        } catch is FileFailure {
            throw IntakeError.noSuchPath(path)
        }
    }
}
