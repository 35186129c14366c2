import Casework
import Terminal

/// The columns of partners' indicators.
enum IndicatorColumns {
    static let all: [ListColumn] = [
        ListColumn("kind", .text, TableColumn("kind", .fixed(12))) { row in
            with(row) { .text($0.kind.rawValue, .muted) }
        },
        ListColumn("value", .text, TableColumn("value", .flexible(least: 18, weight: 2)), cut: .middle) {
            row in
            with(row) { .text($0.value.string, .emphasis) }
        },
        ListColumn("accounts", .number, .number("accounts", 9)) { row in
            with(row) { .text(Figures.count($0.accounts), $0.accounts > 0 ? .warning : .muted) }
        },
        ListColumn("partner", .text, TableColumn("partner", .flexible(least: 8, weight: 1))) { row in
            with(row) { .text($0.partner ?? "-", .normal) }
        },
        ListColumn("actor", .text, TableColumn("actor", .fixed(12), yield: 1)) { row in
            with(row) { .text($0.actor ?? "-", .normal) }
        },
        ListColumn("grade", .text, TableColumn("grade", .fixed(5))) { row in
            with(row) { .text($0.grade ?? "-", .normal) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (IndicatorRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .indicator(let row) = row else { return .empty }
        return cell(row)
    }
}

/// The columns of uses that a clause in force forbids.
enum ViolationColumns {
    static let all: [ListColumn] = [
        ListColumn("account_id", .text, TableColumn("account", .flexible(least: 14, weight: 1)), cut: .middle)
        { row in
            with(row) { .text($0.accountId.string, .emphasis) }
        },
        ListColumn("country", .text, TableColumn("in", .fixed(3))) { row in
            with(row) { .text($0.country, .normal) }
        },
        ListColumn("basis", .text, TableColumn("by its", .fixed(16))) { row in
            with(row) { .text($0.basis == .declaredCountry ? "declaration" : "addresses", .normal) }
        },
        ListColumn("clause", .text, TableColumn("clause", .fixed(8))) { row in
            with(row) { .text($0.clause ?? "-", .normal) }
        },
        ListColumn("exchanges", .number, .number("exchanges", 10)) { row in
            with(row) { .text(Figures.count($0.exchanges), .normal) }
        },
        ListColumn("campaign", .text, TableColumn("campaign", .fixed(8))) { row in
            with(row) { .text($0.campaign ?? "-", $0.campaign == nil ? .muted : .warning) }
        },
        ListColumn("words", .text, TableColumn("why", .flexible(least: 16, weight: 2), yield: 1)) { row in
            with(row) { .text($0.words, .muted) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (ViolationRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .violation(let row) = row else { return .empty }
        return cell(row)
    }
}
