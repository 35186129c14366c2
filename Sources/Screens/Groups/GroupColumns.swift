import Casework
import Terminal

/// The columns of campaigns and look-alikes.
enum GroupColumns {
    static let all: [ListColumn] = [
        ListColumn("id", .text, TableColumn("id", .fixed(6))) { row in
            with(row) { .text($0.id, .emphasis) }
        },
        ListColumn("name", .text, TableColumn("what it looks like", .flexible(least: 16, weight: 4))) { row in
            with(row) { .text($0.name, .normal) }
        },
        ListColumn("kind", .text, TableColumn("kind", .fixed(11))) { row in
            with(row) { .text($0.kind.words, $0.kind.style) }
        },
        ListColumn("accounts", .number, .number("accounts", 9)) { row in
            with(row) { .text(Figures.count($0.accounts), .normal) }
        },
        ListColumn("exchanges", .number, .number("exchanges", 10)) { row in
            with(row) { .text(Figures.count($0.exchanges), .normal) }
        },
        ListColumn("extraction_probability", .number, ListColumn.probabilityLayout) { row in
            with(row) { .probability($0.extractionProbability) }
        },
        ListColumn("actor", .text, TableColumn("attributed to", .flexible(least: 14, weight: 1), yield: 3)) {
            row in
            with(row) { .text($0.attributionWords, $0.actor == nil ? .muted : .normal) }
        },
    ]

    static let fields: [FieldDescription] = [
        FieldDescription("id", .text), FieldDescription("name", .text), FieldDescription("kind", .text),
        FieldDescription("accounts", .number), FieldDescription("core_accounts", .number),
        FieldDescription("exchanges", .number), FieldDescription("first_at", .time),
        FieldDescription("last_at", .time), FieldDescription("extraction_probability", .number),
        FieldDescription("actor", .text), FieldDescription("attribution_probability", .number),
        FieldDescription("capabilities", .text), FieldDescription("innocent_explanations", .text),
    ]

    private static func with(_ row: ListRow, _ cell: (GroupRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .group(let row) = row else { return .empty }
        return cell(row)
    }
}
