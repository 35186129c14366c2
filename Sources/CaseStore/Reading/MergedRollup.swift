import Casework

/// One account and one value, over all sources: how many rows, first and last moment.
struct RollupEntry: AccountEntry {
    var account: UInt32
    var rows: UInt32
    var value: Int64
    var first: Int64
    var last: Int64
}

/// A rollup kind over all runs of all sources that are complete, merged as it is read.
struct MergedRollup {
    let kind: RollupKind
    /// Only these accounts; nil for all.
    var accounts: ClosedRange<UInt32>?

    init(_ kind: RollupKind, accounts: ClosedRange<UInt32>? = nil) {
        self.kind = kind
        self.accounts = accounts
    }

    /// Calls `body` with entries by account, then value, every pair once. Linear but for sorting the values of
    /// an account; memory for one window.
    func each(_ handle: Handle, _ body: (UnsafeMutableBufferPointer<RollupEntry>) throws -> Void) throws {
        let windows = try AccountWindows(
            handle,
            "SELECT rowid, source, first_account, last_account, entries FROM rollup_block WHERE kind = ?"
                + " AND first_account <= ? AND last_account >= ? AND source <= (SELECT source FROM horizon)"
                + " ORDER BY source, run, block",
            [
                .text(kind.rawValue), .integer(Int64(accounts?.upperBound ?? .max)),
                .integer(Int64(accounts?.lowerBound ?? 0)),
            ])
        let select = try handle.prepare("SELECT body FROM rollup_block WHERE rowid = ?")
        let columns = RollupColumns()
        var buffer = EntryBuffer<RollupEntry>()
        for window in windows.windows {
            buffer.removeAll()
            for block in window.blocks {
                try select.bind(1, .integer(block.rowid))
                if try select.step() { try columns.decode(select.bytes(0), kind: kind) }
                select.reset()
                take(columns, clamped(window.accounts), into: &buffer)
            }
            buffer.sortByAccount()
            let kept = MergedRollup.merge(buffer.view)
            buffer.truncate(to: kept)
            if kept > 0 { try body(buffer.view) }
        }
    }

    private func clamped(_ window: ClosedRange<UInt32>) -> ClosedRange<UInt32> {
        guard let accounts else { return window }
        return window.clamped(to: accounts)
    }

    private func take(
        _ columns: RollupColumns, _ wanted: ClosedRange<UInt32>, into buffer: inout EntryBuffer<RollupEntry>
    ) {
        buffer.reserve(columns.count)
        let hasTimes = kind != .hour
        for entry in 0..<columns.count {
            let account = columns.account.start[entry]
            guard wanted.contains(account) else { continue }
            buffer.append(
                RollupEntry(
                    account: account, rows: UInt32(clamping: columns.rows.start[entry]),
                    value: Int64(bitPattern: columns.value.start[entry]),
                    first: hasTimes ? columns.first.start[entry] : 0,
                    last: hasTimes ? columns.last.start[entry] : 0))
        }
    }

    /// Sorts each account's entries by value and adds up equal ones, in place. Returns how many are left.
    private static func merge(_ entries: UnsafeMutableBufferPointer<RollupEntry>) -> Int {
        var kept = 0
        var start = 0
        while start < entries.count {
            var end = start &+ 1
            while end < entries.count, entries[end].account == entries[start].account { end &+= 1 }
            sortByValue(entries, start, end)
            for index in start..<end {
                if index > start, kept > 0, entries[kept &- 1].value == entries[index].value {
                    add(entries[index], to: &entries[kept &- 1])
                } else {
                    entries[kept] = entries[index]
                    kept &+= 1
                }
            }
            start = end
        }
        return kept
    }

    private static func add(_ entry: RollupEntry, to sum: inout RollupEntry) {
        sum.rows = UInt32(clamping: UInt64(sum.rows) + UInt64(entry.rows))
        sum.first = min(sum.first, entry.first)
        sum.last = max(sum.last, entry.last)
    }

    private static func sortByValue(
        _ entries: UnsafeMutableBufferPointer<RollupEntry>, _ start: Int, _ end: Int
    ) {
        if end &- start > 24 {
            var rows = UnsafeMutableBufferPointer(rebasing: entries[start..<end])
            rows.sort { $0.value < $1.value }
            return
        }
        for index in (start &+ 1)..<max(end, start &+ 1) {
            let entry = entries[index]
            var place = index
            while place > start, entries[place &- 1].value > entry.value {
                entries[place] = entries[place &- 1]
                place &-= 1
            }
            entries[place] = entry
        }
    }

    /// The kinds that complete sources have, in byte order.
    static func kinds(_ handle: Handle) throws -> [RollupKind] {
        var kinds: [RollupKind] = []
        // A loose index scan: the kinds are few, the blocks are not.
        while let next = try handle.first(
            "SELECT min(kind) FROM rollup_block WHERE kind > ?", [.text(kinds.last?.rawValue ?? "")],
            { $0.optionalText(0) }
        ) ?? nil {
            kinds.append(RollupKind(rawValue: next))
        }
        return kinds
    }
}
