public import Casework

extension CaseReader {
    /// Everything the case holds on an account but its links, which the analysis makes.
    ///
    /// Holders of values are counted where the case has the counts, or is small enough to make them at once.
    /// - Throws: `StoreError.notFound`.
    public func dossier(_ id: AccountID) throws -> AccountDossier {
        try connection.read { try DossierQuery($0, id).dossier() }
    }
}

extension CaseReader {
    /// The row of one account as lists show it; nil where the case has none of that id.
    public func accountStanding(_ id: AccountID) throws -> AccountRow? {
        try connection.read { handle in
            let list = ListDefinition.accounts
            let columns = list.fields.map(\.expression).joined(separator: ", ")
            return try handle.first(
                "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND i.account_id = ?",
                [.text(id.string)], RowReading.account)
        }
    }
}

struct DossierQuery {
    let handle: Handle
    let number: Int
    let row: AccountRow
    private let counts: HolderLookup

    init(_ handle: Handle, _ id: AccountID) throws {
        self.handle = handle
        let list = ListDefinition.accounts
        let columns = (list.fields.map(\.expression) + list.extra).joined(separator: ", ")
        let found = try handle.first(
            "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND i.account_id = ?",
            [.text(id.string)]
        ) { (row: try RowReading.account($0), number: $0.int(19)) }
        guard let found else { throw StoreError.notFound("account:\(id.string)") }
        row = found.row
        number = found.number
        counts = try HolderLookup(handle)
    }

    func dossier() throws -> AccountDossier {
        var dossier = AccountDossier(row: row)
        try fillRecord(&dossier)
        dossier.holdings = try holdings()
        let rows = try AccountExchangeRows(handle, account: number)
        dossier.addresses = try addresses(rows)
        dossier.uses = try uses(rows)
        try fillHours(&dossier)
        try fillFindings(&dossier)
        dossier.samples = try samples()
        return dossier
    }

    private var only: ClosedRange<UInt32> {
        let account = UInt32(clamping: number)
        return account...account
    }

