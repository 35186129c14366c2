import Casework

/// Whose each sample is, from the indices of the table alone: between the long texts of the table itself it would take
/// many times as long.
struct SampleAccounts: Sendable {
    /// Ascending, and the account of each.
    private var keys: [SampleKey] = []
    private var accounts: [UInt32] = []

    /// O(samples log samples).
    init(_ handle: Handle) throws {
        var rows: [(rowid: Int64, account: UInt32)] = []
        try handle.each("SELECT rowid, account FROM sample ORDER BY account") { row in
            rows.append((row.integer(0), UInt32(truncatingIfNeeded: row.integer(1))))
        }
        rows.sort { $0.rowid < $1.rowid }
        try handle.each("SELECT source, number, rowid FROM sample ORDER BY source, number") { row in
            let rowid = row.integer(2)
            let place = SampleAccounts.place(rows.count) { rows[$0].rowid < rowid }
            guard place < rows.count, rows[place].rowid == rowid else { return }
            keys.append(SampleKey(source: row.int(0), row: row.int(1)))
            accounts.append(rows[place].account)
        }
    }

    /// Nil for a sample that the case does not have. O(log samples).
    func account(of sample: SampleKey) -> UInt32? {
        let place = SampleAccounts.place(keys.count) { keys[$0] < sample }
        return place < keys.count && keys[place] == sample ? accounts[place] : nil
    }

    /// How many of `count` ascending entries come before: those for which `isBefore`.
    private static func place(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many accounts are behind samples, how many of them flagged, and how many different samples the case has of them.
    func count(_ samples: [SampleKey], _ flags: FlaggedAccounts) -> (
        samples: Int, accounts: Int, flagged: Int
    ) {
        var known = 0
        var accounts: [UInt32] = []
        var previous: SampleKey?
        for sample in samples.sorted() where sample != previous {
            previous = sample
            guard let account = account(of: sample) else { continue }
            known += 1
            accounts.append(account)
        }
        accounts.sort()
        var (distinct, flagged) = (0, 0)
        for (place, account) in accounts.enumerated() where place == 0 || accounts[place - 1] != account {
            distinct += 1
            if flags[account] { flagged += 1 }
        }
        return (known, distinct, flagged)
    }
}
