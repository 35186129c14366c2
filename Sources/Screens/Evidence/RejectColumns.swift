import Casework
import Terminal

/// The columns of rejected rows and of faulty fields.
enum RejectColumns {
    static let rejects: [ListColumn] = [source, file, line, reason, raw]
    static let faults: [ListColumn] = [source, file, line, field, reason, raw]

    private static let source = ListColumn("source", .number, .number("no", 4)) { row in
        with(row) { .text(String($0.source), .muted) }
    }
    private static let file = ListColumn(
        "file", .text, TableColumn("file", .flexible(least: 12, weight: 1), yield: 1), cut: .middle
    ) { row in
        with(row) { .text($0.file, .emphasis) }
    }
    private static let line = ListColumn("line", .number, .number("line", 10)) { row in
        with(row) { .text(Figures.count($0.line), .normal) }
    }
    private static let field = ListColumn("field", .text, TableColumn("field", .fixed(12))) { row in
        with(row) { .text($0.field ?? "-", .normal) }
    }
    private static let reason = ListColumn("reason", .text, TableColumn("reason", .fixed(18))) { row in
        with(row) { .text($0.reason, .warning) }
    }
    private static let raw = ListColumn(
        "raw", .text, TableColumn("as received", .flexible(least: 10, weight: 2))
    ) { row in
        with(row) { .text($0.raw, .muted) }
    }

    private static func with(_ row: ListRow, _ cell: (RejectRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .reject(let row) = row else { return .empty }
        return cell(row)
    }
}
