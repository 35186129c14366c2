import Terminal

/// In which order the rows of a frame go over a slow line.
enum ChangedRows {
    /// The runs by rows: those with the cursor's row first, then those that cost least. A key's effect is mostly a few
    /// cells, and it shows before a page of text beside them does.
    static func ordered(_ runs: [CellRun]) -> [[CellRun]] {
        let rows = Dictionary(grouping: runs) { $0.origin.row }.map { row in
            Row(
                runs: row.value, number: row.key, cells: row.value.reduce(0) { $0 + $1.cells.count },
                isCursor: row.value.contains { run in
                    run.cells.contains { $0.style.attributes.contains(.highlighted) }
                })
        }
        return rows.sorted().map(\.runs)
    }

    private struct Row: Comparable {
        var runs: [CellRun]
        var number: Int
        var cells: Int
        var isCursor: Bool

        static func < (left: Row, right: Row) -> Bool {
            (left.isCursor ? 0 : 1, left.cells, left.number) < (
                right.isCursor ? 0 : 1, right.cells, right.number
            )
        }

        static func == (left: Row, right: Row) -> Bool { left.number == right.number }
    }
}
