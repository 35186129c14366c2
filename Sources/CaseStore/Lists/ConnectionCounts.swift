import Casework

/// How many values of a kind each account shares with many flagged accounts, in a temporary table.
///
/// Counted once for a connection and an analysis: one pass over the rollups of the kind, for the few values that so
/// many flagged accounts hold. O(entries of the rollups).
enum ConnectionCounts {
    /// The field over the tables of the list of accounts. Its name has letters, digits and `_` alone.
    static func listField(_ field: ConnectionField) -> ListField {
        let table = "FROM temp.connection_count AS k WHERE k.field = '\(field.name)'"
        var column = ListField(
            field.name, .number, "coalesce((SELECT k.shared \(table) AND k.account = i.number), 0)")
        column.whereAboveZero = ("i.number IN (SELECT k.account \(table) AND k.shared", ")")
        return column
    }

    /// Sees to it that the table has the field.
    static func provide(_ field: ConnectionField, _ handle: Handle) throws {
        try HolderCounts.provide(handle)
        try handle.runScript(tables)
        let key =
            try "\(handle.number("SELECT source FROM horizon")) "
            + (handle.first("SELECT id FROM analysis_run") { $0.text(0) } ?? "")
        let known = try handle.first(
            "SELECT made FROM temp.connection_state WHERE field = ?", [.text(field.name)]
        ) { $0.text(0) }
        if known == key { return }
        try handle.run("DELETE FROM temp.connection_count WHERE field = ?", [.text(field.name)])
        let insert = try handle.prepare(
            "INSERT INTO temp.connection_count (field, account, shared) VALUES (?, ?, ?)")
        var scan = ConnectionScan(handle, field)
        for (account, shared) in try scan.run().sorted(by: { $0.key < $1.key }) {
            try insert.bind([.text(field.name), .integer(Int64(account)), .integer(shared)])
            try insert.run()
        }
        try handle.run(
            "INSERT OR REPLACE INTO temp.connection_state (field, made) VALUES (?, ?)",
            [.text(field.name), .text(key)])
    }

    private static let tables = """
        CREATE TEMP TABLE IF NOT EXISTS connection_count (
            field TEXT NOT NULL, account INTEGER NOT NULL, shared INTEGER NOT NULL, PRIMARY KEY (field, account)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS connection_state (
            field TEXT PRIMARY KEY, made TEXT NOT NULL
        ) WITHOUT ROWID;
        """
}

/// Finds the accounts that hold values which many flagged accounts hold.
private struct ConnectionScan {
    private let handle: Handle
    private let field: ConnectionField
    /// Account and value of every pair, so that one that several sources have counts once.
    private var pairs: Set<UInt64> = []

    init(_ handle: Handle, _ field: ConnectionField) {
        self.handle = handle
        self.field = field
    }

    /// Shared values by account number.
    mutating func run() throws -> [UInt32: Int] {
        switch field.kind {
        case .address: try addAddresses()
        case .network: try addNetworks()
        case .template: try addTemplates()
        default:
            try addColumn()
            try addValues()
        }
        var counts: [UInt32: Int] = [:]
        for pair in pairs { counts[UInt32(pair >> 32), default: 0] += 1 }
        return counts
    }

    private mutating func add(_ account: UInt32, _ value: UInt32) {
        pairs.insert(UInt64(account) << 32 | UInt64(value))
    }

    /// Values of the kind that enough flagged accounts hold.
    private func values() throws -> [String] {
        try handle.rows(
            "SELECT value FROM artifact_count WHERE kind = ? AND flagged >= ?",
            [.text(field.kind.rawValue), .integer(field.least)]
        ) { $0.text(0) }
    }

    private mutating func scan(_ kind: RollupKind, _ place: [UInt32: UInt32]) throws {
        guard !place.isEmpty else { return }
        let isWanted = NumberSet(place.keys)
        try RollupScan.each(handle, kind) { columns in
            for entry in 0..<columns.count {
                let value = UInt32(truncatingIfNeeded: columns.value.start[entry])
                guard isWanted.contains(value), let place = place[value] else { continue }
                add(columns.account.start[entry], place)
            }
        }
    }

    private mutating func addAddresses() throws {
        let statement = try handle.prepare("SELECT number FROM address WHERE address = ?")
        var numbers: [UInt32: UInt32] = [:]
        for text in try values() {
            guard let address = IPAddress(text) else { continue }
            try statement.bind([.bytes(address.stored)])
            if try statement.step() {
                numbers[UInt32(clamping: statement.integer(0))] = UInt32(clamping: statement.integer(0))
            }
            statement.reset()
        }
        try scan(.address, numbers)
    }

    /// Of an address counts the longest known range that holds it, as in the list of networks.
    private mutating func addNetworks() throws {
        let known = try RangeReading.read(handle).map(\.range)
        let table = RangeTable(known)
        let wanted = Set(
            try handle.rows(
                "SELECT address, prefix FROM network_count WHERE flagged >= ?", [.integer(field.least)]
            ) { AddressRange(masking: IPAddress(stored: $0.bytes(0)), prefix: UInt8(clamping: $0.int(1))) })
        guard !wanted.isEmpty else { return }
        var places: [UInt32: UInt32] = [:]
        try handle.each("SELECT number, address FROM address") { row in
            guard let place = table.longest(holding: IPAddress(stored: row.bytes(1))),
                wanted.contains(known[place])
            else { return }
            places[UInt32(clamping: row.integer(0))] = UInt32(place)
        }
        try scan(.address, places)
    }

    private mutating func addValues() throws {
        var numbers: [UInt32: UInt32] = [:]
        let find = try handle.prepare("SELECT number FROM value WHERE kind = ? AND value = ?")
        let holders = try handle.prepare(
            "SELECT account FROM holding WHERE value = ? AND source <= (SELECT source FROM horizon)")
        for text in try values() {
            try find.bind([.text(field.kind.rawValue), .text(text)])
            defer { find.reset() }
            guard try find.step() else { continue }
            let number = UInt32(clamping: find.integer(0))
            numbers[number] = number
            try holders.bind([.integer(Int64(number))])
            while try holders.step() { add(UInt32(clamping: holders.integer(0)), number) }
            holders.reset()
        }
        for kind in try MergedRollup.kinds(handle) where kind.valueKind == field.kind {
            try scan(kind, numbers)
        }
    }

    private mutating func addTemplates() throws {
        for (place, template) in try values().enumerated() {
            try handle.each(
                "SELECT DISTINCT p.account FROM template_member AS t JOIN sample AS p ON p.source = t.source"
                    + " AND p.number = t.number WHERE t.template = ?", [.text(template)]
            ) { add(UInt32(clamping: $0.integer(0)), UInt32(clamping: place)) }
        }
    }

    /// An account has at most one value of each: it counts as one where nothing else has the value.
    private mutating func addColumn() throws {
        let columns: [ArtifactKind: String] = [
            .emailDomain: "email_domain", .emailHash: "email_hash", .organisation: "org_name",
        ]
        guard let column = columns[field.kind] else { return }
        try handle.each(
            "SELECT account FROM account_record WHERE source <= (SELECT source FROM horizon) AND \(column) IN"
                + " (SELECT value FROM artifact_count WHERE kind = ? AND flagged >= ?)",
            [.text(field.kind.rawValue), .integer(field.least)]
        ) { add(UInt32(clamping: $0.integer(0)), .max) }
    }
}
