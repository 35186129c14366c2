import Terminal

extension PageLine {
    /// Draws the line into the first row of a rectangle.
    func draw(on buffer: inout Buffer, in rect: Rect) {
        var column = rect.column
        for piece in pieces {
            let room = rect.endColumn - column
            guard room > 0 else { return }
            column += piece.draw(on: &buffer, at: Point(column: column, row: rect.row), room: room)
        }
    }
}

extension PageLine.Piece {
    fileprivate func draw(on buffer: inout Buffer, at point: Point, room: Int) -> Int {
        let width = min(columns ?? room, room)
        switch content {
        case .text(let text, let cut, let alignment):
            guard columns != nil else {
                return buffer.put(text, at: point, style: style, maxWidth: room, cut: cut)
            }
            let field = Rect(origin: point, size: Size(columns: width, rows: 1))
            if !text.isEmpty { buffer.put(text, in: field, align: alignment, style: style, cut: cut) }
        case .bar(let fraction):
            buffer.bar(fraction, at: point, columns: width, style: style)
        case .levels(let levels):
            for (offset, level) in levels.prefix(width).enumerated() where (1...8).contains(level) {
                buffer.put(buffer.glyphs.levels[level], at: point.moved(columns: offset), style: style)
            }
        case .rule:
            buffer.horizontalLine(at: point, columns: room, style: style)
            return room
        }
        return width
    }
}
