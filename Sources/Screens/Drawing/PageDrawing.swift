import Terminal

extension Page {
    /// Draws the rows from `top` on.
    /// - Parameter chosen: the row under the cursor; nil where none is.
    func draw(on buffer: inout Buffer, in rect: Rect, from top: Int = 0, chosen: Int? = nil) {
        for (line, row) in head.prefix(rect.rows).enumerated() { draw(row, line, on: &buffer, in: rect) }
        let lines = max(0, rect.rows - head.count)
        let visible = max(0, top)..<max(top, min(rows.count, top + lines))
        for (place, index) in visible.enumerated() {
            let row = rows[index]
            let line = head.count + place
            draw(row, line, on: &buffer, in: rect)
            if index == chosen, let choice = row.choice {
                let place = choice.place(in: rect, line: line)
                buffer.put(buffer.glyphs.breadcrumb, at: place.origin, style: .emphasis)
                buffer.highlight(place)
            }
        }
    }

    private func draw(_ row: Row, _ line: Int, on buffer: inout Buffer, in rect: Rect) {
        for part in row.parts {
            part.line.draw(on: &buffer, in: part.place(in: rect, line: line))
        }
        guard let divider = row.divider else { return }
        buffer.put(
            buffer.glyphs.vertical, at: Point(column: rect.column + divider, row: rect.row + line),
            style: .border)
    }
}

extension Page.Row.Part {
    fileprivate func place(in rect: Rect, line: Int) -> Rect {
        Rect(column: rect.column + start, row: rect.row + line, columns: columns, rows: 1).intersection(rect)
    }
}
