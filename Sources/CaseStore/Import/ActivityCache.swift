/// How much each account did, added up over sources: what lists sort and filter by.
enum ActivityCache {
    private static let name = "account_activity"

    /// Adds the sources that came in since the last time. O(accounts they mention). Call it in a transaction.
    static func refresh(_ handle: Handle) throws {
        let known = try handle.number("SELECT last_source FROM cache_state WHERE name = ?", [.text(name)])
        let horizon = try handle.number("SELECT source FROM horizon")
        guard known < horizon else { return }
        try add(Totals(handle, after: known, upTo: horizon), handle)
        try handle.run(
            "INSERT OR REPLACE INTO cache_state (name, last_source, run) VALUES (?, ?, '')",
            [.text(name), .integer(horizon)])
    }

    private static func add(_ totals: Totals, _ handle: Handle) throws {
        let statement = try handle.prepare(
            "INSERT INTO account_activity (account, exchanges, first_at, last_at) VALUES (?1, ?2, ?3, ?4)"
                + " ON CONFLICT (account) DO UPDATE SET exchanges = exchanges + ?2,"
                + " first_at = min(first_at, ?3), last_at = max(last_at, ?4)")
        for account in totals.rows.indices where totals.rows[account] > 0 {
            try statement.bind(1, .integer(account))
            try statement.bind(2, .integer(totals.rows[account]))
            try statement.bind(3, .integer(totals.first[account]))
            try statement.bind(4, .integer(totals.last[account]))
            try statement.run()
        }
    }

    /// Sums by account number over the `account` rollups of some sources.
    struct Totals {
        var rows: [Int]
        var first: [Int64]
        var last: [Int64]

        init(_ handle: Handle, after known: Int, upTo horizon: Int) throws {
            let accounts = try handle.number(
                "SELECT coalesce(sum(accounts), 0) FROM source WHERE number <= ?", [.integer(horizon)])
            rows = Array(repeating: 0, count: accounts + 1)
            first = Array(repeating: .max, count: accounts + 1)
            last = Array(repeating: .min, count: accounts + 1)
            try RollupScan.each(handle, .account, after: known) { add($0) }
        }

        private mutating func add(_ columns: RollupColumns) {
            for entry in 0..<columns.count {
                let account = Int(columns.account.start[entry])
                guard account < rows.count else { continue }
                rows[account] &+= Int(truncatingIfNeeded: columns.rows.start[entry])
                first[account] = min(first[account], columns.first.start[entry])
                last[account] = max(last[account], columns.last.start[entry])
            }
        }
    }
}
