import Casework

/// Turns runs of a source into blocks of activity and rollups in the case. Lives on the writing thread.
final class RunWriter {
    private let source: Int
    private let insertExchanges: Statement
    private let insertRollup: Statement
    private let groups: AccountGroups
    private var exchangeCoder = ExchangeBlockCoder()
    private var rollupCoder = RollupBlockCoder()
    private var records: UnsafeMutablePointer<UnsafePointer<UInt32>>
    private var recordCapacity = 1 << 16
    private(set) var days = DayCounts()
    private(set) var firstAt = Int64.max
    private(set) var lastAt = Int64.min
    private(set) var rows = 0

    init(_ handle: Handle, source: Int, groups: AccountGroups) throws {
        self.source = source
        self.groups = groups
        insertExchanges = try handle.prepare(
            "INSERT INTO exchange_block (source, run, block, first_account, last_account, first_at, last_at, rows,"
                + " checksum, body) VALUES (?,?,?,?,?,?,?,?,?,?)")
        insertRollup = try handle.prepare(
            "INSERT INTO rollup_block (source, run, kind, block, first_account, last_account, entries, checksum,"
                + " body) VALUES (?,?,?,?,?,?,?,?,?)")
        records = .allocate(capacity: recordCapacity)
    }

    deinit { records.deallocate() }

    /// Writes one run in transactions of some megabytes each. O(rows).
    func write(_ run: RunBuffer, number: Int, columns: [String], _ handle: Handle) throws {
        guard run.count > 0 else { return }
        let order = RunOrder(run)
        try writeBlocks(run, order, number, handle)
        try handle.transaction { try writeRollups(run, order, number, columns) }
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
        let bounds = exchangeCoder.code(run, order, rows)
        firstAt = min(firstAt, bounds.firstAt)
        lastAt = max(lastAt, bounds.lastAt)
        let body = exchangeCoder.body.bytes
        try insertExchanges.bind([
            .integer(source), .integer(number), .integer(rows.lowerBound / BlockFormat.exchangeRows),
            .integer(Int64(bounds.firstAccount)), .integer(Int64(bounds.lastAccount)), .integer(bounds.firstAt),
            .integer(bounds.lastAt), .integer(rows.count), .integer(blockChecksum(body)),
        ])
        try insertExchanges.bind(10, bytes: body)
        try insertExchanges.run()
    }

    // MARK: - Rollups

    /// One pass over the accounts; each account's records are visited once for all kinds.
    private func writeRollups(_ run: RunBuffer, _ order: RunOrder, _ number: Int, _ columns: [String]) throws {
        let whole = RollupEntries(kind: .account)
        let hours = RollupEntries(kind: .hour)
        let byValue = RunWriter.valueRollups(columns)
        admit(run, byValue.map(\.place))
        var start = 0
        while start < run.count {
            let (account, many) = gather(run, order, start)
            try addWhole(account, many, whole, number)
            try addHours(account, many, hours, number)
            for rollup in byValue {
                groups.collect(records, many, place: rollup.place)
                for index in 0..<groups.count {
                    rollup.entries.add(
                        account, UInt64(groups.value[index]), rows: UInt64(groups.rows[index]),
                        first: groups.first[index], last: groups.last[index])
                    if rollup.entries.isFull { try flush(rollup.entries, number) }
                }
            }
            start += many
        }
        for entries in [whole, hours] + byValue.map(\.entries) where entries.count > 0 {
            try flush(entries, number)
        }
    }

    /// The rollups of a file with these coded columns, and where each finds its value in a record.
    private static func valueRollups(_ columns: [String]) -> [(place: Int, entries: RollupEntries)] {
        [(RunBuffer.address, RollupEntries(kind: .address))]
            + columns.enumerated().filter { !RollupKind.isOnlyKept(column: $0.element) }.map {
                (RunBuffer.fixedWords + $0.offset, RollupEntries(kind: RollupKind(rawValue: $0.element)))
            }
    }

    private func admit(_ run: RunBuffer, _ places: [Int]) {
        var largest: UInt32 = 0
        for row in 0..<run.count {
            let record = run.record(row)
            for place in places { largest = max(largest, record[place]) }
        }
        groups.admit(largest)
    }

