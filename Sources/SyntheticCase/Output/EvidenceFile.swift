import Foundation

/// A file that was written: what sources.csv says of it.
public struct WrittenFile: Sendable, Equatable {
    /// Path relative to the folder.
    public let name: String
    public let bytes: Int
    public let sha256: String
}

/// One file of the folder while it is written: buffered, hashed, compressed where its name ends in `.gz`.
struct EvidenceFile: ~Copyable {
    private let name: String
    private let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var digest = SHA256()
    private var gzip: GzipStream?
    private var written = 0
    private static let flushAt = 1 << 16

    init(_ name: String, in folder: URL) throws(SyntheticCaseError) {
        let path = folder.appendingPathComponent(name).path
        let handle = try EvidenceFile.create(path)
        let gzip = name.hasSuffix(".gz") ? try GzipStream() : nil
        (self.name, self.path, self.handle) = (name, path, handle)
        self.gzip = gzip
    }

    private static func create(_ path: String) throws(SyntheticCaseError) -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw SyntheticCaseError.cannotWrite(path: path, reason: "the file cannot be created") }
        return handle
    }

    mutating func line(_ text: String) throws(SyntheticCaseError) {
        buffer.append(contentsOf: text.utf8)
        buffer.append(10)
        if buffer.count >= EvidenceFile.flushAt { try flush(last: false) }
    }

    consuming func finish() throws(SyntheticCaseError) -> WrittenFile {
        try flush(last: true)
        do { try handle.close() } catch {
            throw SyntheticCaseError.cannotWrite(path: path, reason: "\(error)")
        }
        return WrittenFile(name: name, bytes: written, sha256: digest.finish())
    }

    private mutating func flush(last: Bool) throws(SyntheticCaseError) {
        let bytes = gzip == nil ? buffer : try gzip?.compress(buffer, last: last) ?? []
        buffer.removeAll(keepingCapacity: true)
        digest.update(bytes)
        written += bytes.count
        do { try handle.write(contentsOf: Data(bytes)) } catch {
            throw SyntheticCaseError.cannotWrite(path: path, reason: "\(error)")
        }
    }
}
