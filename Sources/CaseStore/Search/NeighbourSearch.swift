import Casework

/// Finds the values that some accounts hold, and then everybody who holds them.
struct NeighbourSearch {
    private let handle: Handle
    private let accounts: Set<UInt32>
    /// Only these values; nil for all.
    private let wanted: Set<Artifact>?
    private let mostHolders: Int
    /// How many hold a value, where the case has the counts; nil where not.
    private let counts: Statement?
    private var found: [Artifact: HolderSpans] = [:]

    init(_ handle: Handle, _ accounts: Set<UInt32>, only wanted: Set<Artifact>?, mostHolders: Int) throws {
        self.handle = handle
        self.accounts = accounts
        self.wanted = wanted
        self.mostHolders = mostHolders
        counts =
            try HolderCounts.areProvided(handle)
            ? handle.prepare("SELECT accounts FROM artifact_count WHERE kind = ? AND value = ?") : nil
    }

    /// In no order. O(entries of the rollups that are read, and holders of the values).
    mutating func run() throws -> [HeldValue] {
        try addColumns()
        try addTemplates()
        try addValues()
        if has(.address), try MergedRollup.kinds(handle).contains(.address) { try addAddresses() }
        return found.map { artifact, spans in
            let holders = spans.byAccount.keys.sorted()
            return HeldValue(artifact: artifact, holders: holders, used: holders.map { spans[$0] })
        }
    }

    /// Whether values of a kind are asked for.
    private func has(_ kind: ArtifactKind) -> Bool {
        wanted?.contains { $0.kind == kind } ?? true
    }

    /// Values of too many holders are dropped before their holders are gathered.
    private func isWanted(_ artifact: Artifact) throws -> Bool {
        guard wanted?.contains(artifact) ?? true else { return false }
        guard let counts else { return true }
        try counts.bind([.text(artifact.kind.rawValue), .text(artifact.value.string)])
        defer { counts.reset() }
        return try !counts.step() || counts.int(0) <= mostHolders
    }

    /// Everybody shares models and surfaces; what is only kept tells nothing.
    static func ties(_ kind: RollupKind) -> Bool {
        switch kind {
        case .account, .hour, .model, .surface, .address: false
        default: !kind.rawValue.hasPrefix("x:")
        }
    }

    // MARK: - Values by number

    private mutating func addValues() throws {
        let kinds = try MergedRollup.kinds(handle).filter {
            NeighbourSearch.ties($0) && ($0.valueKind.map(has) ?? false)
        }
        var artifacts: [UInt32: Artifact] = [:]
        for value in try ownHoldings() { try name(value, &artifacts) }
        for kind in kinds { for (_, value) in try own(kind) { try name(value, &artifacts) } }
        for (value, artifact) in artifacts { try addHoldings(value, artifact) }
        for kind in kinds { try addHolders(kind, artifacts) }
    }

    private func name(_ value: UInt32, _ artifacts: inout [UInt32: Artifact]) throws {
        guard artifacts[value] == nil else { return }
        let artifact = try handle.first(
            "SELECT kind, value FROM value WHERE number = ?", [.integer(Int64(value))]
        ) { Artifact(kind: ArtifactKind($0.text(0)), value: ExactText($0.text(1))) }
        if let artifact, try isWanted(artifact) { artifacts[value] = artifact }
    }

    private func ownHoldings() throws -> Set<UInt32> {
        let statement = try handle.prepare(
            "SELECT value FROM holding WHERE account = ? AND source <= (SELECT source FROM horizon)")
        var values: Set<UInt32> = []
        for account in accounts {
            try statement.bind(1, .integer(Int64(account)))
            while try statement.step() { values.insert(UInt32(clamping: statement.integer(0))) }
            statement.reset()
        }
        return values
    }

    private mutating func addHoldings(_ value: UInt32, _ artifact: Artifact) throws {
        try handle.each(
            "SELECT account, min(first_seen), max(last_seen) FROM holding WHERE value = ?"
                + " AND source <= (SELECT source FROM horizon) GROUP BY account", [.integer(Int64(value))]
        ) { row in
            found[artifact, default: HolderSpans()].add(
                UInt32(clamping: row.integer(0)), row.time(1), row.time(2))
        }
    }

