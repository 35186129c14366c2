public import Casework

/// Columns for the analysis: all of the evidence that it reads, as flat arrays or in batches of about a million.
extension CaseReader {
    public func accountTable() throws -> AccountTable { try connection.read(AccountTableReading.read) }

    public func valueTable() throws -> ValueTable { try connection.read(ValueTableReading.read) }

    /// Address number n is element n - 1.
    public func addressTable() throws -> [IPAddress] {
        try connection.read { handle in
            try handle.rows(
                "SELECT address FROM address WHERE source <= (SELECT source FROM horizon) ORDER BY number"
            ) {
                IPAddress(stored: $0.bytes(0))
            }
        }
    }

    /// Payments, attributes and samples' metadata.
    public func holdings() throws -> IncidenceBatch { try connection.read(HoldingReading.read) }

    /// The rollups by value that the case has: address, model, client, surface, prompt_key, attr:KIND.
    public func rollupKinds() throws -> [RollupKind] {
        try connection.read(MergedRollup.kinds).filter { $0 != .account && $0 != .hour }
    }

    /// Which account met which value of a kind in its exchanges. For addresses `value` is an address number.
    public func incidences(of kind: RollupKind, _ body: (IncidenceBatch) throws -> Void) throws {
        try connection.read { handle in
            try MergedRollup(kind).each(handle) { entries in
                var batch = IncidenceBatch()
                batch.account = entries.map(\.account)
                batch.value = entries.map { UInt32(truncatingIfNeeded: $0.value) }
                batch.count = entries.map(\.rows)
                batch.first = entries.map(\.first)
                batch.last = entries.map(\.last)
                try body(batch)
            }
        }
    }

    public func accountHours(_ body: (HourBatch) throws -> Void) throws {
        try connection.read { handle in
            try MergedRollup(.hour).each(handle) { entries in
                var batch = HourBatch()
                batch.account = entries.map(\.account)
                batch.hour = entries.map { Int32(clamping: $0.value) }
                batch.count = entries.map(\.rows)
                try body(batch)
            }
        }
    }

    public func activity(_ body: (ActivityBatch) throws -> Void) throws {
        try connection.read { handle in
            try ExchangeStream.each(handle) { entries in
                var batch = ActivityBatch()
                batch.account = entries.map(\.account)
                batch.at = entries.map(\.at)
                batch.promptKey = entries.map(\.promptKey)
                batch.model = entries.map(\.model)
                try body(batch)
            }
        }
    }

    /// Ranges of ip_ranges and of address databases, merged, by address and prefix: of an address all that is
    /// known says the longest one that holds it.
    public func ranges() throws -> [KnownRange] { try connection.read(RangeReading.read) }

    /// Profiles by name; of one name the newest.
    public func profiles() throws -> [LabProfile] {
        try connection.read { handle in
            try handle.rows(
                "SELECT p.body FROM profile AS p WHERE p.source <= (SELECT source FROM horizon) AND NOT EXISTS"
                    + " (SELECT 1 FROM profile AS n WHERE n.name = p.name AND n.source > p.source"
                    + " AND n.source <= (SELECT source FROM horizon)) ORDER BY p.name"
            ) { try JSONColumn.decode($0.text(0)) }
        }
    }
}

enum AccountTableReading {
    /// Reads in order of numbers, as the tables lie, and sorts by id afterwards: reading in order of ids would
    /// jump from page to page.
    static func read(_ handle: Handle) throws -> AccountTable {
        var table = AccountTable()
        var channel = TextCoding()
        var country = TextCoding()
        var emailDomain = TextCoding()
        var emailHash = TextCoding()
        var organisation = TextCoding()
        try handle.each(
            "SELECT number, account_id, created_at, closed_at, status, plan, channel, declared_country, email_domain,"
                + " email_hash, org_name FROM account ORDER BY number"
        ) { row in
            table.number.append(UInt32(truncatingIfNeeded: row.integer(0)))
            table.ids.append(row.bytes(1))
            table.createdAt.append(row.isNull(2) ? AccountTable.noTime : row.integer(2))
            table.closedAt.append(row.isNull(3) ? AccountTable.noTime : row.integer(3))
            table.status.append(row.word(4))
            table.plan.append(row.word(5))
            channel.append(row, 6)
            country.append(row, 7)
            emailDomain.append(row, 8)
            emailHash.append(row, 9)
            organisation.append(row, 10)
        }
        table.channel = channel.coded
        table.country = country.coded
        table.emailDomain = emailDomain.coded
        table.emailHash = emailHash.coded
        table.organisation = organisation.coded
        return table.ordered(by: table.ids.sortedPlaces())
    }
}

