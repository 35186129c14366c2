import Casework
import Terminal

/// What a partner reports, and under which conditions it may be passed on.
struct IndicatorPreview {
    let row: IndicatorRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" \(row.value.string)", .title))
        page.add(PageLine(" \(row.kind.rawValue), from \(row.partner ?? "an unnamed partner")", .muted))
        let valid = [
            row.validFrom.map { "from \(Figures.time($0))" }, row.validTo.map { "to \(Figures.time($0))" },
        ]
        let words = [
            row.actor.map { "tied to \($0)" }, row.grade.map { "grade \($0)" },
            row.confidence.map { "confidence \($0) of 100" },
        ]
        for part in (words + valid).compactMap(\.self) { page.add(PageLine(" " + part)) }
        if let name = row.name {
            page.add(
                Wrapping.lines(name, width: width - 2, glyphs: glyphs, limit: 4).map { PageLine(" " + $0) })
        }
        if !row.markings.isEmpty { page.add(PageLine(" " + row.markings.joined(separator: ", "), .warning)) }
        let held = "\(Figures.counted(row.accounts, "account")) match, \(Figures.count(row.flagged)) flagged"
        page.add(PageLine(" " + held, row.accounts > 0 ? .warning : .muted))
        page.add(PageLine(" \(row.row.file):\(row.row.line), \(row.id)", .muted))
        return page
    }
}

/// Which use a clause forbids.
struct ViolationPreview {
    let row: ViolationRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" \(row.accountId.string)", .title))
        page.add(
            Wrapping.lines(row.words, width: width - 2, glyphs: glyphs, limit: 8).map { PageLine(" " + $0) })
        let days = [row.firstAt.map(Figures.time), row.lastAt.map(Figures.time)].compactMap(\.self)
        page.add(PageLine(" " + days.joined(separator: " to "), .muted))
        page.add(
            PageLine(
                " A country never makes extraction likelier; it is reported for the terms alone.", .innocent))
        return page
    }
}
