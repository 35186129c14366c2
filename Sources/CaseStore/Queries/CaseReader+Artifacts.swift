public import Casework

extension CaseReader {
    /// A value and who holds it. For values that only exchanges name, all rollups of the kind are read.
    ///
    /// - Throws: `StoreError.notFound`.
    public func artifact(_ artifact: Artifact, holders limit: Int = 100) throws -> ArtifactDetail {
        try connection.read { handle in
            let holders = try HolderQuery(handle).holders(of: artifact)
            guard !holders.isEmpty else {
                throw StoreError.notFound("artifact:\(artifact.kind.rawValue):\(artifact.value.string)")
            }
            var row = ArtifactRow(
                kind: artifact.kind, value: artifact.value, accounts: holders.count,
                flagged: holders.count {
                    $0.campaign != nil || $0.status == .banned || $0.status == .suspended
                })
            try handle.each(
                "SELECT verdict, bits, reasons FROM artifact_verdict WHERE kind = ? AND value = ?",
                [.text(artifact.kind.rawValue), .text(artifact.value.string)]
            ) {
                row.verdict = $0.word(0)
                row.bits = $0.optionalDouble(1)
                row.reasons = try JSONColumn.decode($0.text(2))
            }
            return ArtifactDetail(row: row, holders: Array(holders.prefix(max(0, limit))))
        }
    }

    /// The range itself, or the longest one that holds it: an address is a range of one.
    ///
    /// - Throws: `StoreError.notFound`.
    public func network(_ wanted: AddressRange, holders limit: Int = 100) throws -> NetworkDetail {
        try connection.read { handle in
            let ranges = try RangeReading.read(handle)
            let fitting = ranges.filter {
                $0.range == wanted || ($0.range.prefix <= wanted.prefix && $0.range.contains(wanted.address))
            }
            guard let record = fitting.max(by: { $0.range.prefix < $1.range.prefix }) else {
                throw StoreError.notFound("net:\(wanted)")
            }
            let isAddress = wanted.prefix == 128
            let holders = try HolderQuery(handle).holders(
                of: isAddress && record.range != wanted ? wanted : record.range, ranges.map(\.range))
            var row = NetworkRow(
                net: record.range.description, accounts: holders.count,
                flagged: holders.count {
                    $0.campaign != nil || $0.status == .banned || $0.status == .suspended
                })
            row.asn = record.asNumber
            row.asName = record.asName
            row.country = record.country
            row.usage = record.usage
            row.userCount = record.userCount
            return NetworkDetail(
                row: row, address: isAddress ? wanted.address.description : nil,
                holders: Array(holders.prefix(max(0, limit))))
        }
    }

    /// - Throws: `StoreError.notFound`.
    public func source(_ number: Int) throws -> SourceRow {
        let filter = Filter.field("source", .matches(pattern: String(number), isGlob: false))
        guard let source = try sources(ListQuery(filter: filter)).first else {
            throw StoreError.notFound("source:\(number)")
        }
        return source
    }
}

struct HolderQuery {
    private let handle: Handle

    init(_ handle: Handle) { self.handle = handle }

    /// How often and when, by account number.
    private typealias Uses = [Int: (uses: Int?, first: Timestamp?, last: Timestamp?)]

    func holders(of artifact: Artifact) throws -> [HolderRow] { try rows(uses(of: artifact)) }

    /// The numbers of the accounts that hold a value, in order; of a network, those of the list of networks.
    func numbers(of artifact: Artifact) throws -> [Int] {
        guard artifact.kind == .network, let range = AddressRange(artifact.value.string) else {
            return try uses(of: artifact).keys.sorted()
        }
        let known = try RangeReading.read(handle).map(\.range)
        return try uses(of: range, known).keys.sorted()
    }

    private func uses(of artifact: Artifact) throws -> Uses {
        var uses: Uses = [:]
        if artifact.kind == .address, let address = IPAddress(artifact.value.string) {
            try addAddresses(in: AddressRange(masking: address, prefix: 128), but: [], to: &uses)
        }
        try addAccountColumn(artifact, to: &uses)
        if artifact.kind == .template { try addSamples(artifact.value, to: &uses) }
        let value = try handle.first(
            "SELECT number FROM value WHERE kind = ? AND value = ?",
            [.text(artifact.kind.rawValue), .text(artifact.value.string)]
        ) { $0.int(0) }
        if let value {
            try addHoldings(value, to: &uses)
            for kind in try MergedRollup.kinds(handle) where kind.valueKind == artifact.kind {
                try add(kind, to: &uses) { $0 == UInt64(value) }
            }
        }
        return uses
    }

