import CSQLiteShims
import Foundation
import Glibc
import GRDB
import GRDBSQLite

/// One connection to a case file, used by one thread at a time, set up against hostile files.
final class Connection: Sendable {
    enum Mode { case reading, writing }

    let path: String
    private let queue: DatabaseQueue

    /// - Throws: `StoreError.missing`, `.notACase`, `.corrupt`, `.locked`.
    init(path: String, mode: Mode) throws {
        self.path = path
        guard Glibc.access(path, F_OK) == 0 else { throw StoreError.missing(path: path) }
        var configuration = Configuration()
        configuration.readonly = mode == .reading
        // The importer numbers rows itself; `verify` runs foreign_key_check.
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(Connection.busyTimeoutSeconds)
        configuration.prepareDatabase { database in
            try Connection.prepare(Connection.handle(database, path), mode)
        }
        queue = try Connection.translating(path) {
            try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// Calls `body` with the connection; calls from several threads take turns.
    func access<Value>(_ body: (Handle) throws -> Value) throws -> Value {
        try Connection.translating(path) {
            try queue.inDatabase { try body(Connection.handle($0, path)) }
        }
    }

    /// Calls `body` with one unchanging state of the case.
    func read<Value>(_ body: (Handle) throws -> Value) throws -> Value {
        try access { handle in try handle.transaction(writing: false) { try body(handle) } }
    }

    func close() throws { try Connection.translating(path) { try queue.close() } }

    /// Ends what the connection is doing, from any thread.
    func interrupt() { queue.interrupt() }

    private static func handle(_ database: Database, _ path: String) throws -> Handle {
        guard let pointer = database.sqliteConnection else {
            throw StoreError.storage(path: path, code: SQLITE_MISUSE, message: "the case was closed")
        }
        return Handle(pointer: pointer, path: path)
    }

    private static func prepare(_ handle: Handle, _ mode: Mode) throws {
        let code = casestore_defend(handle.pointer)
        guard code == SQLITE_OK else { throw handle.error(code) }
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

    private static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            throw StoreError.from(
                code: error.extendedResultCode.rawValue, message: error.message ?? "", path: path)
        }
    }

    /// A reader never waits long: in WAL mode only recovery after a crash takes an exclusive lock.
    private static let busyTimeoutSeconds: Double = 5
    /// Enough for the index of a million account ids, which is filled in random order.
    private static let writingCacheKiB = 192 * 1024
    private static let readingCacheKiB = 32 * 1024
    /// In pages of 8 KiB: 64 MiB between checkpoints, so that a page written often is copied seldom.
    private static let checkpointPages = 8192
}
