import Foundation

/// A case opened for writing. There is one at a time in all processes; readers go on meanwhile.
///
/// Opening sweeps what an interrupted import left and brings older formats up to date. All acts are in the
/// audit log with the actor and the time that `Act` gives.
public final class CaseWriter: Sendable {
    public let path: String
    let connection: Connection
    let act: Act
    private let lock: CaseLock

    /// Makes an empty case, readable by its owner alone. Refuses to overwrite anything.
    ///
    /// It is made under another name and gets its own when it is whole: a kill leaves a case or none.
    public static func create(at path: String, title: String, by act: Act) throws -> CaseWriter {
        guard access(path, F_OK) != 0 else { throw StoreError.alreadyExists(path: path) }
        let lock = try CaseLock(forCaseAt: path)
        let unfinished = path + "-new"
        defer { CaseFile.remove(unfinished) }
        CaseFile.remove(unfinished)
        try CaseFile.create(at: unfinished)
        let connection = try Connection(path: unfinished, mode: .writing)
        try connection.access { try found($0, title: title, by: act) }
        try connection.close()
        try CaseFile.name(unfinished, path)
        return try CaseWriter(path: CaseFile.resolved(path), act: act, lock: lock)
    }

    /// - Throws: `StoreError.missing`, `.notACase`, `.newerVersion`, `.locked`, `.corrupt`.
    public convenience init(opening path: String, by act: Act) throws {
        guard access(path, F_OK) == 0 else { throw StoreError.missing(path: path) }
        let path = CaseFile.resolved(path)
        try CaseFile.checkIsCase(path)
        try self.init(path: path, act: act, lock: CaseLock(forCaseAt: path))
        try bringUpToDate()
    }

    private init(path: String, act: Act, lock: CaseLock) throws {
        self.path = path
        self.act = act
        self.lock = lock
        connection = try Connection(path: path, mode: .writing)
        try connection.access { try $0.runScript("PRAGMA journal_mode = WAL") }
    }

    /// Takes evidence in. Close the importer before the writer.
    public func importer() throws -> CaseImporter { try CaseImporter(connection, by: act) }

    /// A reader of the same case.
    public func reader() throws -> CaseReader { try CaseReader(opening: path) }

    /// Closes the case. When nobody else has it open it becomes one file again, without a log beside it.
    public func close() throws {
        // Fails while somebody reads; then the log stays, and whoever closes last takes it away.
        try? connection.access { try $0.runScript("PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE") }
        try connection.close()
    }

    private static func found(_ handle: Handle, title: String, by act: Act) throws {
        try handle.runScript("PRAGMA page_size = \(CaseFile.pageSize)")
        try handle.transaction {
            try handle.runScript("PRAGMA application_id = \(Schema.applicationID)")
            try Schema.migrate(handle, from: 0)
            try handle.run("INSERT INTO case_meta (key, value) VALUES ('title', ?)", [.text(title)])
            try AuditLog.append(
                handle, action: "create",
                details: ["title": .text(title), "format": .integer(Schema.version)],
                by: act)
        }
    }

    private func bringUpToDate() throws {
        try connection.access { handle in
            let found = try handle.number("PRAGMA user_version")
            if found < Schema.version {
                try handle.transaction {
                    try Schema.migrate(handle, from: found)
                    try AuditLog.append(
                        handle, action: "migrate",
                        details: ["from": .integer(found), "to": .integer(Schema.version)], by: act)
                }
            }
            try PendingSweep.sweepIfNeeded(handle)
            try handle.transaction { try ActivityCache.refresh(handle) }
        }
    }
}
