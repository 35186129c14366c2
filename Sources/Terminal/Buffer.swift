/// A grid of cells that views draw into and a terminal shows.
///
/// All text goes through `SafeText` on its way in, so that no cell can hold a control or a bidi mark.
/// Drawing outside is clipped; a wide character is drawn whole or not at all, and one that is half
/// overwritten leaves a space.
public struct Buffer: Equatable, Sendable {
    public let size: Size
    public let glyphs: Glyphs
    private(set) var cells: [Cell]

    public init(size: Size, glyphs: Glyphs = .unicode) {
        self.size = size
        self.glyphs = glyphs
        cells = [Cell](repeating: .blank, count: size.area)
    }

    /// The rectangle of all cells.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place; blank outside.
    public subscript(_ point: Point) -> Cell {
        bounds.contains(point) ? cells[index(point)] : .blank
    }

    /// The text of every row without the spaces at its end, as a test draws it.
    public var rows: [String] {
        (0..<size.rows).map { row in
            var text = cells[row * size.columns..<(row + 1) * size.columns].map(\.text).joined()[...]
            while text.last == " " { text.removeLast() }
            return String(text)
        }
    }

    /// A stretch of one row in one style.
    public struct Span: Hashable, Sendable {
        public let text: String
        public let style: Style

        public init(_ text: String, _ style: Style) {
            self.text = text
            self.style = style
        }
    }

    /// Every row as stretches of equal style, spaces included.
    public var styledRows: [[Span]] {
        (0..<size.rows).map { row in
            cells[row * size.columns..<(row + 1) * size.columns].reduce(into: []) { spans, cell in
                if let last = spans.last, last.style == cell.style {
                    spans[spans.count - 1] = Span(last.text + cell.text, cell.style)
                } else {
                    spans.append(Span(cell.text, cell.style))
                }
            }
        }
    }

    func index(_ point: Point) -> Int {
        point.row * size.columns + point.column
    }
}

extension Buffer {
    /// Writes one line of text and returns the columns it used.
    ///
    /// Signs for hidden characters get the role `.hidden`, so evidence cannot fake them.
    /// - Parameters:
    ///   - maxWidth: the columns the text may use; up to the right edge when nil.
    ///   - cut: what happens to text that is wider.
    @discardableResult
    public mutating func put(
        _ text: String, at point: Point, style: Style = .normal, maxWidth: Int? = nil,
        cut: SafeText.Cut = .clip
    ) -> Int {
        let width = room(at: point, maxWidth: maxWidth)
        return put(SafeText(glyphs).line(text, width: width, cut: cut), at: point, style: style)
    }

    /// Writes a line of bytes that may not be UTF-8; see `put(_:at:style:maxWidth:cut:)`.
    @discardableResult
    public mutating func put(
        utf8 bytes: some BidirectionalCollection<UInt8>, at point: Point, style: Style = .normal,
        maxWidth: Int? = nil, cut: SafeText.Cut = .clip
    ) -> Int {
        let width = room(at: point, maxWidth: maxWidth)
        return put(SafeText(glyphs).line(utf8: bytes, width: width, cut: cut), at: point, style: style)
    }

    /// Where text stands in its field.
    public enum Alignment: Hashable, Sendable {
        case left, right, center
    }

    /// Writes text into the first row of a field, aligned, and fills the rest with spaces of the style.
    public mutating func put(
        _ text: String, in field: Rect, align: Alignment = .left, style: Style = .normal,
        cut: SafeText.Cut = .end
    ) {
        guard field.rows > 0 else { return }
        let line = SafeText(glyphs).line(text, width: field.columns, cut: cut)
        let free = field.columns - line.width
        let shift =
            switch align {
            case .left: 0
            case .right: free
            case .center: free / 2
            }
        fill(field.line(0), style: style)
        put(line, at: field.origin.moved(columns: shift), style: style)
    }

    /// Sets every cell of a rectangle to a space, or to a sign of one column.
    public mutating func fill(_ rect: Rect, with sign: String = " ", style: Style = .normal) {
        let line = SafeText(glyphs).line(sign, width: 1)
        guard let cluster = line.clusters.first, cluster.width == 1 else { return }
        let cell = Cell(text: cluster.text, width: 1, style: style)
        for point in points(rect) { set(cell, at: point) }
    }

    /// Changes the styles of a rectangle and leaves its text.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        for point in points(rect) { cells[index(point)].style = change(cells[index(point)].style) }
    }

    /// Puts a row or item on the ground of the cursor.
    public mutating func highlight(_ rect: Rect) {
        restyle(rect) { $0.highlighted }
    }

    /// Copies another buffer, clipped to this one.
    public mutating func draw(_ other: Buffer, at origin: Point) {
        for row in 0..<other.size.rows {
            for column in 0..<other.size.columns {
                place(
                    other.cells[row * other.size.columns + column],
                    at: origin.moved(columns: column, rows: row))
            }
        }
    }

    /// Draws into a part as if it were a buffer of its own, starting from what is there.
    public mutating func within(_ rect: Rect, _ body: (inout Buffer) -> Void) {
        var part = Buffer(size: rect.size, glyphs: glyphs)
        part.draw(self, at: Point(column: -rect.column, row: -rect.row))
        body(&part)
        draw(part, at: rect.origin)
    }

    private func room(at point: Point, maxWidth: Int?) -> Int {
        let edge = size.columns - min(point.column, size.columns)
        return max(0, min(maxWidth ?? edge, edge))
    }

    private func points(_ rect: Rect) -> [Point] {
        let inside = rect.intersection(bounds)
        return (0..<inside.rows).flatMap { row in
            (0..<inside.columns).map { inside.origin.moved(columns: $0, rows: row) }
        }
    }
}

extension Buffer {
    /// Sets a cell as it is, for runs of changes that hold whole characters.
    mutating func overwrite(_ cell: Cell, at point: Point) {
        guard bounds.contains(point) else { return }
        cells[index(point)] = cell
    }

    @discardableResult
    mutating func put(_ line: SafeText.Line, at point: Point, style: Style) -> Int {
        var point = point
        for cluster in line.clusters {
            let style = cluster.isSign ? Style(.hidden, style.attributes) : style
            place(Cell(text: cluster.text, width: cluster.width, style: style), at: point)
            point.column += cluster.width
        }
        return line.width
    }

    /// Places a cell and, for a wide one, its second column; nothing when it does not wholly fit.
    private mutating func place(_ cell: Cell, at point: Point) {
        guard cell.width > 0 else { return }
        let last = point.moved(columns: cell.width - 1)
        guard bounds.contains(point), bounds.contains(last) else { return }
        set(cell, at: point)
        if cell.width == 2 { set(.tail(cell.style), at: last, keepingHead: true) }
    }

    /// Sets one cell and blanks the other half of a wide character it cuts in two.
    private mutating func set(_ cell: Cell, at point: Point, keepingHead: Bool = false) {
        let index = index(point)
        let old = cells[index]
        if old.width == 0, point.column > 0, !keepingHead {
            cells[index - 1] = .blank(cells[index - 1].style)
        }
        if old.width == 2, point.column + 1 < size.columns {
            cells[index + 1] = .blank(cells[index + 1].style)
        }
        cells[index] = cell
    }
}
