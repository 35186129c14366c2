import Casework
import Terminal

/// The columns of the artifacts: what accounts share, by how many, and how many of those are flagged.
enum ArtifactColumns {
    static let all: [ListColumn] = [
        ListColumn("kind", .text, TableColumn("kind", .fixed(12))) { row in
            with(row) { .text($0.kind.rawValue, .muted) }
        },
        ListColumn("value", .text, TableColumn("value", .flexible(least: 14, weight: 2)), cut: .middle) {
            row in
            with(row) { .text($0.value.string, .emphasis) }
        },
        ListColumn("accounts", .number, .number("accounts", 9)) { row in
            with(row) { .text(Figures.count($0.accounts), .normal) }
        },
        ListColumn("flagged", .number, .number("flagged", 8)) { row in
            with(row) { .text(Figures.count($0.flagged), $0.flagged > 0 ? .warning : .muted) }
        },
        ListColumn("verdict", .text, TableColumn("looks like", .fixed(10))) { row in
            with(row) { .text($0.verdict?.rawValue ?? "-", $0.verdict == .shared ? .innocent : .normal) }
        },
        ListColumn("bits", .number, .number("bits", 6)) { row in
            with(row) { .text($0.bits.map { Figures.bits($0) } ?? "-", .normal) }
        },
    ]

    static let fields = all.map(\.field) + [FieldDescription("reasons", .text)]

    private static func with(_ row: ListRow, _ cell: (ArtifactRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .artifact(let row) = row else { return .empty }
        return cell(row)
    }
}
