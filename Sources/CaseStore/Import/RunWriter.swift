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
    let days = DayCounts()
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
        let rollups = RollupSet(columns: columns)
        admit(run, rollups)
        try order.rows.withUnsafeBufferPointer { rows in
            var start = 0
            while start < rows.count {
                let (account, many) = gather(run, rows, start)
                let records = UnsafePointer(records)
                try addWhole(account, records, many, rollups, number)
                try addHours(account, records, many, rollups, number)
                for kind in RollupSet.firstValue..<rollups.count {
                    try addValues(account, records, many, rollups, kind, number)
                }
                start &+= many
            }
        }
        for kind in 0..<rollups.count where rollups.entries[kind].count > 0 { try flush(rollups, kind, number) }
    }

    private func admit(_ run: RunBuffer, _ rollups: RollupSet) {
        var largest: UInt32 = 0
        for row in 0..<run.count {
            let record = run.record(row)
            for kind in RollupSet.firstValue..<rollups.count {
                largest = max(largest, record[rollups.places[kind]])
            }
        }
        groups.admit(largest)
    }

    /// Points `records` at the rows of the account that begins at `start` of the order.
    private func gather(
        _ run: RunBuffer, _ rows: UnsafeBufferPointer<UInt32>, _ start: Int
    ) -> (account: UInt32, many: Int) {
        let account = run.record(Int(rows[start]))[RunBuffer.account]
        var end = start
        var (target, capacity) = (records, recordCapacity)
        while end < rows.count {
            let record = run.record(Int(rows[end]))
            if record[RunBuffer.account] != account { break }
            if end &- start == capacity {
                growRecords()
                (target, capacity) = (records, recordCapacity)
            }
            target[end &- start] = UnsafePointer(record)
            end &+= 1
        }
        return (account, end &- start)
    }

    private func growRecords() {
        let grown = UnsafeMutablePointer<UnsafePointer<UInt32>>.allocate(capacity: recordCapacity * 2)
        grown.update(from: records, count: recordCapacity)
        records.deallocate()
        records = grown
        recordCapacity *= 2
    }

    private typealias Records = UnsafePointer<UnsafePointer<UInt32>>

    private func addWhole(
        _ account: UInt32, _ records: Records, _ many: Int, _ rollups: RollupSet, _ number: Int
    ) throws {
        rollups.entries[RollupSet.account].add(
            account, 0, rows: UInt64(many), first: RunBuffer.long(records[0], RunBuffer.at),
            last: RunBuffer.long(records[many &- 1], RunBuffer.at))
        if rollups.entries[RollupSet.account].isFull { try flush(rollups, RollupSet.account, number) }
    }

    /// Rows are in order of time, so the rows of an hour lie together.
    private func addHours(
        _ account: UInt32, _ records: Records, _ many: Int, _ rollups: RollupSet, _ number: Int
    ) throws {
        let days = days
        var row = 0
        while row < many {
            let hour = hourNumber(RunBuffer.long(records[row], RunBuffer.at))
            let end = (hour &+ 1) &* 3_600_000
            var next = row &+ 1
            while next < many, RunBuffer.long(records[next], RunBuffer.at) < end { next &+= 1 }
            rollups.entries[RollupSet.hour].add(
                account, UInt64(bitPattern: hour), rows: UInt64(next &- row), first: 0, last: 0)
            days.add(next &- row, hour: hour)
            if rollups.entries[RollupSet.hour].isFull { try flush(rollups, RollupSet.hour, number) }
            row = next
        }
    }

    private func addValues(
        _ account: UInt32, _ records: Records, _ many: Int, _ rollups: RollupSet, _ kind: Int, _ number: Int
    ) throws {
        let place = rollups.places[kind]
        if many == 1 {
            let value = records[0][place]
            guard value != 0 else { return }
            let at = RunBuffer.long(records[0], RunBuffer.at)
            rollups.entries[kind].add(account, UInt64(value), rows: 1, first: at, last: at)
            if rollups.entries[kind].isFull { try flush(rollups, kind, number) }
            return
        }
        groups.collect(records, many, place: place)
        let (value, rows, first, last) = (groups.value, groups.rows, groups.first, groups.last)
        for index in 0..<groups.count {
            rollups.entries[kind].add(
                account, UInt64(value[index]), rows: UInt64(rows[index]), first: first[index], last: last[index])
            if rollups.entries[kind].isFull { try flush(rollups, kind, number) }
        }
    }

    private func flush(_ rollups: RollupSet, _ kind: Int, _ number: Int) throws {
        let entries = rollups.entries[kind]
        rollupCoder.code(entries)
        let body = rollupCoder.body.bytes
        try insertRollup.bind([
            .integer(source), .integer(number), .text(rollups.kinds[kind].rawValue), .integer(entries.blocks),
            .integer(Int64(entries.account[0])), .integer(Int64(entries.account[entries.count - 1])),
            .integer(entries.count), .integer(blockChecksum(body)),
        ])
        try insertRollup.bind(9, bytes: body)
        try insertRollup.run()
        rollups.entries[kind].blocks += 1
        rollups.entries[kind].removeAll()
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
final class DayCounts {
    /// Days since 1970 that evidence may bear.
    private let counts: UnsafeMutablePointer<Int>
    /// Days beyond, which only a wild clock offset makes.
    private var others: [Int: Int] = [:]

    init() {
        counts = .allocate(capacity: DayCounts.days)
        counts.initialize(repeating: 0, count: DayCounts.days)
    }

    deinit { counts.deallocate() }

    @inline(__always)
    func add(_ rows: Int, hour: Int64) {
        let day = Int(hour >= 0 ? hour / 24 : (hour - 23) / 24)
        if day >= 0, day < DayCounts.days { counts[day] &+= rows } else { others[day, default: 0] += rows }
    }

    /// Days with exchanges, in order.
    var sorted: [(day: Int, exchanges: Int)] {
        let regular = (0..<DayCounts.days).filter { counts[$0] > 0 }.map { (day: $0, exchanges: counts[$0]) }
        let wild = others.map { (day: $0.key, exchanges: $0.value) }
        return (regular + wild).sorted { $0.day < $1.day }
    }

    /// Up to the year 2101.
    private static let days = 47_850
}
