import CSQLiteShims

/// Lets a query read and nothing else.
///
/// SQLite asks it about every act of a statement while it is prepared: reading tables, calling functions and a
/// few pragmas that only tell something pass, all else is refused. The file is open read-only and no second one
/// can be attached, so this is the third lock on the same door; it is the one that can say what was refused.
final class SQLGate {
    private let handle: Handle
    private let isCancelled: () -> Bool
    /// What was refused last, in words.
    private(set) var refusal: String?

    init(_ handle: Handle, isCancelled: @escaping () -> Bool) {
        self.handle = handle
        self.isCancelled = isCancelled
    }

    /// Calls `body` while the gate stands.
    func guarding<Value>(_ body: () throws -> Value) rethrows -> Value {
        let own = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_set_authorizer(
            handle.pointer,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let gate = Unmanaged<SQLGate>.fromOpaque(context).takeUnretainedValue()
                return gate.allows(action, SQLGate.text(first), SQLGate.text(second))
                    ? SQLITE_OK : SQLITE_DENY
            }, own)
        sqlite3_progress_handler(
            handle.pointer, SQLGate.stepsBetweenChecks,
            { context in
                guard let context else { return 0 }
                return Unmanaged<SQLGate>.fromOpaque(context).takeUnretainedValue().isCancelled() ? 1 : 0
            }, own)
        defer {
            sqlite3_set_authorizer(handle.pointer, nil, nil)
            sqlite3_progress_handler(handle.pointer, 0, nil, nil)
        }
        return try withExtendedLifetime(self, body)
    }

    func forget() { refusal = nil }

    private static func text(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }

    private func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return true
        // SQLite asks this when a table of `pragma_…` is first named: it compiles the statement that would enter
        // the table into the schema and never runs it. One that a query brings is refused as a write.
        case SQLITE_UPDATE where first == "sqlite_master" || first == "sqlite_temp_master": return true
        case SQLITE_FUNCTION:
            // Loading code, and handing out the tokenizers of full text search by address.
            let isAllowed = !["load_extension", "fts3_tokenizer"].contains(second?.lowercased())
            return note(isAllowed, "the function \(second ?? "")")
        case SQLITE_PRAGMA: return note(allowsPragma(first, second), "PRAGMA \(first ?? "")")
        default: return note(false, SQLGate.words(action))
        }
    }

    private func note(_ isAllowed: Bool, _ words: String) -> Bool {
        if !isAllowed { refusal = words }
        return isAllowed
    }

    private func allowsPragma(_ name: String?, _ value: String?) -> Bool {
        guard let name = name?.lowercased() else { return false }
        return SQLGate.askingPragmas.contains(name) || (value == nil && SQLGate.tellingPragmas.contains(name))
    }

    /// Those that take a name and only tell about it.
    private static let askingPragmas: Set<String> = [
        "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
        "foreign_key_list",
    ]

    /// Those that only tell while they get no value.
    private static let tellingPragmas: Set<String> = [
        "application_id", "user_version", "schema_version", "page_count", "page_size", "freelist_count",
        "encoding", "compile_options", "function_list", "pragma_list", "collation_list", "quick_check",
        "integrity_check",
    ]

    private static func words(_ action: Int32) -> String {
        switch action {
        case SQLITE_INSERT: "INSERT"
        case SQLITE_UPDATE: "UPDATE"
        case SQLITE_DELETE: "DELETE"
        case SQLITE_ATTACH: "opening another file"
        case SQLITE_DETACH: "DETACH"
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: "a transaction"
        case SQLITE_ANALYZE: "ANALYZE"
        case SQLITE_REINDEX: "REINDEX"
        case SQLITE_ALTER_TABLE: "ALTER TABLE"
        case SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_VIEW, SQLITE_CREATE_TEMP_INDEX,
            SQLITE_CREATE_TEMP_TRIGGER, SQLITE_CREATE_TABLE, SQLITE_CREATE_VIEW, SQLITE_CREATE_INDEX,
            SQLITE_CREATE_TRIGGER, SQLITE_CREATE_VTABLE:
            "CREATE"
        default: "this statement"
        }
    }

    /// Some thousandths of a second.
    private static let stepsBetweenChecks: Int32 = 20_000
}
