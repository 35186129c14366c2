import Casework
import Terminal

/// The columns of tags, comments and bookmarks.
enum NoteColumns {
    static let all: [ListColumn] = [
        ListColumn("at", .time, TableColumn("when", .fixed(20), yield: 2)) { row in
            with(row) { .text(Figures.time($0.at), .muted) }
        },
        ListColumn("kind", .text, TableColumn("kind", .fixed(8))) { row in
            with(row) { .text($0.kind.rawValue, $0.withdrawn ? .muted : .mark) }
        },
        ListColumn("subject", .text, TableColumn("about", .flexible(least: 16, weight: 1)), cut: .middle) {
            row in
            with(row) { .text($0.subject, .emphasis) }
        },
        ListColumn("text", .text, TableColumn("text", .flexible(least: 16, weight: 2))) { row in
            with(row) { .text($0.text, $0.withdrawn ? .muted : .normal) }
        },
        ListColumn("withdrawn", .boolean, TableColumn("", .fixed(9), yield: 1)) { row in
            with(row) { .text($0.withdrawn ? "withdrawn" : "", .warning) }
        },
        ListColumn("actor", .text, TableColumn("by", .fixed(12), yield: 3)) { row in
            with(row) { .text($0.actor, .muted) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (NoteRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .note(let row) = row else { return .empty }
        return cell(row)
    }
}

/// A note in full.
struct NotePreview {
    let row: NoteRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        var head = PageLine(" \(row.kind.rawValue)", .mark)
        head.text("  \(Figures.time(row.at))  by \(row.actor)", .muted)
        page.add(head)
        if row.withdrawn { page.add(PageLine(" It was withdrawn.", .warning)) }
        page.add(
            Wrapping.lines(row.subject, width: width - 2, glyphs: glyphs, limit: 3).map {
                PageLine(" " + $0, .emphasis)
            })
        page.space()
        page.add(
            Wrapping.lines(row.text, width: width - 2, glyphs: glyphs, limit: 30).map { PageLine(" " + $0) })
        return page
    }
}
