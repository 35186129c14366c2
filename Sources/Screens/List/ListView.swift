import Casework
import Terminal

extension ListModel {
    /// Draws headings, the visible rows and the preview.
    func draw(on buffer: inout Buffer, in body: Rect, standing: Standing, panes: Panes = .both) {
        let layout = ListLayout(body: body, panes)
        let shown = shownColumns.map { (number: $0, column: columns[$0]) }
        let table = TableLayout(
            shown.map(\.column.layout), width: layout.rows.columns - ListModel.margin - 2,
            keeping: column > 0 ? shown.firstIndex { $0.number == column } : nil)
        drawHeadings(on: &buffer, in: layout.headings, table, shown)
        if let empty = emptyLines(standing) {
            for (index, line) in empty.enumerated() {
                line.draw(on: &buffer, in: layout.rows.inset(columns: 1).line(index + 1))
            }
        } else {
            for (line, index) in scroll.visible.enumerated() {
                drawRow(index, on: &buffer, in: layout.rows.line(line), table, shown)
            }
        }
        let bar = Rect(
            column: layout.rows.endColumn - 1, row: layout.rows.row, columns: 1, rows: layout.rows.rows)
        buffer.scrollBar(scroll, in: bar)
        drawPreview(on: &buffer, layout, standing)
    }

    /// Columns before the table: the cursor's sign and the mark's.
    private static let margin = 2

    /// A column with its number among all columns, hidden ones included.
    private typealias Shown = (number: Int, column: ListColumn)

    private func drawHeadings(
        on buffer: inout Buffer, in row: Rect, _ table: TableLayout, _ shown: [Shown]
    ) {
        for place in table.places {
            let (number, column) = shown[place.index]
            let title = column.layout.title + sortSign(column)
            let field = Rect(
                column: row.column + ListModel.margin + place.start, row: row.row, columns: place.columns,
                rows: 1)
            let style = number == self.column ? Style(.heading, [.bold, .highlighted]) : Style.heading
            buffer.put(title, in: field, align: column.layout.alignment, style: style, cut: .clip)
        }
        // Columns without room are not lost: whoever chooses one sees it.
        let left = shown.count - table.places.count
        if left > 0 {
            let words = " +\(left)"
            buffer.put(words, at: row.origin.moved(columns: row.columns - words.count), style: .muted)
        }
    }

    private func sortSign(_ column: ListColumn) -> String {
        guard let sort, sort.field == column.field.name else { return "" }
        return sort.isDescending ? "↓" : "↑"
    }

    private func drawRow(
        _ index: Int, on buffer: inout Buffer, in rect: Rect, _ table: TableLayout, _ shown: [Shown]
    ) {
        let isCurrent = index == scroll.cursor
        if isCurrent { buffer.put(buffer.glyphs.breadcrumb, at: rect.origin, style: .emphasis) }
        let start = rect.origin.moved(columns: ListModel.margin)
        if let row = window[index] {
            if marks.contains(row.id) || range?.contains(index) ?? false {
                buffer.put(buffer.glyphs.bullet, at: rect.origin.moved(columns: 1), style: .mark)
            }
            for place in table.places {
                let column = shown[place.index].column
                let field = Rect(
                    column: start.column + place.start, row: start.row, columns: place.columns, rows: 1)
                column.draw(row, on: &buffer, in: field)
            }
        } else {
            buffer.put(buffer.glyphs.ellipsis, at: start, style: .muted)
        }
        if isCurrent {
            buffer.highlight(Rect(origin: rect.origin, size: Size(columns: rect.columns - 1, rows: 1)))
        }
    }

    private func drawPreview(on buffer: inout Buffer, _ layout: ListLayout, _ standing: Standing) {
        guard let preview = layout.preview, let divider = layout.divider else { return }
        if divider.columns == 1 {
            buffer.verticalLine(at: divider.origin, rows: divider.rows)
        } else {
            buffer.horizontalLine(at: divider.origin, columns: divider.columns)
        }
        guard let row = self.preview.row, emptyLines(standing) == nil else { return }
        let page = self.page(of: row, width: preview.columns, standing: standing, glyphs: buffer.glyphs)
        page.draw(on: &buffer, in: preview)
    }
}

