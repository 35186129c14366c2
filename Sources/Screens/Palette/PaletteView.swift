import Terminal

extension PaletteModel {
    private static let widest = 76
    private static let entryRows = 12

    /// Draws the palette over the body and returns where the text cursor stands.
    func draw(_ entries: [PaletteEntry], on buffer: inout Buffer, in body: Rect) -> Point {
        let width = min(PaletteModel.widest, body.columns - 4)
        let height = min(PaletteModel.entryRows, max(1, entries.count)) + 3
        let place = Rect(
            column: body.column + (body.columns - width) / 2, row: body.row + 1, columns: width,
            rows: min(height, body.rows - 1))
        buffer.fill(place)
        let inside = buffer.box(place, title: "Command, or an id to open")
        let lines = inside.inset(columns: 1)
        let (text, cursor) = editor.window(width: lines.columns - 3, glyphs: buffer.glyphs)
        buffer.put(":", at: lines.origin, style: .key)
        buffer.put(text, at: lines.origin.moved(columns: 2))
        if entries.isEmpty { buffer.put("nothing matches", at: lines.origin.moved(rows: 1), style: .muted) }
        let window = ScrollWindow(total: entries.count, height: lines.rows - 1, cursor: selected, margin: 1)
        for (line, index) in window.visible.enumerated() {
            draw(entries[index], isChosen: index == selected, on: &buffer, in: lines.line(line + 1))
        }
        return lines.origin.moved(columns: 2 + cursor)
    }

    private func draw(_ entry: PaletteEntry, isChosen: Bool, on buffer: inout Buffer, in row: Rect) {
        let keyColumns = 8
        buffer.put(isChosen ? buffer.glyphs.breadcrumb : " ", at: row.origin, style: .emphasis)
        buffer.put(
            entry.title, at: row.origin.moved(columns: 2), maxWidth: max(0, row.columns - keyColumns - 3),
            cut: .end)
        let key = Rect(column: row.endColumn - keyColumns, row: row.row, columns: keyColumns, rows: 1)
        buffer.put(entry.key, in: key, align: .right, style: .key)
        if isChosen { buffer.highlight(row) }
    }
}
