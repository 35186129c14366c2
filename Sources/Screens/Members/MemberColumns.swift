import Casework
import Terminal

/// The columns of the members of a group.
enum MemberColumns {
    static let all: [ListColumn] = [
        ListColumn("account_id", .text, TableColumn("account", .flexible(least: 14, weight: 2)), cut: .middle)
        { row in
            with(row) { .text($0.accountId.string, .emphasis) }
        },
        ListColumn("probability", .number, ListColumn.probabilityLayout) { row in
            with(row) { .probability($0.probability) }
        },
        ListColumn("role", .text, TableColumn("role", .fixed(9))) { row in
            with(row) { .text($0.role.rawValue, .normal) }
        },
        ListColumn("status", .text, TableColumn("status", .fixed(9))) { row in
            with(row) { .text($0.status?.rawValue ?? "-", .normal) }
        },
        ListColumn("exchanges", .number, .number("exchanges", 10)) { row in
            with(row) { .text(Figures.count($0.exchanges), .normal) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (MemberRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .member(let row) = row else { return .empty }
        return cell(row)
    }
}
