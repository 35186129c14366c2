import CSQLiteShims

/// `exchange_hour(account, hour, count)`: exchanges by account and hour since 1970, from the rollups, added up
/// over all sources. Ordered by account, then hour.
final class ExchangeHourTable: VirtualTable {
    private let handle: Handle
    private var entries: Double?

    init(_ handle: Handle) {
        self.handle = handle
        super.init(
            name: "exchange_hour",
            declaration: "CREATE TABLE exchange_hour(account INTEGER, hour INTEGER, count INTEGER)")
    }

    override func makeScan() -> TableScan { ExchangeHourScan(handle) }

    override func plan(_ question: inout PlanQuestion) throws {
        let entries =
            try entries
            ?? Double(
                handle.number(
                    "SELECT coalesce(sum(entries), 0) FROM rollup_block WHERE kind = 'hour'"))
        self.entries = entries
        question.rows = entries
        question.cost = entries
        for condition in question.conditions where condition.column == 0 {
            guard let bound = Bound(condition.operation) else { continue }
            question.take(condition, as: bound.letter(.account))
            question.rows /= bound == .equal ? 1000 : 4
            question.cost /= bound == .equal ? 100 : 2
        }
        let columns = question.order.map(\.column)
        question.isOrdered =
            question.wantsGroups
            ? !columns.isEmpty && Set(columns).isSubset(of: [0, 1]) && columns.contains(0)
            : (columns == [0] || columns == [0, 1]) && !question.order.contains(where: \.isDescending)
    }
}

/// Reads the merged rollup a window of accounts at a time.
final class ExchangeHourScan: TableScan {
    private let handle: Handle
    /// Ranges of accounts that are still to be read, the next one last.
    private var windows: [ClosedRange<UInt32>] = []
    private var entries: [RollupEntry] = []

    init(_ handle: Handle) { self.handle = handle }

    override func begin(_ plan: PlanChoice, _ values: [OpaquePointer]) throws {
        entries = []
        let bounds = try ExchangeBounds(plan.letters, values) { _ in nil }
        windows = bounds.isEmpty ? [] : try cut(bounds.accounts).reversed()
    }

    override func nextRows() throws -> Range<Int>? {
        while let window = windows.popLast() {
            entries.removeAll(keepingCapacity: true)
            try MergedRollup(.hour, accounts: window).each(handle) { entries.append(contentsOf: $0) }
            if !entries.isEmpty { return 0..<entries.count }
        }
        return nil
    }

    override func put(_ column: Int, _ row: Int, _ context: OpaquePointer) throws {
        let entry = entries[row]
        switch column {
        case 0: sqlite3_result_int64(context, Int64(entry.account))
        case 1: sqlite3_result_int64(context, entry.value)
        default: sqlite3_result_int64(context, Int64(entry.rows))
        }
    }

    override func rowID(_ row: Int) -> Int64 {
        Int64(entries[row].account) << 32 | (entries[row].value & 0xFFFF_FFFF)
    }

    /// Windows of about a quarter of a million entries, cut after the last account of a block.
    private func cut(_ wanted: ClosedRange<Int64>) throws -> [ClosedRange<UInt32>] {
        let low = UInt32(clamping: wanted.lowerBound)
        let high = UInt32(clamping: wanted.upperBound)
        let blocks = try handle.rows(
            "SELECT last_account, entries FROM rollup_block WHERE kind = 'hour' AND first_account <= ?"
                + " AND last_account >= ? AND source <= (SELECT source FROM horizon) ORDER BY last_account",
            [.integer(Int64(high)), .integer(Int64(low))]
        ) { (last: UInt32(clamping: $0.integer(0)), entries: $0.int(1)) }
        var windows: [ClosedRange<UInt32>] = []
        var start = low
        var many = 0
        for block in blocks {
            many += block.entries
            guard many >= ExchangeHourScan.entriesPerWindow, block.last >= start, block.last < high else {
                continue
            }
            windows.append(start...block.last)
            start = block.last + 1
            many = 0
        }
        return blocks.isEmpty ? [] : windows + [start...high]
    }

    private static let entriesPerWindow = 1 << 18
}
