import Casework

/// How many accounts hold each value, and how many of them are flagged; the same for networks.
///
/// A cache in the case, filled with the findings of an analysis. Where evidence is newer than that, a reader
/// makes temporary tables of the same names, which its connection then sees instead.
enum HolderCounts {
    private static let name = "holder_counts"

    /// Sees to it that `artifact_count` and `network_count` are right for this connection.
    static func provide(_ handle: Handle) throws {
        let wanted = try state(handle)
        if try isStored(wanted, in: "main", handle) {
            try handle.runScript(
                "DROP TABLE IF EXISTS temp.artifact_count; DROP TABLE IF EXISTS temp.network_count;"
                    + " DROP TABLE IF EXISTS temp.cache_state;")
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
        let hasOwn = try handle.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = 'cache_state'") > 0
        return try hasOwn && isStored(wanted, in: "temp", handle)
    }


    /// Fills the cache in the case. Call it in a transaction.
    static func store(_ handle: Handle) throws {
        try handle.runScript(
            "DROP TABLE IF EXISTS temp.artifact_count; DROP TABLE IF EXISTS temp.network_count;"
                + " DROP TABLE IF EXISTS temp.cache_state;")
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
        try handle.runScript("DELETE FROM \(schema).artifact_count; DELETE FROM \(schema).network_count;")
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

    private static let temporaryTables = """
        CREATE TEMP TABLE IF NOT EXISTS artifact_count (
            kind TEXT NOT NULL, value TEXT NOT NULL, accounts INTEGER NOT NULL, flagged INTEGER NOT NULL,
            PRIMARY KEY (kind, value)
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

/// The accounts that are members of a campaign, or banned or suspended by the provider.
struct FlaggedAccounts {
    private var isFlagged: [Bool]

    init(_ handle: Handle) throws {
        isFlagged = Array(
            repeating: false, count: try handle.number("SELECT coalesce(max(number), 0) FROM account_identity") + 1)
        try handle.each(
            "SELECT account FROM account_standing WHERE campaign IS NOT NULL UNION ALL SELECT account"
                + " FROM account_record WHERE status IN ('banned', 'suspended')"
                + " AND source <= (SELECT source FROM horizon)"
        ) { row in
            if isFlagged.indices.contains(row.int(0)) { isFlagged[row.int(0)] = true }
        }
    }

    subscript(account: UInt32) -> Bool { Int(account) < isFlagged.count && isFlagged[Int(account)] }
}

/// Holders by value number.
struct HolderTally {
    var accounts: [Int]
    var flagged: [Int]
    private let flags: FlaggedAccounts

    init(count: Int, flags: FlaggedAccounts) {
        accounts = Array(repeating: 0, count: count + 1)
        flagged = accounts
        self.flags = flags
    }

    mutating func add(_ value: Int, _ account: UInt32) {
        guard value > 0, value < accounts.count else { return }
        accounts[value] &+= 1
        if flags[account] { flagged[value] &+= 1 }
    }
}

/// Accounts by the longest range that holds an address of theirs. Addresses must come by account.
struct NetworkTally {
    let ranges: [AddressRange]
    private(set) var accounts: [Int]
    private(set) var flagged: [Int]
    /// By address number: place of its range, -1 for none.
    private let rangeOfAddress: [Int]
    /// By range: the account counted last.
    private var counted: [UInt32]
    private let flags: FlaggedAccounts

    init(_ handle: Handle, flags: FlaggedAccounts) throws {
        self.flags = flags
        let table = try RangeTable(RangeReading.read(handle).map(\.range))
        ranges = table.ranges
        var places = [-1]
        if !ranges.isEmpty {
            try handle.each("SELECT address FROM address ORDER BY number") { row in
                places.append(table.longest(holding: IPAddress(stored: row.bytes(0))) ?? -1)
            }
        }
        rangeOfAddress = places
        accounts = Array(repeating: 0, count: ranges.count)
        flagged = accounts
        counted = Array(repeating: 0, count: ranges.count)
    }

    mutating func add(address: Int, _ account: UInt32) {
        guard address > 0, address < rangeOfAddress.count, rangeOfAddress[address] >= 0 else { return }
        let range = rangeOfAddress[address]
        guard counted[range] != account else { return }
        counted[range] = account
        accounts[range] &+= 1
        if flags[account] { flagged[range] &+= 1 }
    }
}

/// Longest-prefix lookup over ranges that may nest, each once.
struct RangeTable {
    /// By address, then prefix.
    let ranges: [AddressRange]
    /// Prefix lengths in use, longest first.
    private let prefixes: [UInt8]
    private let places: [AddressRange: Int]

    init(_ ranges: [AddressRange]) {
        let sorted = ranges.sorted()
        self.ranges = sorted
        prefixes = Set(ranges.map(\.prefix)).sorted(by: >)
        places = Dictionary(sorted.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The place in `ranges` of the longest one that holds the address. O(prefix lengths in use).
    func longest(holding address: IPAddress) -> Int? {
        for prefix in prefixes {
            if let place = places[AddressRange(masking: address, prefix: prefix)] { return place }
        }
        return nil
    }
}

/// Puts tallies into the count tables of a schema.
struct HolderCountWriter {
    private let handle: Handle
    private let insert: Statement
    private let insertNetwork: Statement

    init(_ handle: Handle, _ schema: String) throws {
        self.handle = handle
        insert = try handle.prepare(
            "INSERT INTO \(schema).artifact_count (kind, value, accounts, flagged) VALUES (?,?,?,?)"
                // A kind may come both as a column of accounts and as an attribute: the wider one is shown.
                + " ON CONFLICT DO UPDATE SET accounts = max(accounts, excluded.accounts),"
                + " flagged = max(flagged, excluded.flagged)")
        insertNetwork = try handle.prepare(
            "INSERT INTO \(schema).network_count (address, prefix, accounts, flagged) VALUES (?,?,?,?)")
    }

    func write(
        _ values: HolderTally, _ addresses: HolderTally, _ networks: NetworkTally, _ flags: FlaggedAccounts
    ) throws {
        try handle.each("SELECT number, kind, value FROM value") { row in
            let number = row.int(0)
            guard number < values.accounts.count, values.accounts[number] > 0 else { return }
            try insert.bind(1, text: row.bytes(1))
            try insert.bind(2, text: row.bytes(2))
            try finish(values.accounts[number], values.flagged[number])
        }
        try handle.each("SELECT number, address FROM address") { row in
            let number = row.int(0)
            guard number < addresses.accounts.count, addresses.accounts[number] > 0 else { return }
            try insert.bind(1, .text(ArtifactKind.address.rawValue))
            try insert.bind(2, .text(IPAddress(stored: row.bytes(1)).description))
            try finish(addresses.accounts[number], addresses.flagged[number])
        }
        try write(networks)
        for (column, kind) in HolderCountWriter.accountColumns { try writeAccountColumn(column, kind, flags) }
    }

    private func finish(_ accounts: Int, _ flagged: Int) throws {
        try insert.bind(3, .integer(accounts))
        try insert.bind(4, .integer(flagged))
        try insert.run()
    }

    private func write(_ networks: NetworkTally) throws {
        for (place, range) in networks.ranges.enumerated() where networks.accounts[place] > 0 {
            try insertNetwork.bind([
                .bytes(range.address.stored), .integer(Int(range.prefix)), .integer(networks.accounts[place]),
                .integer(networks.flagged[place]),
            ])
            try insertNetwork.run()
        }
    }

    /// Columns of accounts are artifacts too: an account has at most one value of each.
    private func writeAccountColumn(_ column: String, _ kind: ArtifactKind, _ flags: FlaggedAccounts) throws {
        var coding = TextCoding()
        var accounts: [Int] = [0]
        var flagged: [Int] = [0]
        try handle.each(
            "SELECT account, \(column) FROM account_record WHERE \(column) IS NOT NULL"
                + " AND source <= (SELECT source FROM horizon)"
        ) { row in
            coding.append(row, 1)
            let code = Int(coding.coded.codes.last ?? 0)
            if code == accounts.count {
                accounts.append(0)
                flagged.append(0)
            }
            accounts[code] += 1
            if flags[UInt32(truncatingIfNeeded: row.integer(0))] { flagged[code] += 1 }
        }
        try coding.coded.texts.bytes.withUnsafeBufferPointer { bytes in
            for place in 0..<coding.coded.texts.count {
                try insert.bind(1, .text(kind.rawValue))
                let text = UnsafeBufferPointer(rebasing: bytes[coding.coded.texts.range(of: place)])
                try insert.bind(2, text: text)
                try finish(accounts[place + 1], flagged[place + 1])
            }
        }
    }

    private static let accountColumns: [(String, ArtifactKind)] = [
        ("email_domain", .emailDomain), ("email_hash", .emailHash), ("org_name", .organisation),
    ]
}