    private func fillRecord(_ dossier: inout AccountDossier) throws {
        try handle.each(
            "SELECT r.source, o.file, r.line, r.properties FROM account_record AS r JOIN source AS o"
                + " ON o.number = r.source WHERE r.account = ? AND o.state = 'complete'", [.integer(number)]
        ) { row in
            dossier.rows.append(RowReference(source: row.int(0), file: row.text(1), line: row.int(2)))
            guard !row.isNull(3) else { return }
            let properties: [String: String] = try JSONColumn.decode(row.text(3))
            dossier.properties = properties.map { NamedValue(name: $0.key, value: $0.value) }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
    }

    /// Payments, attributes and metadata, by kind and value.
    private func holdings() throws -> [Holding] {
        var holdings: [Holding] = []
        var last = -1
        try handle.each(
            "SELECT h.value, v.kind, v.value, h.uses, h.first_seen, h.last_seen, h.payment_kind, h.source, o.file,"
                + " h.line FROM holding AS h JOIN value AS v ON v.number = h.value JOIN source AS o"
                + " ON o.number = h.source WHERE h.account = ? AND o.state = 'complete'"
                + " ORDER BY v.kind, v.value, h.source, h.number", [.integer(number)]
        ) { row in
            if row.int(0) != last {
                holdings.append(try holding(ArtifactKind(row.text(1)), row.text(2)))
                last = row.int(0)
            }
            DossierQuery.add(row, to: &holdings[holdings.count - 1])
        }
        return holdings
    }

    private static func add(_ row: Statement, to holding: inout Holding) {
        if let uses = row.optionalInt(3) { holding.uses = (holding.uses ?? 0) + uses }
        holding.firstAt = [holding.firstAt, row.time(4)].compactMap { $0 }.min()
        holding.lastAt = [holding.lastAt, row.time(5)].compactMap { $0 }.max()
        if holding.paymentKind == nil { holding.paymentKind = row.word(6) }
        holding.rows.append(RowReference(source: row.int(7), file: row.text(8), line: row.int(9)))
    }

    func holding(_ kind: ArtifactKind, _ value: String) throws -> Holding {
        var holding = Holding(kind: kind, value: ExactText(value))
        if let count = try counts.count(kind, value) {
            holding.accounts = count.accounts
            holding.flagged = count.flagged
        }
        return holding
    }

    private func addresses(_ rows: AccountExchangeRows) throws -> [AddressUse] {
        let networks = try NetworkLookup(handle)
        var uses: [AddressUse] = []
        try MergedRollup(.address, accounts: only).each(handle) { entries in
            for entry in entries {
                let found = try handle.first(
                    "SELECT address FROM address WHERE number = ?", [.integer(entry.value)]
                ) { IPAddress(stored: $0.bytes(0)) }
                guard let address = found else { continue }
                var use = AddressUse(address: address.description, exchanges: Int(entry.rows))
                use.firstAt = Timestamp(milliseconds: entry.first)
                use.lastAt = Timestamp(milliseconds: entry.last)
                let count = try counts.count(.address, use.address)
                use.accounts = count?.accounts
                use.flagged = count?.flagged
                use.rows = rows.rows(address: entry.value)
                if let known = try networks.longest(holding: address) { DossierQuery.name(&use, known) }
                uses.append(use)
            }
        }
        return uses.sorted { ($1.exchanges, $0.address) < ($0.exchanges, $1.address) }
    }

    private static func name(_ use: inout AddressUse, _ known: KnownRange) {
        use.net = known.range.description
        use.asn = known.asNumber
        use.asName = known.asName
        use.usage = known.usage
        use.country = known.country
        use.userCount = known.userCount
    }

    /// What exchanges named, and frames of prompts, by kind, the most frequent first.
    private func uses(_ rows: AccountExchangeRows) throws -> [Holding] {
        var uses = try templates()
        for kind in try MergedRollup.kinds(handle) {
            guard let valueKind = kind.valueKind else { continue }
            try MergedRollup(kind, accounts: only).each(handle) { entries in
                for entry in entries {
                    let value = try handle.first(
                        "SELECT value FROM value WHERE number = ?", [.integer(entry.value)]
                    ) { $0.text(0) }
                    guard let value else { continue }
                    var use = try holding(valueKind, value)
                    use.uses = Int(entry.rows)
                    use.firstAt = Timestamp(milliseconds: entry.first)
                    use.lastAt = Timestamp(milliseconds: entry.last)
                    use.rows = rows.rows(value: entry.value)
                    uses.append(use)
                }
            }
        }
        return uses.sorted { left, right in
            if left.kind != right.kind { return left.kind < right.kind }
            return (right.uses ?? 0, left.value) < (left.uses ?? 0, right.value)
        }
    }

    private func fillHours(_ dossier: inout AccountDossier) throws {
        var counts = GroupHours.Counts()
        try MergedRollup(.hour, accounts: only).each(handle) { entries in
            for entry in entries { counts.add(Int(entry.rows), hour: entry.value) }
        }
        dossier.hours = counts.hours
        dossier.activity = counts.activity
    }
}

/// Holder counts of values, where there are any.
struct HolderLookup {
    private let statement: Statement?

    /// In a small case the counts are made at once; in a large one they come with the analysis.
    init(_ handle: Handle) throws {
        let exchanges = try handle.number(
            "SELECT coalesce(sum(exchanges), 0) FROM source WHERE state = 'complete'")
        if exchanges <= HolderLookup.smallCase { try HolderCounts.provide(handle) }
        statement =
            try HolderCounts.areProvided(handle)
            ? handle.prepare("SELECT accounts, flagged FROM artifact_count WHERE kind = ? AND value = ?")
            : nil
    }

    func count(_ kind: ArtifactKind, _ value: String) throws -> (accounts: Int, flagged: Int)? {
        guard let statement else { return nil }
        try statement.bind(1, .text(kind.rawValue))
        try statement.bind(2, .text(value))
        defer { statement.reset() }
        return try statement.step() ? (statement.int(0), statement.int(1)) : nil
    }

    /// Counting this many takes a tenth of a second.
    private static let smallCase = 500_000
}
