import Casework
import Terminal

/// The columns of the imported files.
enum SourceColumns {
    static let all: [ListColumn] = [
        ListColumn("source", .number, .number("no", 4)) { row in
            with(row) { .text(String($0.source), .muted) }
        },
        ListColumn("file", .text, TableColumn("file", .flexible(least: 16, weight: 1)), cut: .middle) { row in
            with(row) { .text($0.file, .emphasis) }
        },
        ListColumn("table", .text, TableColumn("holds", .fixed(10))) { row in
            with(row) { .text($0.table.rawValue, .normal) }
        },
        ListColumn("rows", .number, .number("rows", 11)) { row in
            with(row) { .text(Figures.count($0.rows), .normal) }
        },
        ListColumn("rejected", .number, .number("rejected", 9)) { row in
            with(row) { .text(Figures.count($0.rejected), $0.rejected > 0 ? .warning : .muted) }
        },
        ListColumn("faults", .number, .number("faults", 7)) { row in
            with(row) { .text(Figures.count($0.faults), $0.faults > 0 ? .warning : .muted) }
        },
        ListColumn("grade", .text, TableColumn("grade", .fixed(5), yield: 1)) { row in
            with(row) { .text($0.grade ?? "-", .normal) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (SourceRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .source(let row) = row else { return .empty }
        return cell(row)
    }
}
