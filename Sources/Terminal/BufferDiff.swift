/// Neighbouring cells of one row that changed.
public struct CellRun: Equatable, Sendable {
    public let origin: Point
    /// The new cells; begins with a head and ends with a whole character.
    public let cells: ArraySlice<Cell>
}

extension Buffer {
    /// The shortest runs of cells that turn `old` into this buffer; every row whole when sizes differ.
    ///
    /// Runs come top down and from the left. A wide character changes as a whole. Complexity: O(cells).
    public func changes(from old: Buffer?) -> [CellRun] {
        guard let old, old.size == size else {
            return (0..<size.rows).map { run(row: $0, 0..<size.columns) }
        }
        return (0..<size.rows).flatMap { row in changes(row: row, from: old) }
    }

    private func changes(row: Int, from old: Buffer) -> [CellRun] {
        let start = row * size.columns
        var runs: [CellRun] = []
        var open: Int?
        var column = 0
        while column < size.columns {
            let width = max(1, cells[start + column].width)
            let end = column + width
            let isChanged = (column..<end).contains { cells[start + $0] != old.cells[start + $0] }
            if isChanged, open == nil { open = column }
            if !isChanged, let from = open {
                runs.append(run(row: row, from..<column))
                open = nil
            }
            column = end
        }
        if let from = open { runs.append(run(row: row, from..<size.columns)) }
        return runs
    }

    private func run(row: Int, _ columns: Range<Int>) -> CellRun {
        let start = row * size.columns
        return CellRun(
            origin: Point(column: columns.lowerBound, row: row),
            cells: cells[start + columns.lowerBound..<start + columns.upperBound])
    }

    /// This buffer with changed runs put over it; runs outside are ignored.
    public func applying(_ runs: [CellRun]) -> Buffer {
        var result = self
        for run in runs {
            for (offset, cell) in run.cells.enumerated() {
                result.overwrite(cell, at: run.origin.moved(columns: offset))
            }
        }
        return result
    }
}