    /// All holders of values of one rollup.
    private mutating func addHolders(_ kind: RollupKind, _ artifacts: [UInt32: Artifact]) throws {
        let values = artifacts.filter { $0.value.kind == kind.valueKind }
        guard !values.isEmpty else { return }
        var spans: [UInt32: HolderSpans] = [:]
        try scan(kind, Set(values.keys), &spans)
        for (value, more) in spans {
            if let artifact = values[value] { found[artifact, default: HolderSpans()].add(more) }
        }
    }

    private func scan(_ kind: RollupKind, _ values: Set<UInt32>, _ spans: inout [UInt32: HolderSpans]) throws
    {
        let isHeld = NumberSet(values)
        try RollupScan.each(handle, kind) { columns in
            for entry in 0..<columns.count {
                let value = UInt32(truncatingIfNeeded: columns.value.start[entry])
                guard isHeld.contains(value) else { continue }
                spans[value, default: HolderSpans()].add(
                    columns.account.start[entry], Timestamp(milliseconds: columns.first.start[entry]),
                    Timestamp(milliseconds: columns.last.start[entry]))
            }
        }
    }

    private mutating func addAddresses() throws {
        var artifacts: [UInt32: Artifact] = [:]
        for number in Set(try own(.address).map(\.value)) {
            let artifact = try handle.first(
                "SELECT address FROM address WHERE number = ?", [.integer(Int64(number))]
            ) { Artifact(kind: .address, value: ExactText(IPAddress(stored: $0.bytes(0)).description)) }
            if let artifact, try isWanted(artifact) { artifacts[number] = artifact }
        }
        guard !artifacts.isEmpty else { return }
        var spans: [UInt32: HolderSpans] = [:]
        try scan(.address, Set(artifacts.keys), &spans)
        for (number, more) in spans {
            if let artifact = artifacts[number] { found[artifact, default: HolderSpans()].add(more) }
        }
    }

    private func own(_ kind: RollupKind) throws -> [(account: UInt32, value: UInt32)] {
        try OwnEntries(accounts).pairs(handle, kind)
    }

    // MARK: - Columns of accounts, frames of samples

    private static let columns: [(String, ArtifactKind)] = [
        ("email_domain", .emailDomain), ("email_hash", .emailHash), ("org_name", .organisation),
    ]

    /// The accounts' numbers as a JSON array, for `json_each`.
    private var list: SQLValue {
        .text("[" + accounts.sorted().map(String.init).joined(separator: ",") + "]")
    }

    private mutating func addColumns() throws {
        for (column, kind) in NeighbourSearch.columns where has(kind) {
            // One pass over the accounts: these columns have no index.
            try handle.each(
                "SELECT \(column), account FROM account_record WHERE source <= (SELECT source FROM horizon)"
                    + " AND \(column) IN (SELECT \(column) FROM account_record WHERE account IN"
                    + " (SELECT value FROM json_each(?)) AND \(column) IS NOT NULL)", [list]
            ) { row in
                let artifact = Artifact(kind: kind, value: ExactText(row.text(0)))
                guard try isWanted(artifact) else { return }
                found[artifact, default: HolderSpans()].add(UInt32(clamping: row.integer(1)), nil, nil)
            }
        }
    }

    private mutating func addTemplates() throws {
        guard has(.template) else { return }
        try handle.each(
            "SELECT t.template, p.account, min(p.at), max(p.at) FROM template_member AS t JOIN sample AS p"
                + " ON p.source = t.source AND p.number = t.number WHERE t.template IN (SELECT u.template"
                + " FROM sample AS s JOIN template_member AS u ON u.source = s.source AND u.number = s.number"
                + " WHERE s.account IN (SELECT value FROM json_each(?))) GROUP BY t.template, p.account",
            [list]
        ) { row in
            let artifact = Artifact(kind: .template, value: ExactText(row.text(0)))
            guard try isWanted(artifact) else { return }
            found[artifact, default: HolderSpans()].add(
                UInt32(clamping: row.integer(1)), row.time(2), row.time(3))
        }
    }
}
