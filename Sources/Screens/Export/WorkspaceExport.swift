import Casework
import Terminal

extension Workspace {
    /// Columns of a page that is written to a file.
    private static let pageColumns = 100

    /// Asks for a file; the marked rows are meant, or all that the filter keeps, or the page.
    mutating func askForExport() {
        switch history.current {
        case .list(let model):
            var order = ExportOrder(list: model.list, path: "")
            order.filter = model.query.filter
            order.sort = model.sort
            order.hidden = model.state.hidden
            order.marked = model.marks.isEmpty ? nil : model.marks.rows.map(\.id)
            ask(.export(.rows(order), Workspace.extent(of: model)), "\(model.list.fileName).csv")
        case .review(let model):
            let words = Figures.counted(model.window.total ?? 0, "membership")
            let order = ExportOrder(list: .review, path: "")
            ask(.export(.rows(order), words), "\(RowList.review.fileName).csv")
        case .page(let screen):
            let group = (screen as? GroupScreen)?.id
            let name = ExportName.of(screen.crumbs) + ".txt"
            let text = screen.exported ?? text(of: screen)
            ask(.export(.page(text: text, group: group), "this page"), name)
        }
    }

    /// `about 1,204 accounts`, `3 marked accounts`
    private static func extent(of model: ListModel) -> String {
        guard model.marks.isEmpty else {
            return Figures.counted(model.marks.count, "marked " + model.list.noun)
        }
        let known = model.window.isEstimate ? "about " : model.window.isCut ? "more than " : ""
        return known + Figures.counted(model.window.total ?? 0, model.list.noun)
    }

    /// Sends the order off; a name that says no format is asked for again.
    mutating func export(_ subject: ExportSubject, _ words: String, path: String) -> [Intent] {
        if let intent = subject.intent(path) { return [intent] }
        status = .problem("The ending says the format: give \(subject.example).")
        mode = .prompt(Prompt(purpose: .export(subject, words), text: path))
        return []
    }

    /// The whole page as it would be drawn, in lines of a fixed width, without what a terminal would obey.
    private func text(of screen: any PageScreen) -> String {
        let columns = Workspace.pageColumns
        let page = screen.page(width: columns, standing: standing, glyphs: glyphs)
        var buffer = Buffer(size: Size(columns: columns, rows: page.rows.count), glyphs: glyphs)
        page.draw(on: &buffer, in: buffer.bounds)
        let mark = standing.isSynthetic ? ["SYNTHETIC: everything here is invented."] : []
        let head = mark + [standing.title, screen.crumbs.joined(separator: " / "), ""]
        let safe = SafeText(glyphs)
        let lines = head.map { safe.fit($0, width: columns) } + buffer.rows
        return lines.map(Workspace.trimmed).joined(separator: "\n") + "\n"
    }

    private static func trimmed(_ line: String) -> Substring {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return line
    }
}
