import Foundation

/// A regular file as received, read once from front to back and hashed on the way.
///
/// `read(2)` and not `mmap`: a mapped file that somebody shortens kills the process with SIGBUS, and only
/// bytes that were copied are certain to be the very bytes that were hashed. The copy costs about a tenth
/// of a second for a gigabyte.
final class ReceivedFile: ByteSource {
    private let descriptor: Int32
    private let digest: SHA256
    /// Size in bytes when it was opened.
    let size: Int
    private(set) var received = 0

    /// - Parameter followsLinks: false for the members of a folder, which may point anywhere.
    /// - Throws: `FileFailure`.
    init(path: String, followsLinks: Bool) throws {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else {
            throw errno == ELOOP ? FileFailure.notAFile("a symbolic link") : .unreadable(errno: errno)
        }
        do {
            size = try ReceivedFile.sizeOfRegularFile(descriptor)
            digest = try SHA256()
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    private static func sizeOfRegularFile(_ descriptor: Int32) throws -> Int {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw FileFailure.unreadable(errno: errno) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: return Int(facts.st_size)
        case S_IFDIR: throw FileFailure.notAFile("a folder")
        case S_IFIFO: throw FileFailure.notAFile("a pipe")
        case S_IFSOCK: throw FileFailure.notAFile("a socket")
        default: throw FileFailure.notAFile("a device")
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                received += count
                digest.update(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]))
            }
            if count >= 0 { return count }
            if errno != EINTR { throw FileFailure.unreadable(errno: errno) }
        }
    }

    /// SHA-256 of what was read; to be asked once, at the end of the file.
    ///
    /// - Throws: `changedWhileRead` if it is not as long as it was.
    func finishedDigest() throws -> String {
        guard received == size else { throw FileFailure.changedWhileRead }
        return digest.finish()
    }
}
