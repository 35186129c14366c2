import Casework

/// Turns runs of a source into blocks of activity and rollups in the case. Lives on the writing thread.
final class RunWriter {
    private let source: Int
    private let insertExchanges: Statement
    private let rollups: RollupWriter
    private let sorted: SortedRun
    private var exchangeCoder = ExchangeBlockCoder()
    var days: DayCounts { rollups.days }
    private(set) var firstAt = Int64.max
    private(set) var lastAt = Int64.min
    private(set) var rows = 0

    init(_ handle: Handle, source: Int, groups: AccountGroups, sorted: SortedRun) throws {
        self.source = source
        self.sorted = sorted
        insertExchanges = try handle.prepare(
            "INSERT INTO exchange_block (source, run, block, first_account, last_account, first_at, last_at, rows,"
                + " checksum, body) VALUES (?,?,?,?,?,?,?,?,?,?)")
        rollups = try RollupWriter(handle, source: source, groups: groups)
    }

    /// Writes one run in transactions of some megabytes each. O(rows).
    func write(_ run: RunBuffer, number: Int, columns: [String], _ handle: Handle) throws {
        guard run.count > 0 else { return }
        let order = RunOrder(run)
        sorted.fill(run, order)
        try writeBlocks(run, order, number, handle)
        try handle.transaction { try rollups.write(sorted, number, columns, largestValue: run.largestValue) }
        rows += run.count
    }

    private func writeBlocks(_ run: RunBuffer, _ order: RunOrder, _ number: Int, _ handle: Handle) throws {
        var start = 0
        while start < run.count {
            let end = min(run.count, start + RunWriter.blocksPerTransaction * BlockFormat.exchangeRows)
            try handle.transaction {
                while start < end {
                    let next = min(end, start + BlockFormat.exchangeRows)
                    try writeBlock(run, order, number, start..<next)
                    start = next
                }
            }
        }
    }

    private func writeBlock(_ run: RunBuffer, _ order: RunOrder, _ number: Int, _ rows: Range<Int>) throws {
        let bounds = exchangeCoder.code(run, order, sorted, rows)
        firstAt = min(firstAt, bounds.firstAt)
        lastAt = max(lastAt, bounds.lastAt)
        let body = exchangeCoder.body.bytes
        try insertExchanges.bind([
            .integer(source), .integer(number), .integer(rows.lowerBound / BlockFormat.exchangeRows),
            .integer(Int64(bounds.firstAccount)), .integer(Int64(bounds.lastAccount)),
            .integer(bounds.firstAt),
            .integer(bounds.lastAt), .integer(rows.count), .integer(blockChecksum(body)),
        ])
        try insertExchanges.bind(10, bytes: body)
        try insertExchanges.run()
    }

    /// About 16 MB: a reader's snapshot and the log stay small.
    private static let blocksPerTransaction = 256
}
