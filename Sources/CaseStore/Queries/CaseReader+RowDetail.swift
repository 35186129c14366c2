public import Casework

extension CaseReader {
    /// A row of accounts, payments, attributes, samples or exchanges, as the case keeps it.
    ///
    /// Of what has no index by line only the rows of `accounts` are looked through: a few blocks of exchanges each.
    /// - Parameter accounts: accounts one of which the row is about; none to look through the whole source.
    /// - Throws: `StoreError.notFound` where the case has no such row.
    public func rowDetail(source: Int, line: Int, of accounts: [AccountID] = []) throws -> RowDetail {
        let row = try self.source(source)
        return try connection.read { handle in
            var reading = TableRowReading(handle, row, line: line)
            for id in Set(accounts).sorted() { try reading.narrow(to: id) }
            guard let detail = try reading.detail() else {
                throw StoreError.notFound("row:\(source):\(line)")
            }
            return detail
        }
    }
}

/// Reads one row from the table that its source went into.
private struct TableRowReading {
    private let handle: Handle
    private let source: SourceRow
    private let line: Int
    /// Account numbers; empty for all.
    private var accounts: [Int] = []

    init(_ handle: Handle, _ source: SourceRow, line: Int) {
        (self.handle, self.source, self.line) = (handle, source, line)
    }

    mutating func narrow(to id: AccountID) throws {
        let number = try handle.first(
            "SELECT number FROM account_identity WHERE account_id = ?", [.text(id.string)]
        ) { $0.int(0) }
        if let number { accounts.append(number) }
    }

    func detail() throws -> RowDetail? {
        switch source.table {
        case .accounts: try account()
        case .payments, .attributes: try holding()
        case .samples: try sample()
        case .exchanges: try ExchangeRowReading(handle, source, line: line, accounts).detail()
        default: nil
        }
    }

    // MARK: - Tables

    private func account() throws -> RowDetail? {
        try first(
            "r.offset, r.account, r.created_at, r.status, r.closed_at, r.channel, r.plan, r.declared_country,"
                + " r.email_domain, r.email_hash, r.org_name, r.properties", from: "account_record AS r"
        ) { row, detail in
            detail.add("created_at", row.time(2)?.rfc3339)
            for (place, name) in ["status", "closed_at", "channel", "plan", "declared_country"].enumerated() {
                detail.add(
                    name, name == "closed_at" ? row.time(4)?.rfc3339 : row.optionalText(3 + place))
            }
            detail.add("email_domain", row.optionalText(8), as: .emailDomain)
            detail.add("email_hash", row.optionalText(9), as: .emailHash)
            detail.add("org_name", row.optionalText(10), as: .organisation)
            guard !row.isNull(11) else { return }
            let properties: [String: String] = try JSONColumn.decode(row.text(11))
            for (name, value) in properties.sorted(by: { ExactText($0.key) < ExactText($1.key) }) {
                detail.add(name, value)
            }
        }
    }

    private func holding() throws -> RowDetail? {
        try first(
            "r.offset, r.account, v.kind, v.value, r.payment_kind, r.issuer_country, r.first_seen, r.last_seen,"
                + " r.uses", from: "holding AS r JOIN value AS v ON v.number = r.value"
        ) { row, detail in
            let kind = ArtifactKind(row.text(2))
            detail.add(kind.rawValue, row.text(3), as: kind)
            detail.add("payment_kind", row.optionalText(4))
            detail.add("issuer_country", row.optionalText(5))
            detail.add("first_seen", row.time(6)?.rfc3339)
            detail.add("last_seen", row.time(7)?.rfc3339)
            detail.add("uses", row.optionalInt(8).map(String.init))
        }
    }

    private func sample() throws -> RowDetail? {
        try first(
            "r.offset, r.account, r.at, r.sample_id, r.model, r.surface, r.prompt, r.response, r.metadata",
            from: "sample AS r"
        ) { row, detail in
            detail.add("at", row.time(2)?.rfc3339)
            let names = ["sample_id", "model", "surface", "prompt", "response", "metadata"]
            for (place, name) in names.enumerated() { detail.add(name, row.optionalText(3 + place)) }
        }
    }

    /// The first row of the table that is the one asked for; offset and account come first in `columns`.
    private func first(
        _ columns: String, from tables: String, _ fill: (Statement, inout RowDetail) throws -> Void
    ) throws -> RowDetail? {
        let own =
            accounts.isEmpty ? "" : " AND r.account IN (\(accounts.map(String.init).joined(separator: ",")))"
        return try handle.first(
            "SELECT \(columns) FROM \(tables) WHERE r.source = ? AND r.line = ?\(own)",
            [.integer(source.source), .integer(line)]
        ) { row in
            var detail = RowDetail(
                row: RowReference(source: source.source, file: source.file, line: line), source: source,
                offset: row.int(0))
            detail.account = try AccountNames(handle).ids(of: [UInt32(clamping: row.integer(1))]).first
            try fill(row, &detail)
            return detail
        }
    }
}

extension RowDetail {
    /// Columns without a value are left out.
    mutating func add(_ name: String, _ value: String?, as kind: ArtifactKind? = nil) {
        guard let value else { return }
        let artifact = kind.map { Artifact(kind: $0, value: ExactText(value)) }
        fields.append(Field(name: name, value: value, artifact: artifact))
    }
}
