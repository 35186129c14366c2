import Casework
import Terminal

/// The columns of the accounts.
enum AccountColumns {
    static let all: [ListColumn] = [
        ListColumn("account_id", .text, TableColumn("account", .flexible(least: 14, weight: 2)), cut: .middle)
        { row in
            with(row) { .text($0.accountId.string, .emphasis) }
        },
        ListColumn("group", .text, TableColumn("group", .fixed(6))) { row in
            with(row) { .text($0.campaign ?? $0.group ?? "-", $0.campaign == nil ? .innocent : .warning) }
        },
        ListColumn("probability", .number, ListColumn.probabilityLayout) { row in
            with(row) { .probability($0.probability) }
        },
        ListColumn("exchanges", .number, .number("exchanges", 10)) { row in
            with(row) { .text(Figures.count($0.exchanges), .normal) }
        },
        ListColumn("status", .text, TableColumn("status", .fixed(9))) { row in
            with(row) { .text($0.statusWords, .normal) }
        },
        ListColumn("flagged", .text, TableColumn("flagged", .fixed(10))) { row in
            with(row) { .text($0.flagWords, .warning) }
        },
        ListColumn("plan", .text, TableColumn("plan", .fixed(10), yield: 2)) { row in
            with(row) { .text($0.plan?.rawValue ?? "-", .normal) }
        },
        ListColumn("declared_country", .text, TableColumn("in", .fixed(3), yield: 3)) { row in
            with(row) { .text($0.declaredCountry ?? "-", .normal) }
        },
        ListColumn("created_at", .time, TableColumn("created", .fixed(10), yield: 1)) { row in
            with(row) { .text($0.createdAt?.day ?? "-", .muted) }
        },
    ]

    static let fields: [FieldDescription] =
        [
            FieldDescription("account_id", .text), FieldDescription("unlisted", .boolean),
            FieldDescription("created_at", .time), FieldDescription("status", .text),
            FieldDescription("closed_at", .time), FieldDescription("channel", .text),
            FieldDescription("plan", .text),
            FieldDescription("declared_country", .text), FieldDescription("email_domain", .text),
            FieldDescription("email_hash", .text), FieldDescription("org_name", .text),
            FieldDescription("exchanges", .number), FieldDescription("first_at", .time),
            FieldDescription("last_at", .time), FieldDescription("campaign", .text),
            FieldDescription("group", .text),
            FieldDescription("probability", .number), FieldDescription("role", .text),
            FieldDescription("flagged", .text), HoldingField.column, TagField.column,
        ] + ConnectionField.usual.map(\.column)

    private static func with(_ row: ListRow, _ cell: (AccountRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .account(let row) = row else { return .empty }
        return cell(row)
    }
}

extension AccountRow {
    /// How the account stands with the provider; `unlisted` where no row describes it.
    var statusWords: String { unlisted ? "unlisted" : status?.rawValue ?? "-" }

    /// Why it is flagged, the first reason and the number of others.
    var flagWords: String {
        guard let first = flagged.first else { return "" }
        return first.rawValue + (flagged.count > 1 ? "+\(flagged.count - 1)" : "")
    }
}
