import Casework
import Terminal

/// The columns of the networks: ranges with their AS, usage and the accounts behind them.
enum NetworkColumns {
    static let all: [ListColumn] = [
        ListColumn("net", .text, TableColumn("network", .flexible(least: 18, weight: 1))) { row in
            with(row) { .text($0.net, .emphasis) }
        },
        ListColumn("accounts", .number, .number("accounts", 9)) { row in
            with(row) { .text(Figures.count($0.accounts), .normal) }
        },
        ListColumn("flagged", .number, .number("flagged", 8)) { row in
            with(row) { .text(Figures.count($0.flagged), $0.flagged > 0 ? .warning : .muted) }
        },
        ListColumn("usage", .text, TableColumn("usage", .fixed(17))) { row in
            with(row) { .text($0.usage?.words ?? "-", .normal) }
        },
        ListColumn("country", .text, TableColumn("in", .fixed(3))) { row in
            with(row) { .text($0.country ?? "-", .normal) }
        },
        ListColumn("asn", .number, .number("AS", 10)) { row in
            with(row) { .text($0.asn.map(String.init) ?? "-", .muted) }
        },
        ListColumn(
            "as_name", .text, TableColumn("name", .flexible(least: 12, weight: 1), yield: 2)
        ) { row in
            with(row) { .text($0.asName ?? "-", .muted) }
        },
        ListColumn("user_count", .number, .number("users", 8, yield: 1)) { row in
            with(row) { .text($0.userCount.map(Figures.count) ?? "-", .innocent) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (NetworkRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .network(let row) = row else { return .empty }
        return cell(row)
    }
}
