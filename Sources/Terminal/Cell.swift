/// One cell of a buffer: a character with its marks, the columns it takes, and its style.
public struct Cell: Hashable, Sendable {
    /// At most this many scalars: what one cell of ncurses (`cchar_t`) holds.
    public static let scalarLimit = 5

    /// The text to draw; empty in the second column of a wide character.
    public let text: String
    /// 1, 2, or 0 for the second column of a wide character.
    public let width: Int
    public var style: Style

    init(text: String, width: Int, style: Style) {
        self.text = text
        self.width = width
        self.style = style
    }

    /// An empty cell.
    public static let blank = Cell(text: " ", width: 1, style: .normal)

    static func blank(_ style: Style) -> Cell {
        Cell(text: " ", width: 1, style: style)
    }

    /// The second column of a wide character.
    static func tail(_ style: Style) -> Cell {
        Cell(text: "", width: 0, style: style)
    }

    /// Equal bytes, not canonical equivalence: terminals draw composed and decomposed letters differently.
    public static func == (left: Cell, right: Cell) -> Bool {
        left.width == right.width && left.style == right.style
            && left.text.utf8.count == right.text.utf8.count
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(width)
        hasher.combine(style)
    }
}
