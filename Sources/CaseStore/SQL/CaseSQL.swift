import CSQLiteShims

/// Read-only SQL over the documented schema, with `exchange` and `exchange_hour` beside the tables of the file.
///
/// Every query sees one state of the case. It may be used from several threads, which take turns.
public final class CaseSQL: Sendable {
    public let path: String
    private let connection: Connection

    /// - Throws: `StoreError.missing`, `.notACase`, `.newerVersion`, `.corrupt`; `SQLError.disguised`.
    public init(opening path: String) throws {
        self.path = path
        connection = try Connection(path: path, mode: .reading)
        try connection.access { handle in
            try CaseFile.check(handle, path)
            try CaseSQL.checkNames(handle)
            try handle.runScript("PRAGMA query_only = ON")
            sqlite3_limit(handle.pointer, SQLITE_LIMIT_LENGTH, CaseSQL.longestValue)
            try TableRegistration.register(ExchangeTable(handle), with: handle)
            try TableRegistration.register(ExchangeHourTable(handle), with: handle)
        }
    }

    public func close() throws { try connection.close() }

    /// Ends the query that another thread waits for; it throws `SQLError.interrupted`.
    public func interrupt() { connection.interrupt() }

    /// Runs the statements of `sql` one after another and calls `body` with batches of rows.
    ///
    /// - Parameters:
    ///   - mostRows: of each statement; those behind are not read.
    ///   - isCancelled: asked every few thousandths of a second; true ends the query.
    /// - Throws: `SQLError`, `StoreError`, and what `body` throws.
    public func run(
        _ sql: String, mostRows: Int = .max, isCancelled: @escaping () -> Bool = { false },
        _ body: (SQLRows) throws -> Void
    ) throws {
        if sql.utf8.contains(0) {
            throw SQLError.wrong(message: "the query holds a NUL byte", offset: nil)
        }
        try connection.access { handle in
            try handle.transaction(writing: false) {
                let gate = SQLGate(handle, isCancelled: isCancelled)
                try gate.guarding { try SQLStatements(handle, gate, mostRows: mostRows).run(sql, body) }
            }
        }
    }

    /// True when `sql` ends with a semicolon that is no part of a text or comment.
    public static func isComplete(_ sql: String) -> Bool { sqlite3_complete(sql) != 0 }

    /// What the file says of its tables and views, with those that only queries see.
    public func schema() throws -> [(name: String, sql: String)] {
        try connection.read { handle in
            let stored = try handle.rows(
                "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%'"
                    + " ESCAPE '!' ORDER BY name"
            ) { (name: $0.text(0), sql: $0.text(1)) }
            let own = CaseSQL.ownTables(handle).map { (name: $0.name, sql: $0.declaration) }
            return (stored + own).sorted { $0.name < $1.name }
        }
    }

    private static func ownTables(_ handle: Handle) -> [VirtualTable] {
        [ExchangeTable(handle), ExchangeHourTable(handle)]
    }

    /// A table in the file would hide ours: a forged case could answer in the place of the evidence.
    private static func checkNames(_ handle: Handle) throws {
        for table in ownTables(handle) {
            let isTaken = try handle.first(
                "SELECT 1 FROM sqlite_schema WHERE name = ? COLLATE NOCASE", [.text(table.name)]
            ) { _ in true }
            if isTaken != nil { throw SQLError.disguised(table.name) }
        }
    }

    /// The longest text, BLOB or row in bytes: above any prompt, below what would harm the machine.
    private static let longestValue: Int32 = 256 << 20
}

/// Runs statements under a gate.
private struct SQLStatements {
    let handle: Handle
    let gate: SQLGate
    let mostRows: Int

    init(_ handle: Handle, _ gate: SQLGate, mostRows: Int) {
        self.handle = handle
        self.gate = gate
        self.mostRows = mostRows
    }

    func run(_ sql: String, _ body: (SQLRows) throws -> Void) throws {
        var rest = Array(sql.utf8)[...]
        var number = 0
        while !rest.isEmpty {
            let (statement, used) = try prepare(rest, from: rest.startIndex)
            rest = rest.dropFirst(used)
            // Comments and stray semicolons are no statements.
            guard let statement else { continue }
            defer { sqlite3_finalize(statement) }
            try read(statement, number, body)
            number += 1
        }
    }

    /// The first statement of the text and how many bytes it takes.
    private func prepare(_ text: ArraySlice<UInt8>, from start: Int) throws -> (OpaquePointer?, Int) {
        gate.forget()
        var statement: OpaquePointer?
        var used = text.count
        let code = text.withUnsafeBufferPointer { bytes -> Int32 in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v2(
                    handle.pointer, characters.baseAddress, Int32(clamping: characters.count), &statement,
                    &tail)
                if let tail, let first = characters.baseAddress { used = tail - first }
                return code
            }
        }
        guard code == SQLITE_OK else { throw error(code, start) }
        if let statement, sqlite3_stmt_readonly(statement) == 0 {
            sqlite3_finalize(statement)
            throw SQLError.refused("this statement")
        }
        return (statement, max(1, used))
    }

    private func read(
        _ statement: OpaquePointer, _ number: Int, _ body: (SQLRows) throws -> Void
    ) throws {
        let width = Int(sqlite3_column_count(statement))
        let columns = (0..<width).map { column in
            sqlite3_column_name(statement, Int32(column)).map { String(cString: $0) } ?? ""
        }
        var cells: [SQLCell] = []
        var (count, given) = (0, 0)
        var isFirst = true
        func give(isLast: Bool, isCut: Bool = false) throws {
            try body(
                SQLRows(
                    statement: number, columns: columns, isFirst: isFirst, isLast: isLast, isCut: isCut,
                    count: count, cells: cells))
            cells.removeAll(keepingCapacity: true)
            given += count
            count = 0
            isFirst = false
        }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { break }
            guard code == SQLITE_ROW else { throw error(code, nil) }
            if given + count >= mostRows { return try give(isLast: true, isCut: true) }
            for column in 0..<width { cells.append(SQLStatements.cell(statement, Int32(column))) }
            count += 1
            if count == SQLStatements.rowsPerBatch { try give(isLast: false) }
        }
        try give(isLast: true)
    }

    private static func cell(_ statement: OpaquePointer, _ column: Int32) -> SQLCell {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT: .text(bytes(statement, column))
        case SQLITE_BLOB: .bytes(bytes(statement, column))
        default: .null
        }
    }

    private static func bytes(_ statement: OpaquePointer, _ column: Int32) -> [UInt8] {
        let start = sqlite3_column_blob(statement, column)
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// - Parameter start: where the statement begins in the query; nil when it ran already.
    private func error(_ code: Int32, _ start: Int?) -> any Error {
        if code & 0xFF == SQLITE_INTERRUPT { return SQLError.interrupted }
        if code & 0xFF == SQLITE_AUTH, let refusal = gate.refusal { return SQLError.refused(refusal) }
        let message = String(cString: sqlite3_errmsg(handle.pointer))
        switch code & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_BUSY, SQLITE_IOERR: return handle.error(code)
        case SQLITE_READONLY: return SQLError.refused("this statement")
        default:
            let offset = start.flatMap { start in
                let offset = Int(casestore_error_offset(handle.pointer))
                return offset < 0 ? nil : start + offset
            }
            return SQLError.wrong(message: message, offset: offset)
        }
    }

    private static let rowsPerBatch = 1024
}
