import Foundation

/// The file of a case: making it, and telling it from other files.
enum CaseFile {
    /// Larger than SQLite's default: blocks of activity are some tens of kilobytes.
    static let pageSize = 8192

    /// Makes an empty file that only its owner may read, before there is anything to read.
    static func create(at path: String) throws {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw StoreError.alreadyExists(path: path) }
            throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// Gives a finished file its name, unless something has it already.
    static func name(_ unfinished: String, _ path: String) throws {
        if link(unfinished, path) == 0 { return }
        if errno == EEXIST { throw StoreError.alreadyExists(path: path) }
        // Some file systems know no second names; under the case's lock a check and a move will do.
        guard access(path, F_OK) != 0, rename(unfinished, path) == 0 else {
            throw StoreError.cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Removes a file that never became a case, and what SQLite put beside it.
    static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
    }

    /// The path with all links followed, so that every name of a case leads to one lock.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// - Throws: `StoreError.notACase` for what is no case, `.newerVersion` for what only a later one can read.
    static func checkIsCase(_ path: String) throws {
        let connection = try Connection(path: path, mode: .reading)
        defer { try? connection.close() }
        try connection.access { try check($0, path) }
    }

    static func check(_ handle: Handle, _ path: String) throws {
        guard try handle.number("PRAGMA application_id") == Schema.applicationID else {
            throw StoreError.notACase(path: path)
        }
        let version = try handle.number("PRAGMA user_version")
        guard version <= Schema.version else {
            throw StoreError.newerVersion(path: path, found: version, known: Schema.version)
        }
    }
}
