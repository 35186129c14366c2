import CSQLiteShims
import Foundation

/// One connection to a case file, used by one thread at a time, set up against hostile files.
final class Connection: Sendable {
    enum Mode { case reading, writing }

    let path: String
    private let lock = NSLock()
    /// Held only for moments, so that `interrupt` need not wait for what it interrupts.
    private let closing = NSLock()
    /// Nil once closed. Read under either lock, changed under both: hence unchecked.
    nonisolated(unsafe) private var pointer: OpaquePointer?
    /// The format of a case older than this version, while temporary tables stand for those it lacks. Read and
    /// changed under `lock`: hence unchecked.
    nonisolated(unsafe) private var olderFormat: Int?

    /// - Throws: `StoreError.missing`, `.notACase`, `.corrupt`, `.locked`.
    init(path: String, mode: Mode) throws {
        self.path = path
        guard Foundation.access(path, F_OK) == 0 else { throw StoreError.missing(path: path) }
        // The lock above makes threads take turns, so SQLite's own would be a second one.
        let flags = (mode == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw StoreError.from(code: code, message: message, path: path)
        }
        pointer = opened
        if mode == .reading, Connection.needsRecovery(opened) { Connection.recover(path) }
        try Connection.prepare(Handle(pointer: opened, path: path), mode)
    }

    deinit { sqlite3_close_v2(pointer) }

    /// Calls `body` with the connection; calls from several threads take turns.
    func access<Value>(_ body: (Handle) throws -> Value) throws -> Value {
        try lock.withLock {
            guard let pointer else {
                throw StoreError.storage(path: path, code: SQLITE_MISUSE, message: "closed")
            }
            return try body(Handle(pointer: pointer, path: path))
        }
    }

    /// Calls `body` with one unchanging state of the case.
    func read<Value>(_ body: (Handle) throws -> Value) throws -> Value {
        try access { handle in
            try dropStandIns(handle)
            return try handle.transaction(writing: false) { try body(handle) }
        }
    }

    /// Lets a case of an older format answer every question: tables that it lacks read as empty ones.
    func standInForLaterTables() throws {
        try access { handle in
            let found = try handle.number("PRAGMA user_version")
            guard found < Schema.version else { return }
            try handle.runScript(Schema.standIns(after: found))
            olderFormat = found
        }
    }

    /// Once a writer has brought the case up to date its own tables are there.
    private func dropStandIns(_ handle: Handle) throws {
        guard let found = olderFormat, try handle.number("PRAGMA user_version") > found else { return }
        try handle.runScript(Schema.withoutStandIns(after: found))
        olderFormat = nil
    }

    func close() throws {
        try lock.withLock {
            try closing.withLock {
                guard let open = pointer else { return }
                let code = sqlite3_close_v2(open)
                guard code == SQLITE_OK else {
                    throw StoreError.from(
                        code: code, message: String(cString: sqlite3_errmsg(open)), path: path)
                }
                pointer = nil
            }
        }
    }

    /// Ends what the connection is doing, from any thread.
    func interrupt() {
        closing.withLock { if let pointer { sqlite3_interrupt(pointer) } }
    }

    /// True where a killed writer left a journal that this connection may not roll back, since it only reads.
    private static func needsRecovery(_ pointer: OpaquePointer) -> Bool {
        let code = sqlite3_exec(pointer, "PRAGMA schema_version", nil, nil, nil)
        // SQLITE_READONLY_ROLLBACK and SQLITE_READONLY_RECOVERY, macros that Swift does not import.
        return code == SQLITE_READONLY | 3 << 8 || code == SQLITE_READONLY | 1 << 8
    }

    /// Lets a connection that may write put the file in order. Where it cannot, the reader's next step says why.
    private static func recover(_ path: String) {
        var pointer: OpaquePointer?
        defer { sqlite3_close_v2(pointer) }
        guard sqlite3_open_v2(path, &pointer, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK
        else { return }
        sqlite3_busy_timeout(pointer, busyTimeoutMilliseconds)
        sqlite3_exec(pointer, "PRAGMA schema_version", nil, nil, nil)
    }

    private static func prepare(_ handle: Handle, _ mode: Mode) throws {
        let code = casestore_defend(handle.pointer)
        guard code == SQLITE_OK else { throw handle.error(code) }
        sqlite3_busy_timeout(handle.pointer, busyTimeoutMilliseconds)
        sqlite3_limit(handle.pointer, SQLITE_LIMIT_ATTACHED, 0)
        try handle.runScript(
            """
            PRAGMA cell_size_check = ON;
            PRAGMA recursive_triggers = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = \(mode == .writing ? -writingCacheKiB : -readingCacheKiB);
            """)
        if mode == .writing {
            try handle.runScript(
                "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = \(checkpointPages);"
                    + " PRAGMA journal_size_limit = 0;")
        }
    }

    /// A reader never waits long: in WAL mode only recovery after a crash takes an exclusive lock.
    private static let busyTimeoutMilliseconds: Int32 = 5000
    /// Enough for the index of some million account ids, which is added to in random order.
    private static let writingCacheKiB = 96 * 1024
    private static let readingCacheKiB = 32 * 1024
    /// In pages of 8 KiB: 64 MiB between checkpoints, so that a page written often is copied seldom.
    private static let checkpointPages = 8192
}
