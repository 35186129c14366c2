import Casework

/// Counts the exchanges of runs by account and value, and writes the counts as blocks. Lives on the writing
/// thread.
final class RollupWriter {
    private let source: Int
    private let insertRollup: Statement
    private let groups: AccountGroups
    private var rollupCoder = RollupBlockCoder()
    private var records: UnsafeMutablePointer<UnsafePointer<UInt32>>
    private var recordCapacity = 1 << 16
    let days = DayCounts()

    init(_ handle: Handle, source: Int, groups: AccountGroups) throws {
        self.source = source
        self.groups = groups
        insertRollup = try handle.prepare(
            "INSERT INTO rollup_block (source, run, kind, block, first_account, last_account, entries, checksum,"
                + " body) VALUES (?,?,?,?,?,?,?,?,?)")
        records = .allocate(capacity: recordCapacity)
    }

    deinit { records.deallocate() }

    /// One pass over the accounts; each account's records are visited once for all kinds.
    ///
    /// - Parameter largestValue: no value or address in the run has a higher number.
    func write(_ run: SortedRun, _ number: Int, _ columns: [String], largestValue: UInt32) throws {
        let rollups = RollupSet(columns: columns)
        groups.admit(largestValue)
        var start = 0
        while start < run.count {
            let (account, many) = gather(run, start)
            let records = UnsafePointer(records)
            try addWhole(account, records, many, rollups, number)
            try addHours(account, records, many, rollups, number)
            for kind in RollupSet.firstValue..<rollups.count {
                try addValues(account, records, many, rollups, kind, number)
            }
            start &+= many
        }
        for kind in 0..<rollups.count where rollups.entries[kind].count > 0 {
            try flush(rollups, kind, number)
        }
    }

    /// Points `records` at the rows of the account that begins at `start`.
    private func gather(_ run: SortedRun, _ start: Int) -> (account: UInt32, many: Int) {
        var record = run.record(start)
        let (stride, count) = (run.stride, run.count)
        let account = record[RunBuffer.account]
        var end = start
        var (target, capacity) = (records, recordCapacity)
        while end < count, record[RunBuffer.account] == account {
            if end &- start == capacity {
                growRecords()
                (target, capacity) = (records, recordCapacity)
            }
            target[end &- start] = record
            record += stride
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
                account, UInt64(value[index]), rows: UInt64(rows[index]), first: first[index],
                last: last[index])
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
}
