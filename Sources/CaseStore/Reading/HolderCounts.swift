import Casework

/// How many accounts hold each value, and how many of them are flagged; the same for networks, with what is
/// known of each.
///
/// A cache in the case, filled with the findings of an analysis. Where evidence is newer than that, a reader
/// makes temporary tables of the same names, which its connection then sees instead.
enum HolderCounts {
    /// Another name than in the first format, which had no `network`: its counts are not taken for these.
    private static let name = "holders_and_networks"

    /// Sees to it that `artifact_count`, `network` and `network_count` are right for this connection.
    static func provide(_ handle: Handle) throws {
        let wanted = try state(handle)
        if try isStored(wanted, in: "main", handle) {
            try handle.runScript(withoutTemporaryTables)
            return
        }
        try handle.runScript(temporaryTables)
        if try isStored(wanted, in: "temp", handle) { return }
        try fill("temp", wanted, handle)
    }

    /// True if the counts that this connection sees are right.
    static func areProvided(_ handle: Handle) throws -> Bool {
        let wanted = try state(handle)
        if try isStored(wanted, in: "main", handle) { return true }
        let hasOwn =
            try handle.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'cache_state'") > 0
        return try hasOwn && isStored(wanted, in: "temp", handle)
    }

    /// Fills the cache in the case. Call it in a transaction.
    static func store(_ handle: Handle) throws {
        try handle.runScript(withoutTemporaryTables)
        try fill("main", state(handle), handle)
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

    private static func fill(_ schema: String, _ state: State, _ handle: Handle) throws {
        try handle.runScript(
            "DELETE FROM \(schema).artifact_count; DELETE FROM \(schema).network;"
                + " DELETE FROM \(schema).network_count;")
        let flags = try FlaggedAccounts(handle)
        var values = try HolderTally(
            count: handle.number("SELECT coalesce(max(number), 0) FROM value"), flags: flags)
        var addresses = try HolderTally(
            count: handle.number("SELECT coalesce(max(number), 0) FROM address"), flags: flags)
        var networks = try NetworkTally(handle, flags: flags)
        try tally(&values, handle)
        try MergedRollup(.address).each(handle) { entries in
            for entry in entries {
                addresses.add(Int(entry.value), entry.account)
                networks.add(address: Int(entry.value), entry.account)
            }
        }
        try HolderCountWriter(handle, schema).write(values, addresses, networks, flags)
        try handle.run(
            "INSERT OR REPLACE INTO \(schema).cache_state (name, last_source, run) VALUES (?, ?, ?)",
            [.text(name), .integer(state.lastSource), .text(state.run)])
    }

    /// Counts holders from holdings and exchanges; a pair that occurs in both counts once.
    private static func tally(_ values: inout HolderTally, _ handle: Handle) throws {
        let holdings = try HoldingReading.read(handle)
        var seen: Set<UInt64> = []
        let kinds = try MergedRollup.kinds(handle).filter { counted($0) }
        let shared = try sharedKinds(kinds, handle)
        let isShared = try sharedValues(shared, values.accounts.count, handle)
        for (account, value) in zip(holdings.account, holdings.value) {
            if isShared[Int(value)] { seen.insert(UInt64(account) << 32 | UInt64(value)) }
            values.add(Int(value), account)
        }
        for kind in kinds {
            try MergedRollup(kind).each(handle) { entries in
                for entry in entries {
                    let value = Int(entry.value)
                    guard isShared.indices.contains(value) else { continue }
                    let pair = UInt64(entry.account) << 32 | UInt64(value)
                    if isShared[value], !seen.insert(pair).inserted { continue }
                    values.add(value, entry.account)
                }
            }
        }
    }

    /// Models and surfaces are no artifacts: everybody shares them.
    private static func counted(_ kind: RollupKind) -> Bool {
        guard let valueKind = kind.valueKind else { return false }
        return kind != .model && kind != .surface && !valueKind.rawValue.isEmpty
    }

    /// Kinds of values that reach accounts by more than one way.
    private static func sharedKinds(_ kinds: [RollupKind], _ handle: Handle) throws -> Set<String> {
        var ways: [String: Int] = [:]
        for kind in kinds.compactMap(\.valueKind) { ways[kind.rawValue, default: 0] += 1 }
        for kind in ways.keys.sorted() {
            let isHeld = try handle.first(
                "SELECT 1 FROM value AS v WHERE v.kind = ? AND EXISTS (SELECT 1 FROM holding AS h"
                    + " WHERE h.value = v.number) LIMIT 1", [.text(kind)]
            ) { _ in true }
            if isHeld == true { ways[kind, default: 0] += 1 }
        }
        return Set(ways.filter { $0.value > 1 }.keys)
    }

    private static func sharedValues(_ kinds: Set<String>, _ count: Int, _ handle: Handle) throws -> [Bool] {
        var isShared = [Bool](repeating: false, count: count)
        for kind in kinds {
            try handle.each("SELECT number FROM value WHERE kind = ?", [.text(kind)]) { row in
                if isShared.indices.contains(row.int(0)) { isShared[row.int(0)] = true }
            }
        }
        return isShared
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
