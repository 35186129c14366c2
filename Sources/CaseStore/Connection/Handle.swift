import CSQLiteShims

/// An open connection as a statement sees it; valid only within `Connection.access`.
struct Handle {
    let pointer: OpaquePointer
    let path: String

    func prepare(_ sql: String) throws -> Statement { try Statement(self, sql) }

    func run(_ sql: String, _ values: [SQLValue] = []) throws {
        let statement = try prepare(sql)
        try statement.bind(values)
        try statement.run()
    }

    /// Several statements in a row, without values.
    func runScript(_ sql: String) throws {
        let code = sqlite3_exec(pointer, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Calls `body` for every row.
    func each(_ sql: String, _ values: [SQLValue] = [], _ body: (Statement) throws -> Void) throws {
        let statement = try prepare(sql)
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    func rows<Row>(_ sql: String, _ values: [SQLValue] = [], _ make: (Statement) throws -> Row) throws
        -> [Row]
    {
        var rows: [Row] = []
        try each(sql, values) { rows.append(try make($0)) }
        return rows
    }

    /// The first row, or nil where there is none.
    func first<Row>(_ sql: String, _ values: [SQLValue] = [], _ make: (Statement) throws -> Row) throws
        -> Row?
    {
        let statement = try prepare(sql)
        try statement.bind(values)
        return try statement.step() ? make(statement) : nil
    }

    /// The first column of the first row as a number; 0 where there is none.
    func number(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try first(sql, values) { $0.int(0) } ?? 0
    }

    /// Everything in `body` or nothing. Writes take the write lock at once; reads see one state throughout.
    func transaction<Value>(writing: Bool = true, _ body: () throws -> Value) throws -> Value {
        try runScript(writing ? "BEGIN IMMEDIATE" : "BEGIN")
        do {
            let value = try body()
            try runScript("COMMIT")
            return value
        } catch {
            // The error that stopped the work is what the caller must hear, not that of undoing it.
            if sqlite3_get_autocommit(pointer) == 0 { sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    func error(_ code: Int32) -> StoreError {
        StoreError.from(code: code, message: String(cString: sqlite3_errmsg(pointer)), path: path)
    }
}

extension StoreError {
    /// What a result code of SQLite means for a case.
    static func from(code: Int32, message: String, path: String) -> StoreError {
        switch code & 0xFF {
        case SQLITE_NOTADB: .notACase(path: path)
        case SQLITE_CORRUPT: .corrupt(path: path, detail: message)
        case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path)
        default: .storage(path: path, code: code, message: message)
        }
    }
}
