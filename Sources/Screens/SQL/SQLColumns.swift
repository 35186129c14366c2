import Casework
import Terminal

/// The columns of what an SQL statement gives, by the names it gave them.
enum SQLColumns {
    static func named(_ names: [String]) -> [ListColumn] {
        names.enumerated().map { place, name in
            ListColumn(
                name, .text,
                TableColumn(name, .flexible(least: min(max(name.count, 8), 24), weight: 1), yield: place)
            ) { row in
                guard case .sql(let row) = row, row.values.indices.contains(place) else { return .empty }
                return row.values[place].map { .text($0, .normal) } ?? .text("null", .muted)
            }
        }
    }
}

/// A row in full, a value a line.
struct SQLPreview {
    let row: SQLRow
    let names: [String]

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        for (name, value) in zip(names, row.values) {
            page.add(PageLine(" \(name)", .muted))
            let lines = Wrapping.lines(value ?? "null", width: width - 4, glyphs: glyphs, limit: 12)
            page.add(lines.map { PageLine("   " + $0, value == nil ? .muted : .normal) })
        }
        return page
    }
}
