import Casework
import Terminal

/// The columns of a row as the case keeps them, then the file they came in.
struct EvidenceRowPage {
    let detail: RowDetail
    let glyphs: Glyphs

    private static let nameColumns = 20
    private static let valueLines = 12

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(head(width))
        page.space()
        page.add(PageLine.heading("What the row says"))
        if let account = detail.account { page.add(self.account(account)) }
        for field in detail.fields { page.add(lines(field, width)) }
        page.space()
        page.add(PageLine.heading("Where it comes from"))
        for (name, value) in origin { page.add(lines(RowDetail.Field(name: name, value: value), width)) }
        return page
    }

    private func head(_ width: Int) -> [PageLine] {
        let name = "\(detail.row.file):\(detail.row.line)"
        return Wrapping.lines(name, width: width - 2, glyphs: glyphs, limit: 3).map {
            PageLine(" " + $0, .title)
        }
    }

    private func account(_ id: AccountID) -> PageLine {
        var line = named("account_id")
        line.text(id.string, .emphasis)
        line.target = .account(id)
        return line
    }

    private func lines(_ field: RowDetail.Field, _ width: Int) -> [PageLine] {
        let room = width - EvidenceRowPage.nameColumns - 3
        let texts = Wrapping.lines(
            field.value, width: room, glyphs: glyphs, limit: EvidenceRowPage.valueLines)
        return (texts.isEmpty ? [""] : texts).enumerated().map { place, text in
            var line = named(place == 0 ? field.name : "")
            line.text(text, field.artifact == nil ? .normal : .emphasis)
            if place == 0 { line.target = field.artifact.flatMap { Target($0) } }
            return line
        }
    }

    private func named(_ name: String) -> PageLine {
        var line = PageLine("  ")
        line.field(name, EvidenceRowPage.nameColumns, .muted)
        line.gap(1)
        return line
    }

    private var origin: [(String, String)] {
        let source = detail.source
        let always = [
            ("file", source.file), ("source", "source:\(source.source), table \(source.table.rawValue)"),
            ("line, byte", "\(Figures.count(detail.row.line)), \(Figures.count(detail.offset))"),
            ("SHA-256", source.sha256), ("imported", Figures.time(source.importedAt)),
        ]
        let told = [("obtained from", source.obtainedFrom), ("grade", source.grade)]
        return always + told.compactMap { name, value in value.map { (name, $0) } }
    }
}
