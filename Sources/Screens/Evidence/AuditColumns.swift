import Casework
import Terminal

/// The columns of the audit log.
enum AuditColumns {
    static let all: [ListColumn] = [
        ListColumn("seq", .number, .number("no", 6)) { row in
            with(row) { .text(Figures.count($0.seq), .muted) }
        },
        ListColumn("at", .time, TableColumn("at", .fixed(20))) { row in
            with(row) { .text(Figures.time($0.at), .normal) }
        },
        ListColumn("actor", .text, TableColumn("who", .fixed(12))) { row in
            with(row) { .text($0.actor, .normal) }
        },
        ListColumn("action", .text, TableColumn("did", .fixed(14))) { row in
            with(row) { .text($0.action, .emphasis) }
        },
        ListColumn("details", .text, TableColumn("what", .flexible(least: 16, weight: 1))) { row in
            with(row) { .text($0.details, .muted) }
        },
    ]

    static let fields = all.map(\.field) + [FieldDescription("hash", .text)]

    private static func with(_ row: ListRow, _ cell: (AuditRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .audit(let row) = row else { return .empty }
        return cell(row)
    }
}

/// An entry of the audit log, whole.
struct AuditPreview {
    let row: AuditRow

    private static let lineLimit = 20

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" \(row.action)", .title))
        page.add(PageLine(" by \(row.actor), \(Figures.time(row.at))", .muted))
        let details = Wrapping.lines(
            row.details, width: width - 2, glyphs: glyphs, limit: AuditPreview.lineLimit)
        page.add(details.map { PageLine(" " + $0) })
        page.add(PageLine(" chained by SHA-256", .muted))
        for part in row.hash.halves(width: width - 3) { page.add(PageLine("  " + part)) }
        return page
    }
}

extension String {
    /// Whole, since a shortened hash proves nothing: on one line, or on two.
    fileprivate func halves(width: Int) -> [String] {
        utf8.count <= width ? [self] : [String(prefix(count / 2)), String(dropFirst(count / 2))]
    }
}
