import Casework

/// How many accounts hold each value, and how many of them are flagged; the same for networks, with what is
/// known of each.
///
/// A cache in the case, filled with the findings of an analysis. Where evidence is newer than that, a reader
/// makes temporary tables of the same names, which its connection then sees instead.
enum HolderCounts {
    /// Another name than in the first format, which had no `network`: its counts are not taken for these.
    private static let name = "holders_and_networks"
    /// Finds the values that more than one account holds, the most widely held first. Most values have one holder, so
    /// it is small.
    static let sharedIndex = "artifact_count_shared"

    /// Sees to it that `artifact_count`, `network` and `network_count` are right for this connection.
    static func provide(_ handle: Handle) throws {
        let wanted = try state(handle)
        if try isStored(wanted, in: "main", handle) {
            try handle.runScript(withoutTemporaryTables)
            return
        }
        try handle.runScript(temporaryTables)
        if try isStored(wanted, in: "temp", handle) { return }
        try fill("temp", wanted, HolderTallies(handle, flags: FlaggedAccounts(handle)), handle)
    }

    /// True if the counts that this connection sees are right.
    static func areProvided(_ handle: Handle) throws -> Bool {
        let wanted = try state(handle)
        if try isStored(wanted, in: "main", handle) { return true }
        let hasOwn =
            try handle.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'cache_state'") > 0
        return try hasOwn && isStored(wanted, in: "temp", handle)
    }

    /// Fills the cache in the case. Call it in a transaction, after the findings that the counts belong to are there.
    static func store(_ tallies: HolderTallies, _ handle: Handle) throws {
        try handle.runScript(withoutTemporaryTables)
        try fill("main", state(handle), tallies, handle)
    }

    private struct State {
        var lastSource: Int
        var run: String
    }

    private static func state(_ handle: Handle) throws -> State {
        State(
            lastSource: try handle.number("SELECT source FROM horizon"),
            run: try handle.first("SELECT id FROM analysis_run") { $0.text(0) } ?? "")
    }

    private static func isStored(_ state: State, in schema: String, _ handle: Handle) throws -> Bool {
        try handle.first(
            "SELECT 1 FROM \(schema).cache_state WHERE name = ? AND last_source = ? AND run = ?",
            [.text(name), .integer(state.lastSource), .text(state.run)]
        ) { _ in true } ?? false
    }

    private static func fill(
        _ schema: String, _ state: State, _ tallies: HolderTallies, _ handle: Handle
    ) throws {
        try handle.runScript(
            "DROP INDEX IF EXISTS \(schema).\(sharedIndex); DELETE FROM \(schema).artifact_count; DELETE FROM \(schema).network;"
                + " DELETE FROM \(schema).network_count;")
        try HolderCountWriter(handle, schema).write(tallies)
        try handle.runScript(
            "CREATE INDEX \(schema).\(sharedIndex) ON artifact_count (accounts DESC, kind, value)"
                + " WHERE accounts > 1")
        try handle.run(
            "INSERT OR REPLACE INTO \(schema).cache_state (name, last_source, run) VALUES (?, ?, ?)",
            [.text(name), .integer(state.lastSource), .text(state.run)])
    }

    private static let withoutTemporaryTables = """
        DROP TABLE IF EXISTS temp.artifact_count;
        DROP TABLE IF EXISTS temp.network;
        DROP TABLE IF EXISTS temp.network_count;
        DROP TABLE IF EXISTS temp.cache_state;
        """

    private static let temporaryTables = """
        CREATE TEMP TABLE IF NOT EXISTS artifact_count (
            kind TEXT NOT NULL, value TEXT NOT NULL, accounts INTEGER NOT NULL, flagged INTEGER NOT NULL,
            PRIMARY KEY (kind, value)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS network (
            address BLOB NOT NULL, prefix INTEGER NOT NULL, net TEXT NOT NULL, asn INTEGER, as_name TEXT,
            country TEXT, usage TEXT, user_count INTEGER, PRIMARY KEY (address, prefix)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS network_count (
            address BLOB NOT NULL, prefix INTEGER NOT NULL, accounts INTEGER NOT NULL,
            flagged INTEGER NOT NULL, PRIMARY KEY (address, prefix)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS cache_state (
            name TEXT PRIMARY KEY, last_source INTEGER NOT NULL, run TEXT NOT NULL
        ) WITHOUT ROWID;
        """
}
