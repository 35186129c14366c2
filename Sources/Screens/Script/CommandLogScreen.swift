import Terminal

/// What was done so far, line by line; exported, it is a script that `revenuer replay` does again.
struct CommandLogScreen: PageScreen {
    let lines: [String]
    var scroll = PageScroll()

    init(_ log: CommandLog) { lines = log.lines }

    var context: Context { .commandLog }
    var crumbs: [String] { ["Command log"] }
    var copyName: String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }
    var exported: String? { lines.map { $0 + "\n" }.joined() }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(PageLine(" e saves these lines; revenuer replay CASE FILE does them again.", .muted))
        page.space()
        if lines.isEmpty { page.add(PageLine(" Nothing was done yet.", .muted)) }
        let columns = String(lines.count).count
        for (place, text) in lines.enumerated() {
            var line = PageLine(" ")
            line.number(Figures.count(place + 1), columns, .muted)
            line.gap(2)
            line.text(text)
            page.add(line)
        }
        return page
    }
}
