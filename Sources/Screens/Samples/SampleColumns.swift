import Casework
import Terminal

/// The columns of the samples.
enum SampleColumns {
    static let all: [ListColumn] = [
        ListColumn("at", .time, TableColumn("at", .fixed(16))) { row in
            with(row) { .text(Figures.minute($0.at), .muted) }
        },
        ListColumn("account_id", .text, TableColumn("account", .flexible(least: 12, weight: 1)), cut: .middle)
        { row in
            with(row) { .text($0.accountId.string, .emphasis) }
        },
        ListColumn("template", .text, TableColumn("frame", .fixed(9))) { row in
            with(row) { .text($0.template ?? "-", .normal) }
        },
        ListColumn(
            "capabilities", .text, TableColumn("capabilities", .flexible(least: 12, weight: 1), yield: 1)
        ) { row in
            with(row) {
                .text($0.capabilities.isEmpty ? "-" : $0.capabilities.joined(separator: " "), .normal)
            }
        },
        ListColumn("prompt", .text, TableColumn("prompt", .flexible(least: 16, weight: 4))) { row in
            with(row) { .text($0.prompt.onOneLine, .normal) }
        },
    ]

    static let fields = [
        FieldDescription("sample_id", .text), FieldDescription("account_id", .text),
        FieldDescription("at", .time), FieldDescription("model", .text), FieldDescription("surface", .text),
        FieldDescription("prompt", .text), FieldDescription("response", .text),
        FieldDescription("metadata", .text), FieldDescription("template", .text),
        FieldDescription("capabilities", .text),
    ]

    private static func with(_ row: ListRow, _ cell: (SampleRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .sample(let row) = row else { return .empty }
        return cell(row)
    }
}

extension String {
    /// The first few hundred characters with line breaks as spaces: what a cell of a list can show.
    var onOneLine: String { String(prefix(400).map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
