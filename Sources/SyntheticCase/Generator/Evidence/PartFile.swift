import Foundation

/// A file of the folder while it is written by the megabyte; compressed where its name ends in `.gz`.
struct PartFile: ~Copyable {
    /// What is to be written next; add to it, then call `flushIfFull`.
    var bytes: [UInt8] = []
    private let path: String
    private let handle: FileHandle
    private var gzip: GzipStream?
    private static let flushAt = 1 << 20
    /// Exchanges compress to a fifth at the first level, and the second costs twice the time.
    private static let level: Int32 = 1

    init(_ name: String, in folder: URL) throws(SyntheticCaseError) {
        let path = folder.appendingPathComponent(name).path
        let handle = try PartFile.create(path)
        let isCompressed = name.utf8.suffix(3).elementsEqual(".gz".utf8)
        let gzip = isCompressed ? try GzipStream(level: PartFile.level) : nil
        (self.path, self.handle) = (path, handle)
        self.gzip = gzip
        bytes.reserveCapacity(PartFile.flushAt + 1 << 16)
    }

    private static func create(_ path: String) throws(SyntheticCaseError) -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .cannotWrite(path: path, reason: "the file cannot be created") }
        return handle
    }

    mutating func flushIfFull() throws(SyntheticCaseError) {
        if bytes.count >= PartFile.flushAt { try flush(last: false) }
    }

    consuming func finish() throws(SyntheticCaseError) {
        try flush(last: true)
        do { try handle.close() } catch { throw .cannotWrite(path: path, reason: "\(error)") }
    }

    private mutating func flush(last: Bool) throws(SyntheticCaseError) {
        let packed = gzip == nil ? nil : try gzip?.compress(bytes, last: last)
        do { try handle.write(contentsOf: Data(packed ?? bytes)) } catch {
            throw .cannotWrite(path: path, reason: "\(error)")
        }
        bytes.removeAll(keepingCapacity: true)
    }
}
