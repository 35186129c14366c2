import Casework
import Terminal

extension ReviewModel {
    /// Draws how far the review is, the queue, and the card.
    func draw(on buffer: inout Buffer, in body: Rect, standing: Standing) {
        let layout = ReviewLayout(body: body)
        drawSummary(on: &buffer, in: layout.summary)
        if layout.divider.columns == 1 {
            buffer.verticalLine(at: layout.divider.origin, rows: layout.divider.rows)
        } else {
            buffer.horizontalLine(at: layout.divider.origin, columns: layout.divider.columns)
        }
        if let empty = ReviewWords.empty(self, standing) {
            for (index, words) in lines(empty, layout.card.columns, buffer.glyphs).enumerated() {
                buffer.put(
                    words, at: layout.card.origin.moved(columns: 1, rows: index),
                    maxWidth: layout.card.columns - 1)
            }
            return
        }
        drawQueue(on: &buffer, layout)
        drawCard(on: &buffer, in: layout.card)
    }

    private func lines(_ texts: [String], _ width: Int, _ glyphs: Glyphs) -> [String] {
        texts.flatMap { Wrapping.lines($0, width: width - 2, glyphs: glyphs, limit: 3) }
    }

    private func drawSummary(on buffer: inout Buffer, in row: Rect) {
        let start = row.origin.moved(columns: 1)
        guard let tally = tally.value else { return _ = buffer.put("reading …", at: start, style: .muted) }
        let words = ReviewWords.progress(tally, place: place, waiting: waiting ?? tally.waiting)
        let used = buffer.put(words, at: start, style: .emphasis, maxWidth: row.columns - 2, cut: .end)
        guard let current else { return }
        let room = row.columns - used - 4
        let safe = SafeText(buffer.glyphs)
        let why = [ReviewWords.why(current), ReviewWords.whyInShort(current)]
            .first { safe.width(of: $0, limit: room + 1) <= room }
        guard let why else { return }
        let field = Rect(column: row.endColumn - room - 1, row: row.row, columns: room, rows: 1)
        buffer.put(why, in: field, align: .right, style: .muted, cut: .end)
    }

    // MARK: - Queue

    private static let columns: [TableColumn] = [
        TableColumn("campaign", .fixed(8)), TableColumn("account", .flexible(least: 10, weight: 2)),
        TableColumn("P", .fixed(5)), .number("linked", 6), .number("priority", 8),
    ]
    /// Columns before the table: the cursor's sign and the verdict's.
    private static let margin = 2

    private func drawQueue(on buffer: inout Buffer, _ layout: ReviewLayout) {
        let table = TableLayout(ReviewModel.columns, width: layout.rows.columns - ReviewModel.margin - 2)
        for place in table.places {
            let column = ReviewModel.columns[place.index]
            buffer.put(
                column.title, in: field(place, layout.headings), align: column.alignment, style: .heading,
                cut: .clip)
        }
        for (line, index) in scroll.visible.enumerated() {
            drawRow(index, on: &buffer, in: layout.rows.line(line), table)
        }
        let bar = Rect(
            column: layout.rows.endColumn - 1, row: layout.rows.row, columns: 1, rows: layout.rows.rows)
        buffer.scrollBar(scroll, in: bar)
    }

    private func field(_ place: TableLayout.Place, _ row: Rect) -> Rect {
        Rect(
            column: row.column + ReviewModel.margin + place.start, row: row.row, columns: place.columns,
            rows: 1)
    }

    private func drawRow(_ index: Int, on buffer: inout Buffer, in rect: Rect, _ table: TableLayout) {
        if index == scroll.cursor {
            buffer.put(buffer.glyphs.breadcrumb, at: rect.origin, style: .emphasis)
        }
        if let row = row(index) {
            let verdict = verdict(on: row)
            if let verdict {
                buffer.put(ReviewModel.sign(verdict), at: rect.origin.moved(columns: 1), style: .mark)
            }
            let cells = [
                row.campaign, row.accountId.string, Figures.probability(row.probability),
                Figures.count(row.linked), Figures.bits(row.priority),
            ]
            for place in table.places {
                buffer.put(
                    cells[place.index], in: field(place, rect),
                    align: ReviewModel.columns[place.index].alignment,
                    style: verdict != nil ? .muted : place.index == 1 ? .emphasis : .normal,
                    cut: place.index == 1 ? .middle : .end)
            }
        } else {
            buffer.put(
                buffer.glyphs.ellipsis, at: rect.origin.moved(columns: ReviewModel.margin), style: .muted)
        }
        if index == scroll.cursor {
            buffer.highlight(Rect(origin: rect.origin, size: Size(columns: rect.columns - 1, rows: 1)))
        }
    }

    /// A letter, so that colour is not the only sign.
    private static func sign(_ verdict: DecisionVerdict) -> String {
        switch verdict {
        case .confirm: "y"
        case .reject: "n"
        case .unsure: "u"
        }
    }

    // MARK: - Card

    private func drawCard(on buffer: inout Buffer, in rect: Rect) {
        guard let row = current else { return }
        if let card = currentCard {
            let page = ReviewCardPage(card: card, glyphs: buffer.glyphs)
                .page(width: rect.columns, height: rect.rows)
            page.draw(on: &buffer, in: rect, from: min(self.card.top, max(0, page.rows.count - rect.rows)))
            return
        }
        let words = self.card.failure(of: row).map { "This could not be read: \($0)" } ?? "reading …"
        for (index, line) in lines([words], rect.columns, buffer.glyphs).enumerated() {
            buffer.put(
                line, at: rect.origin.moved(columns: 1, rows: index), style: .muted,
                maxWidth: rect.columns - 1)
        }
    }
}
