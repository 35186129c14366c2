public import Casework

extension CaseReader {
    /// The values that some accounts hold, by account, each once, in the order of artifacts; not who else holds them.
    ///
    /// Everything is looked up by account: the cost is that of the accounts' own rows and blocks. Models, surfaces and
    /// columns that are only kept are left out; networks are those of the addresses.
    public func values(of accounts: [UInt32]) throws -> [UInt32: [Artifact]] {
        try connection.read { handle in
            var reading = OwnValues(handle)
            try reading.read(accounts)
            return reading.found.mapValues { $0.sorted() }
        }
    }

    /// Accounts that hold each value and flagged ones among them; nil where nobody counted. In the order asked.
    public func holderCounts(of artifacts: [Artifact]) throws -> [(accounts: Int, flagged: Int)?] {
        try connection.read { handle in
            let counts = try HolderLookup(handle)
            return try artifacts.map { try counts.count($0.kind, $0.value.string) }
        }
    }

    /// Rows of accounts as lists show them, in the order of their numbers given.
    public func accountRows(_ numbers: [UInt32]) throws -> [AccountRow] {
        try connection.read { handle in
            let list = ListDefinition.accounts
            let columns = list.fields.map(\.expression).joined(separator: ", ")
            let statement = try handle.prepare(
                "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND i.number = ?")
            return try numbers.compactMap { number in
                try statement.bind([.integer(Int64(number))])
                defer { statement.reset() }
                return try statement.step() ? RowReading.account(statement) : nil
            }
        }
    }
}

/// Gathers the values of some accounts.
struct OwnValues {
    private let handle: Handle
    private(set) var found: [UInt32: Set<Artifact>] = [:]
    private var names: [UInt32: Artifact?] = [:]

    init(_ handle: Handle) { self.handle = handle }

    mutating func read(_ accounts: [UInt32]) throws {
        for account in accounts { try readRows(of: account) }
        let entries = OwnEntries(Set(accounts))
        for kind in try MergedRollup.kinds(handle) where kind == .address || NeighbourSearch.ties(kind) {
            for (account, value) in try entries.pairs(handle, kind) {
                if kind == .address { try addAddress(value, account) } else { try add(value, account) }
            }
        }
    }

    /// Holdings, columns of the account's own row, frames of its samples.
    private mutating func readRows(of account: UInt32) throws {
        let number = SQLValue.integer(Int64(account))
        let values = try handle.rows(
            "SELECT DISTINCT value FROM holding WHERE account = ? AND source <= (SELECT source FROM horizon)",
            [number]
        ) { UInt32(clamping: $0.integer(0)) }
        for value in values { try add(value, account) }
        try handle.each(
            "SELECT email_domain, email_hash, org_name FROM account_record WHERE account = ?"
                + " AND source <= (SELECT source FROM horizon)", [number]
        ) { row in
            let kinds: [ArtifactKind] = [.emailDomain, .emailHash, .organisation]
            for (place, kind) in kinds.enumerated() {
                guard let text = row.optionalText(place) else { continue }
                found[account, default: []].insert(Artifact(kind: kind, value: ExactText(text)))
            }
        }
        try handle.each(
            "SELECT DISTINCT t.template FROM sample AS p JOIN template_member AS t ON t.source = p.source"
                + " AND t.number = p.number WHERE p.account = ? AND p.source <= (SELECT source FROM horizon)",
            [number]
        ) { row in
            found[account, default: []].insert(Artifact(kind: .template, value: ExactText(row.text(0))))
        }
    }

    private mutating func add(_ value: UInt32, _ account: UInt32) throws {
        if names[value] == nil {
            names[value] = try handle.first(
                "SELECT kind, value FROM value WHERE number = ?", [.integer(Int64(value))]
            ) { Artifact(kind: ArtifactKind($0.text(0)), value: ExactText($0.text(1))) }
        }
        if let name = names[value] ?? nil { found[account, default: []].insert(name) }
    }

    private mutating func addAddress(_ number: UInt32, _ account: UInt32) throws {
        let address = try handle.first(
            "SELECT address FROM address WHERE number = ?", [.integer(Int64(number))]
        ) { IPAddress(stored: $0.bytes(0)) }
        guard let address else { return }
        found[account, default: []].insert(
            Artifact(kind: .address, value: ExactText(address.description)))
        found[account, default: []].insert(
            Artifact(kind: .network, value: ExactText(address.network.description)))
    }
}