    /// Points `records` at the rows of the account that begins at `start` of the order.
    private func gather(_ run: RunBuffer, _ order: RunOrder, _ start: Int) -> (account: UInt32, many: Int) {
        order.rows.withUnsafeBufferPointer { rows in
            let account = run.record(Int(rows[start]))[RunBuffer.account]
            var end = start
            while end < rows.count {
                let record = run.record(Int(rows[end]))
                if record[RunBuffer.account] != account { break }
                if end &- start == recordCapacity { growRecords() }
                records[end &- start] = UnsafePointer(record)
                end &+= 1
            }
            return (account, end &- start)
        }
    }

    private func growRecords() {
        let grown = UnsafeMutablePointer<UnsafePointer<UInt32>>.allocate(capacity: recordCapacity * 2)
        grown.update(from: records, count: recordCapacity)
        records.deallocate()
        records = grown
        recordCapacity *= 2
    }

    private func addWhole(_ account: UInt32, _ many: Int, _ entries: RollupEntries, _ number: Int) throws {
        entries.add(
            account, 0, rows: UInt64(many), first: RunBuffer.long(records[0], RunBuffer.at),
            last: RunBuffer.long(records[many - 1], RunBuffer.at))
        if entries.isFull { try flush(entries, number) }
    }

    /// Rows are in order of time, so the rows of an hour lie together.
    private func addHours(_ account: UInt32, _ many: Int, _ entries: RollupEntries, _ number: Int) throws {
        var row = 0
        while row < many {
            let hour = hourNumber(RunBuffer.long(records[row], RunBuffer.at))
            let end = (hour &+ 1) &* 3_600_000
            var next = row &+ 1
            while next < many, RunBuffer.long(records[next], RunBuffer.at) < end { next &+= 1 }
            entries.add(account, UInt64(bitPattern: hour), rows: UInt64(next &- row), first: 0, last: 0)
            days.add(next &- row, hour: hour)
            if entries.isFull { try flush(entries, number) }
            row = next
        }
    }

    private func flush(_ entries: RollupEntries, _ number: Int) throws {
        rollupCoder.code(entries)
        let body = rollupCoder.body.bytes
        try insertRollup.bind([
            .integer(source), .integer(number), .text(entries.kind.rawValue), .integer(entries.blocks),
            .integer(Int64(entries.account[0])), .integer(Int64(entries.account[entries.count - 1])),
            .integer(entries.count), .integer(blockChecksum(body)),
        ])
        try insertRollup.bind(9, bytes: body)
        try insertRollup.run()
        entries.blocks += 1
        entries.removeAll()
    }

    /// About 16 MB: a reader's snapshot and the log stay small.
    private static let blocksPerTransaction = 256
}

/// Hours since 1970, also before.
func hourNumber(_ milliseconds: Int64) -> Int64 {
    let quotient = milliseconds / 3_600_000
    return milliseconds % 3_600_000 < 0 ? quotient - 1 : quotient
}

/// Exchanges by UTC day, counted by the hour.
struct DayCounts {
    /// Days since 1970 from the first to the last that evidence may bear, with a clock offset of a day.
    private var counts = [Int](repeating: 0, count: DayCounts.days)
    /// Days beyond, which only a wild clock offset makes.
    private var others: [Int: Int] = [:]

    mutating func add(_ rows: Int, hour: Int64) {
        let day = Int(hour >= 0 ? hour / 24 : (hour - 23) / 24)
        if day >= 0, day < DayCounts.days { counts[day] &+= rows } else { others[day, default: 0] += rows }
    }

    /// Days with exchanges, in order.
    var sorted: [(day: Int, exchanges: Int)] {
        let regular = counts.enumerated().filter { $0.element > 0 }.map { (day: $0.offset, exchanges: $0.element) }
        let wild = others.map { (day: $0.key, exchanges: $0.value) }
        return (regular + wild).sorted { $0.day < $1.day }
    }

    /// Up to the year 2101.
    private static let days = 47_850
}
