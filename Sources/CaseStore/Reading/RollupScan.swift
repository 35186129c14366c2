/// Rollup blocks as they stand, without merging runs: for sums, where order does not matter.
enum RollupScan {
    /// Calls `body` with every block of a kind in complete sources, those after `known` only.
    static func each(
        _ handle: Handle, _ kind: RollupKind, after known: Int = 0, _ body: (RollupColumns) throws -> Void
    ) throws {
        let columns = RollupColumns()
        try handle.each(
            "SELECT body FROM rollup_block WHERE kind = ? AND source > ? AND source <= (SELECT source FROM horizon)",
            [.text(kind.rawValue), .integer(known)]
        ) {
            try columns.decode($0.bytes(0), kind: kind)
            try body(columns)
        }
    }
}
