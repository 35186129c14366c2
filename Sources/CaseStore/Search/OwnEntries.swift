/// What a rollup has of some accounts, from the blocks that hold them.
struct OwnEntries {
    private let accounts: NumberSet
    private let sorted: [UInt32]

    init(_ accounts: Set<UInt32>) {
        self.accounts = NumberSet(accounts)
        sorted = accounts.sorted()
    }

    /// Pairs of the accounts and their values, in no order; one that several runs have comes as often.
    ///
    /// The blocks' accounts stand in an index: only those that hold one of the accounts are read.
    func pairs(_ handle: Handle, _ kind: RollupKind) throws -> [(account: UInt32, value: UInt32)] {
        var pairs: [(account: UInt32, value: UInt32)] = []
        let columns = RollupColumns()
        let blocks = try handle.rows(
            "SELECT rowid, first_account, last_account FROM rollup_block WHERE kind = ?"
                + " AND source <= (SELECT source FROM horizon)", [.text(kind.rawValue)]
        ) {
            (
                rowid: $0.integer(0), first: UInt32(clamping: $0.integer(1)),
                last: UInt32(clamping: $0.integer(2))
            )
        }
        for block in blocks where meets(block.first, block.last) {
            try handle.each("SELECT body FROM rollup_block WHERE rowid = ?", [.integer(block.rowid)]) { row in
                try columns.decode(row.bytes(0), kind: kind, withTimes: false)
                for entry in 0..<columns.count where accounts.contains(columns.account.start[entry]) {
                    pairs.append(
                        (columns.account.start[entry], UInt32(truncatingIfNeeded: columns.value.start[entry]))
                    )
                }
            }
        }
        return pairs
    }

    /// True where one of the accounts lies in the range.
    private func meets(_ first: UInt32, _ last: UInt32) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < first { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] <= last
    }
}
