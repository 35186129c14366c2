extension Buffer {
    /// A horizontal line.
    public mutating func horizontalLine(at point: Point, columns: Int, style: Style = .border) {
        fill(
            Rect(origin: point, size: Size(columns: columns, rows: 1)), with: glyphs.horizontal, style: style)
    }

    /// A vertical line.
    public mutating func verticalLine(at point: Point, rows: Int, style: Style = .border) {
        fill(Rect(origin: point, size: Size(columns: 1, rows: rows)), with: glyphs.vertical, style: style)
    }

    /// A frame with a title in its upper edge; the inside is left as it is and its rectangle returned.
    @discardableResult
    public mutating func box(_ rect: Rect, title: String = "", style: Style = .border) -> Rect {
        guard rect.columns >= 2, rect.rows >= 2 else { return rect.inset(columns: 1, rows: 1) }
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        horizontalLine(at: rect.origin, columns: rect.columns, style: style)
        horizontalLine(at: Point(column: rect.column, row: bottom), columns: rect.columns, style: style)
        verticalLine(at: rect.origin, rows: rect.rows, style: style)
        verticalLine(at: Point(column: right, row: rect.row), rows: rect.rows, style: style)
        put(glyphs.topLeft, at: rect.origin, style: style)
        put(glyphs.topRight, at: Point(column: right, row: rect.row), style: style)
        put(glyphs.bottomLeft, at: Point(column: rect.column, row: bottom), style: style)
        put(glyphs.bottomRight, at: Point(column: right, row: bottom), style: style)
        if !title.isEmpty && rect.columns > 6 {
            let place = rect.origin.moved(columns: 2)
            let used = put(" ", at: place, style: style)
            let width = put(
                title, at: place.moved(columns: used), style: .title, maxWidth: rect.columns - 6, cut: .end)
            put(" ", at: place.moved(columns: used + width), style: style)
        }
        return rect.inset(columns: 1, rows: 1)
    }

    /// A horizontal bar, to an eighth of a column where the locale has blocks.
    ///
    /// A fraction above 0 always shows something; one below 1 never fills the last eighth.
    /// - Parameter fraction: 0...1; clamped, not-a-number counts as 0.
    public mutating func bar(
        _ fraction: Double, at point: Point, columns: Int, style: Style = .bar, track: Style? = nil
    ) {
        let eighths = Buffer.steps(fraction, of: 8 * max(0, columns))
        if let track {
            fill(
                Rect(origin: point, size: Size(columns: columns, rows: 1)),
                with: glyphs.isUnicode ? "░" : ".", style: track)
        }
        for column in 0..<max(0, columns) {
            let here = min(8, eighths - 8 * column)
            guard here > 0 else { break }
            put(glyphs.eighths[here - 1], at: point.moved(columns: column), style: style)
        }
    }

    /// Values as heights of blocks, one column each, scaled so that the greatest fills the row.
    ///
    /// - Parameter top: the value of a full block; the greatest value when nil. Values that are negative or
    ///   no numbers count as 0; any value above 0 shows at least the lowest block.
    public mutating func sparkline(
        _ values: [Double], top: Double? = nil, at point: Point, style: Style = .bar
    ) {
        let top = top ?? values.filter(\.isFinite).max() ?? 0
        for (column, value) in values.enumerated() where top > 0 {
            let level = Buffer.steps(value / top, of: 8)
            put(glyphs.levels[level], at: point.moved(columns: column), style: style)
        }
    }

    /// A scroll bar for a window on a list; nothing when all of the list is visible.
    public mutating func scrollBar(_ window: ScrollWindow, in rect: Rect) {
        guard window.total > window.height, rect.rows > 0 else { return }
        verticalLine(at: rect.origin, rows: rect.rows, style: .barTrack)
        let thumb = max(1, rect.rows * window.height / window.total)
        let travel = rect.rows - thumb
        let top = travel * window.offset / max(1, window.total - window.height)
        for row in top..<top + thumb {
            put(glyphs.thumb, at: rect.origin.moved(rows: row), style: .muted)
        }
    }

    /// How many of `count` steps a fraction fills: none only for 0, all only for 1 and more.
    static func steps(_ fraction: Double, of count: Int) -> Int {
        guard fraction > 0, count > 0 else { return 0 }
        guard fraction < 1 else { return count }
        let steps = Int((fraction * Double(count)).rounded())
        return count == 1 ? 1 : min(max(steps, 1), count - 1)
    }
}
