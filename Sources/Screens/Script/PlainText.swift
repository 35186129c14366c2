import Casework
import Terminal

extension Workspace {
    /// The place one is in as lines to be read from the top: where, what, and how much there is of it.
    public var plainLines: [String] {
        let crumbs = history.current.crumbs.joined(separator: ", ")
        let mark = standing.isSynthetic ? "SYNTHETIC. " : ""
        var lines = ["\(mark)\(standing.title): \(crumbs)"]
        switch history.current {
        case .page(let screen): lines += text(of: screen)
        case .list(let model): lines += text(of: model)
        case .review(let model): lines += text(of: model)
        }
        return lines
    }

    /// How far the review is, and the card of the membership it has come to.
    private func text(of review: ReviewModel) -> [String] {
        if let empty = ReviewWords.empty(review, standing) { return empty }
        let progress = review.tally.value.map {
            ReviewWords.progress($0, place: review.place, waiting: review.waiting ?? $0.waiting)
        }
        guard let row = review.current, let card = review.currentCard else {
            return [progress, "reading …"].compactMap { $0 }
        }
        let page = ReviewCardPage(card: card, glyphs: glyphs).page(width: Page.wideColumns - 1, height: .max)
        return [progress, ReviewWords.why(row)].compactMap { $0 } + text(of: page)
    }

    private func text(of screen: any PageScreen) -> [String] {
        text(of: screen.page(width: Page.wideColumns - 1, standing: standing, glyphs: glyphs))
    }

    private func text(of page: Page) -> [String] {
        var buffer = Buffer(size: Size(columns: page.width, rows: page.rows.count), glyphs: glyphs)
        page.draw(on: &buffer, in: buffer.bounds)
        return buffer.rows.map(Workspace.withoutTrailingSpaces).filter { !$0.isEmpty }
    }

    /// Every visible row as its columns with their names; the row under the cursor last, in full.
    private func text(of model: ListModel) -> [String] {
        if let empty = model.emptyLines(standing) { return empty.map(\.plainText) }
        var lines = model.scroll.visible.compactMap { place in
            model.window[place].map { "\(place + 1). \(model.words(of: $0))" }
        }
        lines.append(model.position)
        if let row = model.current { lines.append("Here: \(model.words(of: row))") }
        return lines
    }

    private static func withoutTrailingSpaces(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}

extension ListModel {
    /// A row as `heading value` after each other; empty cells are left out.
    fileprivate func words(of row: ListRow) -> String {
        let mark = marks.contains(row.id) ? "marked, " : ""
        let cells = shownColumns.compactMap { number -> String? in
            let column = columns[number]
            let text = column.cell(row).plainText
            return text.isEmpty || text == "-" ? nil : "\(column.field.name) \(text)"
        }
        return mark + cells.joined(separator: ", ")
    }
}

extension ListColumn.Cell {
    fileprivate var plainText: String {
        switch self {
        case .text(let text, _): text
        case .probability(let value): value.map(Figures.probability) ?? ""
        case .share(let share): Figures.percent(share)
        }
    }
}

extension PageLine {
    /// Its texts after each other.
    fileprivate var plainText: String {
        pieces.compactMap { piece in
            if case .text(let text, _, _) = piece.content { text } else { nil }
        }.joined()
    }
}
