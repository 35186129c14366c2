import Casework
import Terminal

/// The columns of the templates.
enum TemplateColumns {
    static let all: [ListColumn] = [
        ListColumn("id", .text, TableColumn("frame", .fixed(9))) { row in
            with(row) { .text($0.id, .emphasis) }
        },
        ListColumn("samples", .number, .number("samples", 8)) { row in
            with(row) { .text(Figures.count($0.samples), .normal) }
        },
        ListColumn("accounts", .number, .number("accounts", 9)) { row in
            with(row) { .text(Figures.count($0.accounts), .normal) }
        },
        ListColumn("flagged", .number, .number("flagged", 8)) { row in
            with(row) { .text(Figures.count($0.flagged), $0.flagged > 0 ? .warning : .muted) }
        },
        ListColumn("slots", .number, .number("slots", 6)) { row in
            with(row) { .text(Figures.count($0.slots), .normal) }
        },
        ListColumn("frame", .text, TableColumn("words", .flexible(least: 20, weight: 1))) { row in
            with(row) { .text($0.frame.onOneLine, .normal) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (TemplateRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .template(let row) = row else { return .empty }
        return cell(row)
    }
}
