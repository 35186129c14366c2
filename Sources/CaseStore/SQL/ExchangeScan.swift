import CSQLiteShims

/// Reads `exchange` for one query.
///
/// Block by block in the order of source, run and block; or merged: runs are sorted by account, time and line
/// each, and `RunMerge` gives stretches of one run that come before every other run's next row. A stretch is what
/// SQLite then walks through without asking. Memory: one decoded block, or one for each run when merged.
final class ExchangeScan: TableScan {
    private let handle: Handle
    private let fields: ExchangeFields
    private let loader: BlockLoader
    private var directory: [BlockEntry]?
    private var bounds: ExchangeBounds?
    private var isMerged = false

    /// The blocks to be read, by run when merged, and how many of each list are loaded.
    private var runs: [[BlockEntry]] = []
    private var loaded: [Int] = []
    private var merge = RunMerge(runs: 0)
    /// The rest of the stretch that is being given.
    private var stretch = 0..<0

    init(_ handle: Handle) {
        self.handle = handle
        fields = ExchangeFields(handle)
        loader = BlockLoader(handle)
    }

    override func begin(_ plan: PlanChoice, _ values: [OpaquePointer]) throws {
        let bounds = try ExchangeBounds(plan.letters, values) { try fields.number(ofAccount: $0) }
        self.bounds = bounds
        isMerged = plan.number & ExchangeTable.merged != 0
        let wanted = UInt64(UInt32(bitPattern: plan.number & ~ExchangeTable.merged))
        let isCounting =
            wanted & ~ExchangeField.source.bit == 0 && !bounds.limitsAccounts && !bounds.limitsTime
        try loader.begin(fields: wanted, decodes: isMerged || !isCounting)
        runs = try kept(bounds)
        loaded = Array(repeating: 0, count: runs.count)
        fields.blocks = Array(repeating: nil, count: runs.count)
        stretch = 0..<0
        merge = RunMerge(runs: runs.count)
        for run in runs.indices {
            if let rows = try loadNext(run) { merge.add(run, rows) }
        }
    }

    override func nextRows() throws -> Range<Int>? {
        while true {
            if let rows = nextInStretch() { return rows }
            guard let run = merge.first else { return nil }
            if merge.isUsedUp {
                if let rows = try loadNext(run) { merge.replaceFirst(rows) } else { merge.removeFirst() }
                continue
            }
            fields.run = run
            (fields.account, fields.at) = merge.columns
            stretch = merge.takeStretch()
        }
    }

    override func put(_ column: Int, _ row: Int, _ context: OpaquePointer) throws {
        try fields.put(column, row, context)
    }

    override func rowID(_ row: Int) -> Int64 { fields.rowID(row) }

    /// Rows of the stretch up to the next one that lies outside the wanted time.
    private func nextInStretch() -> Range<Int>? {
        guard !stretch.isEmpty else { return nil }
        guard let bounds, bounds.limitsTime, let at = fields.at else {
            let all = stretch
            stretch = 0..<0
            return all
        }
        var start = stretch.lowerBound
        while start < stretch.upperBound, !bounds.at.contains(at[start]) { start &+= 1 }
        var end = start
        while end < stretch.upperBound, bounds.at.contains(at[end]) { end &+= 1 }
        stretch = end..<stretch.upperBound
        return start == end ? nil : start..<end
    }

    /// The blocks that may hold wanted rows, by run when merged.
    private func kept(_ bounds: ExchangeBounds) throws -> [[BlockEntry]] {
        if bounds.isEmpty { return [] }
        let all = try directory ?? BlockEntry.all(handle)
        directory = all
        let entries = all.filter { entry in
            entry.accounts.overlaps(bounds.accounts) && entry.at.overlaps(bounds.at)
                && (bounds.source ?? entry.source) == entry.source
        }
        guard isMerged else { return entries.isEmpty ? [] : [entries] }
        var runs: [[BlockEntry]] = []
        for (index, entry) in entries.enumerated() {
            if index > 0, entry.isSameRun(entries[index - 1]) {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs
    }

    /// Loads a run's next block that has rows of wanted accounts; nil when there is none.
    private func loadNext(_ run: Int) throws -> RunMerge.Rows? {
        while loaded[run] < runs[run].count {
            let entry = runs[run][loaded[run]]
            loaded[run] += 1
            let block = try isMerged ? loader.load(entry, reusing: fields.blocks[run]) : loader.load(entry)
            fields.blocks[run] = block
            let rows = rows(of: block)
            guard !rows.isEmpty else { continue }
            return RunMerge.Rows(
                account: UnsafePointer(block.columns.account.start),
                at: UnsafePointer(block.columns.at.start),
                rows: rows)
        }
        return nil
    }

    /// Rows of the wanted accounts: a block is sorted by account.
    private func rows(of block: LoadedBlock) -> Range<Int> {
        guard let bounds, bounds.limitsAccounts else { return 0..<block.count }
        let low = block.firstRow { $0 >= bounds.accounts.lowerBound }
        let high = block.firstRow { $0 > bounds.accounts.upperBound }
        return low..<max(low, high)
    }
}
