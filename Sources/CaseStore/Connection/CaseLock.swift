import Foundation

/// The right to write to a case, held by one process at a time, given back by the kernel when it dies.
///
/// It is a lock on a file of its own (`CASE-lock`), never on the case: closing any descriptor of the case file
/// would drop the locks that SQLite holds on it in this process.
final class CaseLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock or says at once that somebody else has it.
    init(forCaseAt casePath: String) throws {
        path = casePath + "-lock"
        descriptor = try CaseLock.take(path, casePath)
    }

    deinit {
        // The name goes first: who opens the old file afterwards sees that it has no name and tries again.
        unlink(path)
        close(descriptor)
    }

    private static func take(_ path: String, _ casePath: String) throws -> Int32 {
        for _ in 0..<attempts {
            let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw StoreError.storage(path: path, code: errno, message: String(cString: strerror(errno)))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw StoreError.locked(path: casePath)
            }
            if names(path, descriptor) { return descriptor }
            close(descriptor)
        }
        throw StoreError.locked(path: casePath)
    }

    /// True while `path` still is the file that was locked, not a successor of it.
    private static func names(_ path: String, _ descriptor: Int32) -> Bool {
        var held = stat()
        var named = stat()
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }

    /// Each failed attempt means that another process gave the lock back in that very moment.
    private static let attempts = 16
}