extension AccountTable {
    /// The same accounts in another order.
    fileprivate func ordered(by places: [Int]) -> AccountTable {
        var table = AccountTable()
        table.number = places.map { number[$0] }
        table.ids = ids.ordered(by: places)
        table.createdAt = places.map { createdAt[$0] }
        table.closedAt = places.map { closedAt[$0] }
        table.status = places.map { status[$0] }
        table.plan = places.map { plan[$0] }
        table.channel = channel.ordered(by: places)
        table.country = country.ordered(by: places)
        table.emailDomain = emailDomain.ordered(by: places)
        table.emailHash = emailHash.ordered(by: places)
        table.organisation = organisation.ordered(by: places)
        return table
    }
}

enum ValueTableReading {
    static func read(_ handle: Handle) throws -> ValueTable {
        var table = ValueTable()
        var kinds: [String: UInt16] = [:]
        try handle.each(
            "SELECT kind, value FROM value WHERE source <= (SELECT source FROM horizon) ORDER BY number"
        ) { row in
            let name = row.text(0)
            let kind = kinds[name] ?? UInt16(clamping: kinds.count)
            if kinds[name] == nil {
                kinds[name] = kind
                table.kinds.append(ArtifactKind(name))
            }
            table.kind.append(kind)
            table.texts.append(row.bytes(1))
        }
        table.paymentKind = Array(repeating: nil, count: table.count)
        try handle.each(
            "SELECT value, payment_kind FROM holding WHERE payment_kind IS NOT NULL"
                + " AND source <= (SELECT source FROM horizon) ORDER BY source DESC, number DESC"
        ) { row in
            let place = row.int(0) - 1
            if table.paymentKind.indices.contains(place) { table.paymentKind[place] = row.word(1) }
        }
        return table
    }
}

enum HoldingReading {
    /// One row of evidence. Unknown times are those that lose every comparison.
    private struct Row {
        /// Account in the upper half, value in the lower.
        var pair: UInt64
        var uses: Int64
        var first: Int64
        var last: Int64
    }

    /// Sorted here: the store would do it row by row. O(rows log rows).
    static func read(_ handle: Handle) throws -> IncidenceBatch {
        var rows: [Row] = []
        try handle.each(
            "SELECT account, value, coalesce(uses, 1), first_seen, last_seen FROM holding"
                + " WHERE source <= (SELECT source FROM horizon)"
        ) { row in
            let (account, value) = (row.integer(0), row.integer(1))
            rows.append(
                Row(
                    pair: UInt64(UInt32(truncatingIfNeeded: account)) << 32
                        | UInt64(UInt32(truncatingIfNeeded: value)),
                    uses: row.integer(2), first: row.isNull(3) ? .max : row.integer(3),
                    last: row.isNull(4) ? .min : row.integer(4)))
        }
        rows.sort { $0.pair < $1.pair }
        var batch = IncidenceBatch()
        var start = 0
        while start < rows.count {
            var sum = rows[start]
            var next = start + 1
            while next < rows.count, rows[next].pair == sum.pair {
                sum.uses &+= rows[next].uses
                sum.first = min(sum.first, rows[next].first)
                sum.last = max(sum.last, rows[next].last)
                next += 1
            }
            append(sum, to: &batch)
            start = next
        }
        return batch
    }

    private static func append(_ sum: Row, to batch: inout IncidenceBatch) {
        batch.account.append(UInt32(truncatingIfNeeded: sum.pair >> 32))
        batch.value.append(UInt32(truncatingIfNeeded: sum.pair))
        batch.count.append(UInt32(clamping: max(1, sum.uses)))
        batch.first.append(sum.first == .max ? AccountTable.noTime : sum.first)
        batch.last.append(sum.last == .min ? AccountTable.noTime : sum.last)
    }
}
