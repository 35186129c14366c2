public import Casework

/// The rows of evidence that a claim rests on.
public struct EvidenceRows: Hashable, Sendable, Codable {
    public var total: Int
    /// The first of them, by source and line.
    public var rows: [RowReference]

    public init(total: Int, rows: [RowReference]) {
        self.total = total
        self.rows = rows
    }
}

extension CaseReader {
    /// Rows in which any of `accounts` has a value: of accounts, payments, attributes, samples and exchanges.
    ///
    /// Of exchanges only the blocks that hold these accounts are read. A `network` value is a range of addresses;
    /// for `sign_up` the rows are those of accounts.
    public func rows(
        holding artifact: Artifact, by accounts: [AccountID], limit: Int = 20
    ) throws -> EvidenceRows {
        try connection.read { handle in
            var query = try RowQuery(handle, artifact, accounts)
            try query.run()
            let rows = query.rows.sorted()
            return EvidenceRows(total: rows.count, rows: Array(rows.prefix(max(0, limit))))
        }
    }
}

struct RowQuery {
    private let handle: Handle
    private let artifact: Artifact
    private var accounts: [Int] = []
    private let files: [Int: String]
    private(set) var rows: [RowReference] = []

    init(_ handle: Handle, _ artifact: Artifact, _ ids: [AccountID]) throws {
        self.handle = handle
        self.artifact = artifact
        files = try SourceFiles.names(handle)
        for id in Set(ids).sorted() {
            accounts += try handle.rows(
                "SELECT number FROM account_identity WHERE account_id = ?", [.text(id.string)]
            ) { $0.int(0) }
        }
    }

    mutating func run() throws {
        try fromAccounts()
        if artifact.kind == .template { try fromSamples() }
        let values = try handle.rows(
            "SELECT number FROM value WHERE kind = ? AND value = ?",
            [.text(artifact.kind.rawValue), .text(artifact.value.string)]
        ) { $0.int(0) }
        for value in values { try fromHoldings(value) }
        try fromExchanges(Set(values.map(UInt64.init)), addresses())
    }

    private mutating func add(source: Int, line: Int) {
        guard let file = files[source] else { return }
        rows.append(RowReference(source: source, file: file, line: line))
    }

    private mutating func fromAccounts() throws {
        let condition: String
        switch artifact.kind {
        case .emailDomain: condition = "email_domain = ?"
        case .emailHash: condition = "email_hash = ?"
        case .organisation: condition = "org_name = ?"
        case .signUp: condition = "? IS NOT NULL"
        default: return
        }
        for account in accounts {
            let found = try handle.rows(
                "SELECT source, line FROM account_record WHERE account = ? AND \(condition)",
                [.integer(account), .text(artifact.value.string)]
            ) { ($0.int(0), $0.int(1)) }
            for row in found { add(source: row.0, line: row.1) }
        }
    }

    private mutating func fromSamples() throws {
        for account in accounts {
            let found = try handle.rows(
                "SELECT p.source, p.line FROM sample AS p JOIN template_member AS t ON t.source = p.source"
                    + " AND t.number = p.number WHERE p.account = ? AND t.template = ?",
                [.integer(account), .text(artifact.value.string)]
            ) { ($0.int(0), $0.int(1)) }
            for row in found { add(source: row.0, line: row.1) }
        }
    }

    private mutating func fromHoldings(_ value: Int) throws {
        for account in accounts {
            let found = try handle.rows(
                "SELECT source, line FROM holding WHERE account = ? AND value = ?",
                [.integer(account), .integer(value)]
            ) { ($0.int(0), $0.int(1)) }
            for row in found { add(source: row.0, line: row.1) }
        }
    }

    /// Numbers of the addresses that the artifact is or holds.
    private func addresses() throws -> Set<UInt64> {
        let range: AddressRange?
        switch artifact.kind {
        case .address: range = IPAddress(artifact.value.string).map { AddressRange(masking: $0, prefix: 128) }
        case .network: range = AddressRange(artifact.value.string)
        default: range = nil
        }
        guard let range else { return [] }
        let last = range.last
        return Set(
            try handle.rows(
                "SELECT number FROM address WHERE address BETWEEN ? AND ?",
                [.bytes(range.address.stored), .bytes(last.stored)]
            ) { UInt64($0.int(0)) })
    }

    private mutating func fromExchanges(_ values: Set<UInt64>, _ addresses: Set<UInt64>) throws {
        guard !values.isEmpty || !addresses.isEmpty else { return }
        let columns = try ExchangeStream.sourceColumns(handle)
        let exchanges = ExchangeColumns()
        for account in accounts {
            let blocks = try handle.rows(
                "SELECT rowid, source FROM exchange_block WHERE first_account <= ?1 AND last_account >= ?1"
                    + " AND source <= (SELECT source FROM horizon)", [.integer(account)]
            ) { (rowid: $0.integer(0), source: $0.int(1)) }
            for block in blocks {
                let wanted = wanted(columns[block.source] ?? ColumnNames(), hasAddresses: !addresses.isEmpty)
                if wanted.coded.isEmpty, !wanted.address { continue }
                try handle.each("SELECT body FROM exchange_block WHERE rowid = ?", [.integer(block.rowid)]) {
                    try exchanges.decode($0.bytes(0), wanted)
                }
                take(exchanges, wanted, UInt32(clamping: account), block.source, values, addresses)
            }
        }
    }

    private func wanted(_ names: ColumnNames, hasAddresses: Bool) -> ExchangeColumns.Wanted {
        var wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.place = true
        wanted.address = hasAddresses
        wanted.coded = names.coded.indices.filter {
            ArtifactKind(columnName: names.coded[$0]) == artifact.kind
        }
        return wanted
    }

    private mutating func take(
        _ exchanges: ExchangeColumns, _ wanted: ExchangeColumns.Wanted, _ account: UInt32, _ source: Int,
        _ values: Set<UInt64>, _ addresses: Set<UInt64>
    ) {
        for row in 0..<exchanges.count where exchanges.account.start[row] == account {
            let holdsAddress = wanted.address && addresses.contains(exchanges.address.start[row])
            let holdsValue = wanted.coded.indices.contains { values.contains(exchanges.coded[$0].start[row]) }
            if holdsAddress || holdsValue {
                add(source: source, line: Int(truncatingIfNeeded: exchanges.line.start[row]))
            }
        }
    }
}

extension AddressRange {
    /// The highest address of the range.
    var last: IPAddress {
        let host = 128 - Int(prefix)
        let low: UInt64 = host >= 64 ? .max : host == 0 ? 0 : (1 &<< UInt64(host)) &- 1
        let high: UInt64 = host <= 64 ? 0 : host >= 128 ? .max : (1 &<< UInt64(host - 64)) &- 1
        return IPAddress(high: address.high | high, low: address.low | low)
    }
}
