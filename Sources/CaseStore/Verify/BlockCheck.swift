/// Reads every block and compares what it holds with what stands beside it and with its source.
struct BlockCheck {
    private let handle: Handle
    private let columns: [Int: ColumnNames]

    init(_ handle: Handle) throws {
        self.handle = handle
        columns = try ExchangeStream.sourceColumns(handle)
    }

    func problems() throws -> [String] {
        var problems = try exchanges() + rollups()
        problems += try counts()
        return Array(problems.prefix(VerificationReport.mostProblems))
    }

    private func exchanges() throws -> [String] {
        let exchanges = ExchangeColumns()
        var problems: [String] = []
        try handle.each(
            "SELECT source, run, block, rows, checksum, body, first_account, last_account FROM exchange_block"
                + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, run, block"
        ) { row in
            do {
                let names = columns[row.int(0)] ?? ColumnNames()
                try check(row, checksum: 4, body: 5)
                try exchanges.decode(row.bytes(5), BlockCheck.everything(names))
                guard exchanges.count == row.int(3), exchanges.count > 0,
                    Int(exchanges.account.start[0]) == row.int(6),
                    Int(exchanges.account.start[exchanges.count - 1]) == row.int(7)
                else { throw BlockDamage.wrongCount }
            } catch let damage as BlockDamage {
                problems.append(
                    "block \(row.int(2)) of run \(row.int(1)) of source \(row.int(0)) \(damage.description)")
            }
        }
        return problems
    }

    private func rollups() throws -> [String] {
        let entries = RollupColumns()
        var problems: [String] = []
        try handle.each(
            "SELECT source, run, block, entries, checksum, body, kind FROM rollup_block"
                + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, run, kind, block"
        ) { row in
            do {
                try check(row, checksum: 4, body: 5)
                try entries.decode(row.bytes(5), kind: RollupKind(rawValue: row.text(6)))
                guard entries.count == row.int(3) else { throw BlockDamage.wrongCount }
            } catch let damage as BlockDamage {
                problems.append(
                    "rollup \(row.text(6)) block \(row.int(2)) of run \(row.int(1)) of source \(row.int(0))"
                        + " \(damage.description)")
            }
        }
        return problems
    }

    private func check(_ row: Statement, checksum: Int, body: Int) throws {
        guard blockChecksum(row.bytes(body)) == row.integer(checksum) else { throw BlockDamage.wrongChecksum }
    }

    /// Rows in blocks, and rows by day, against the rows of each source.
    private func counts() throws -> [String] {
        try handle.rows(
            """
            SELECT o.number, o.exchanges,
                (SELECT coalesce(sum(rows), 0) FROM exchange_block AS b WHERE b.source = o.number),
                (SELECT coalesce(sum(exchanges), 0) FROM day_count AS d WHERE d.source = o.number)
            FROM source AS o WHERE o.state = 'complete' ORDER BY o.number
            """
        ) { row in (source: row.int(0), exchanges: row.int(1), rows: row.int(2), days: row.int(3)) }
        .filter { $0.exchanges != $0.rows || $0.exchanges != $0.days }
        .map {
            "source \($0.source) has \($0.exchanges) exchanges, its blocks hold \($0.rows), its days \($0.days)"
        }
    }

    private static func everything(_ names: ColumnNames) -> ExchangeColumns.Wanted {
        var wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.address = true
        wanted.tokens = true
        wanted.place = true
        wanted.coded = Array(names.coded.indices)
        wanted.plain = Array(names.plain.indices)
        return wanted
    }
}
