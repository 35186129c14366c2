import Casework
import Terminal

/// The columns of a frequency table.
enum FrequencyColumns {
    static let all: [ListColumn] = [
        ListColumn("value", .text, TableColumn("value", .flexible(least: 16, weight: 2)), cut: .middle) {
            row in
            with(row) { .text($0.value, $0.value == "-" ? .muted : .emphasis) }
        },
        ListColumn("rows", .number, .number("rows", 10)) { row in
            with(row) { .text(Figures.count($0.rows), .normal) }
        },
        ListColumn("share", .number, TableColumn("share", .flexible(least: 6, weight: 1))) { row in
            with(row) { .share($0.share) }
        },
    ]

    private static func with(_ row: ListRow, _ cell: (FrequencyRow) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .frequency(let row) = row else { return .empty }
        return cell(row)
    }
}

/// What Enter opens.
struct FrequencyPreview {
    let row: FrequencyRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" \(Figures.counted(row.rows, "row")), \(Figures.percent(row.share))"))
        page.space()
        page.add(PageLine(" Enter keeps these rows, or those of all marked values:", .muted))
        let filter = Wrapping.lines(row.filter, width: width - 4, glyphs: glyphs, limit: 6)
        page.add(filter.map { PageLine("   " + $0, .key) })
        return page
    }
}