extension ListModel {
    /// What is worth knowing about a row without opening it.
    private func page(of row: ListRow, width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        if case .sql(let row) = row {
            return SQLPreview(row: row, names: columns.map(\.field.name)).page(width: width, glyphs: glyphs)
        }
        return row.preview(preview.shownDetail, width: width, standing: standing, glyphs: glyphs)
    }
}

extension ListColumn {
    /// Draws the column's cell of a row.
    fileprivate func draw(_ row: ListRow, on buffer: inout Buffer, in field: Rect) {
        switch cell(row) {
        case .text(let text, let style):
            buffer.put(text, in: field, align: layout.alignment, style: style, cut: cut)
        case .probability(let value):
            let number = Rect(origin: field.origin, size: Size(columns: min(5, field.columns), rows: 1))
            buffer.put(value.map(Figures.probability) ?? "-", in: number, align: .right)
            guard let value, field.columns >= 8 else { return }
            let start = field.origin.moved(columns: 6)
            buffer.bar(value, at: start, columns: min(10, field.columns - 6))
        case .share(let share):
            let number = Rect(origin: field.origin, size: Size(columns: min(5, field.columns), rows: 1))
            buffer.put(Figures.percent(share), in: number, align: .right)
            guard field.columns >= 10 else { return }
            buffer.bar(share, at: field.origin.moved(columns: 6), columns: field.columns - 6)
        }
    }
}

extension ListRow {
    /// What is worth knowing about the row without opening it.
    fileprivate func preview(
        _ detail: PreviewState.Detail?, width: Int, standing: Standing, glyphs: Glyphs
    ) -> Page {
        switch (self, detail) {
        case (.group(let row), .group(let detail)):
            GroupPreview(row: row, detail: detail).page(width: width, standing: standing, glyphs: glyphs)
        case (.group(let row), _):
            GroupPreview(row: row, detail: nil).page(width: width, standing: standing, glyphs: glyphs)
        case (.account(let row), .dossier(let dossier)):
            AccountPreview(row: row, dossier: dossier).page(width: width, glyphs: glyphs)
        case (.account(let row), _):
            AccountPreview(row: row, dossier: nil).page(width: width, glyphs: glyphs)
        case (.member(let row), _): MemberPreview(row: row).page(width: width, glyphs: glyphs)
        case (.source(let row), _): SourcePreview(row: row).page(width: width, glyphs: glyphs)
        case (.reject(let row), _): RejectPreview(row: row).page(width: width, glyphs: glyphs)
        case (.artifact(let row), _):
            Page(ArtifactLines.facts(row, width: width, glyphs: glyphs), width: width)
        case (.network(let row), _): Page(NetworkLines.facts(row, width: width, glyphs: glyphs), width: width)
        case (.sample(let row), .sample(let detail)):
            SamplePreview(row: row, detail: detail).page(width: width, glyphs: glyphs)
        case (.sample(let row), _): SamplePreview(row: row, detail: nil).page(width: width, glyphs: glyphs)
        case (.template(let row), .template(let detail)):
            TemplatePreview(row: row, detail: detail).page(width: width, glyphs: glyphs)
        case (.template(let row), _):
            TemplatePreview(row: row, detail: nil).page(width: width, glyphs: glyphs)
        case (.audit(let row), _): AuditPreview(row: row).page(width: width, glyphs: glyphs)
        case (.indicator(let row), _): IndicatorPreview(row: row).page(width: width, glyphs: glyphs)
        case (.violation(let row), _): ViolationPreview(row: row).page(width: width, glyphs: glyphs)
        case (.note(let row), _): NotePreview(row: row).page(width: width, glyphs: glyphs)
        case (.frequency(let row), _): FrequencyPreview(row: row).page(width: width, glyphs: glyphs)
        case (.sql(let row), _): SQLPreview(row: row, names: []).page(width: width, glyphs: glyphs)
        case (.review, _): Page(width: width)
        case (.decision(let row), _): DecisionPreview(decision: row).page(width: width, glyphs: glyphs)
        }
    }
}
