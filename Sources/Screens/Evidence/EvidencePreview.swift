import Casework
import Terminal

/// An imported file: where it came from and what became of its rows.
struct SourcePreview {
    let row: SourceRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" \(row.file)", .title))
        page.add(PageLine(" source:\(row.source), imported \(Figures.time(row.importedAt))", .muted))
        page.add(PageLine(" from \(row.obtainedFrom ?? "an unstated origin"), grade \(row.grade ?? "none")"))
        page.add(PageLine(" SHA-256", .muted))
        for part in digest(width: width) { page.add(PageLine("  " + part)) }
        let rows = "\(Figures.counted(row.rows, "row")) taken, \(Figures.count(row.rejected)) rejected"
        page.add(PageLine(" \(rows), \(Figures.counted(row.faults, "faulty field"))"))
        return page
    }

    /// Whole, since a shortened hash proves nothing.
    private func digest(width: Int) -> [String] {
        let isWhole = row.sha256.utf8.count <= width - 3
        let half = row.sha256.count / 2
        return isWhole ? [row.sha256] : [String(row.sha256.prefix(half)), String(row.sha256.dropFirst(half))]
    }
}

/// A rejected row or a faulty field: what was wrong and the bytes as received.
struct RejectPreview {
    let row: RejectRow

    private static let lineLimit = 12

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        var title = PageLine(" \(row.reason)", .warning)
        if let field = row.field { title.text("  field \(field)") }
        page.add(title)
        page.add(PageLine(" \(row.file):\(row.line), byte \(Figures.count(row.offset))", .muted))
        let lines = Wrapping.lines(row.raw, width: width - 2, glyphs: glyphs, limit: RejectPreview.lineLimit)
        for line in lines { page.add(PageLine(" " + line)) }
        return page
    }
}