    /// Accounts with an address in the range and in no longer one of `ranges`.
    func holders(of range: AddressRange, _ ranges: [AddressRange]) throws -> [HolderRow] {
        try rows(uses(of: range, ranges))
    }

    private func uses(of range: AddressRange, _ ranges: [AddressRange]) throws -> Uses {
        var uses: Uses = [:]
        let inner = ranges.filter { $0.prefix > range.prefix && range.contains($0.address) }
        try addAddresses(in: range, but: inner, to: &uses)
        return uses
    }

    private func addAddresses(in range: AddressRange, but inner: [AddressRange], to uses: inout Uses) throws {
        let found = try handle.rows(
            "SELECT number, address FROM address WHERE address BETWEEN ? AND ?",
            [.bytes(range.address.stored), .bytes(range.last.stored)]
        ) { (number: UInt64($0.int(0)), address: IPAddress(stored: $0.bytes(1))) }
        let numbers = Set(
            found.filter { each in !inner.contains { $0.contains(each.address) } }.map(\.number))
        guard !numbers.isEmpty else { return }
        try add(.address, to: &uses) { numbers.contains($0) }
    }

    private func addAccountColumn(_ artifact: Artifact, to uses: inout Uses) throws {
        let column: String
        switch artifact.kind {
        case .emailDomain: column = "email_domain"
        case .emailHash: column = "email_hash"
        case .organisation: column = "org_name"
        default: return
        }
        try handle.each(
            "SELECT account FROM account_record WHERE \(column) = ? AND source <= (SELECT source FROM horizon)",
            [.text(artifact.value.string)]
        ) { uses[$0.int(0)] = (nil, nil, nil) }
    }

    private func addSamples(_ template: ExactText, to uses: inout Uses) throws {
        try handle.each(
            "SELECT p.account, count(*), min(p.at), max(p.at) FROM template_member AS t JOIN sample AS p"
                + " ON p.source = t.source AND p.number = t.number WHERE t.template = ? GROUP BY p.account",
            [.text(template.string)]
        ) { uses[$0.int(0)] = ($0.optionalInt(1), $0.time(2), $0.time(3)) }
    }

    private func addHoldings(_ value: Int, to uses: inout Uses) throws {
        try handle.each(
            "SELECT account, sum(uses), min(first_seen), max(last_seen) FROM holding WHERE value = ?"
                + " AND source <= (SELECT source FROM horizon) GROUP BY account", [.integer(value)]
        ) { uses[$0.int(0)] = ($0.optionalInt(1), $0.time(2), $0.time(3)) }
    }

    private func add(_ kind: RollupKind, to uses: inout Uses, _ isWanted: (UInt64) -> Bool) throws {
        try RollupScan.each(handle, kind) { columns in
            for entry in 0..<columns.count where isWanted(columns.value.start[entry]) {
                let account = Int(columns.account.start[entry])
                let known = uses[account]
                let first = Timestamp(milliseconds: columns.first.start[entry])
                let last = Timestamp(milliseconds: columns.last.start[entry])
                uses[account] = (
                    (known?.uses ?? 0) + Int(truncatingIfNeeded: columns.rows.start[entry]),
                    min(known?.first ?? first, first), max(known?.last ?? last, last)
                )
            }
        }
    }

    private func rows(_ uses: Uses) throws -> [HolderRow] {
        let statement = try handle.prepare(
            "SELECT i.account_id, s.campaign, r.status FROM account_identity AS i LEFT JOIN account_standing AS s"
                + " ON s.account = i.number LEFT JOIN account_record AS r ON r.account = i.number"
                + " AND r.source <= (SELECT source FROM horizon) WHERE i.number = ?")
        var rows: [HolderRow] = []
        for (account, use) in uses {
            try statement.bind(1, .integer(account))
            if try statement.step() {
                rows.append(
                    HolderRow(
                        accountId: AccountID(statement.text(0)), uses: use.uses, firstAt: use.first,
                        lastAt: use.last, campaign: statement.optionalText(1), status: statement.word(2)))
            }
            statement.reset()
        }
        return rows.sorted { $0.accountId < $1.accountId }
    }
}
