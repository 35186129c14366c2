import Foundation

/// Where an exporter's bytes go.
public protocol ByteSink: AnyObject {
    /// Takes the next bytes; returns when they are on their way.
    func write(_ bytes: [UInt8]) throws(ExportError)
}

/// Bytes kept in memory, for tests and small pieces.
public final class MemorySink: ByteSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func write(_ bytes: [UInt8]) { self.bytes += bytes }
}

/// An open descriptor that somebody else owns, such as standard output.
public final class DescriptorSink: ByteSink {
    private let descriptor: Int32
    private let name: String

    /// - Parameter name: what messages call it.
    public init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    public func write(_ bytes: [UInt8]) throws(ExportError) {
        try writeAll(bytes, to: descriptor, path: name)
    }
}

/// A file that appears under its name when it is whole, and not before: a kill leaves what was there.
///
/// Bytes go to `.NAME.partial` beside it, readable by its owner alone; `commit` makes them durable and
/// renames. Without a commit the partial file is removed; one that a kill left behind is written over.
public final class FileSink: ByteSink {
    public let path: String
    private let partialPath: String
    private var descriptor: Int32

    public init(path: String) throws(ExportError) {
        self.path = path
        partialPath = PartialName.of(path)
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ExportError(.create, path: path, code: errno) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partialPath)
    }

    public func write(_ bytes: [UInt8]) throws(ExportError) {
        try writeAll(bytes, to: descriptor, path: path)
    }

    /// Puts the file under its name; nothing may be written afterwards.
    public func commit() throws(ExportError) {
        guard fsync(descriptor) == 0 else { throw ExportError(.write, path: path, code: errno) }
        guard rename(partialPath, path) == 0 else { throw ExportError(.rename, path: path, code: errno) }
        close(descriptor)
        descriptor = -1
        syncFolder(of: path)
    }
}

/// The name that a file or folder has while it is being written.
enum PartialName {
    /// `out/members.csv` as `out/.members.csv.partial`.
    static func of(_ path: String) -> String {
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partial")
            .path
    }
}

/// Makes a rename in the folder that holds `path` durable. A file system that cannot is no failure.
func syncFolder(of path: String) {
    let folder = open(
        URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(ExportError) {
    var done = 0
    while done < bytes.count {
        let count = bytes.withUnsafeBytes {
            write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
        }
        if count >= 0 {
            done += count
        } else if errno != EINTR {
            throw ExportError(.write, path: path, code: errno)
        }
    }
}
