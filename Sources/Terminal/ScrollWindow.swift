/// The visible part of a long list and the cursor in it. All arithmetic is clamped: any numbers will do.
public struct ScrollWindow: Hashable, Sendable {
    /// Rows in the list.
    public private(set) var total: Int
    /// Rows on the screen.
    public private(set) var height: Int
    /// The row under the cursor; 0 in an empty list.
    public private(set) var cursor: Int
    /// The first visible row.
    public private(set) var offset: Int
    /// Rows kept visible above and below the cursor where there are any.
    public let margin: Int

    public init(total: Int, height: Int, cursor: Int = 0, offset: Int = 0, margin: Int = 2) {
        self.total = max(0, total)
        self.height = max(0, height)
        self.cursor = cursor
        self.offset = offset
        self.margin = max(0, margin)
        settle()
    }

    /// The rows on the screen.
    public var visible: Range<Int> { offset..<min(total, offset + height) }

    /// Where the cursor stands on the screen, counted from its top.
    public var cursorLine: Int { cursor - offset }

    /// Moves the cursor to a row and scrolls as little as possible.
    public mutating func move(to row: Int) {
        cursor = row
        settle()
    }

    /// Moves the cursor by rows.
    public mutating func move(by rows: Int) {
        let (sum, overflow) = cursor.addingReportingOverflow(rows)
        move(to: overflow ? (rows > 0 ? .max : 0) : sum)
    }

    /// Moves the cursor and the window by screens, keeping a row of the screen before.
    public mutating func page(by pages: Int) {
        let step = max(1, height - 1).multipliedReportingOverflow(by: pages)
        let rows = step.overflow ? (pages > 0 ? total : -total) : step.partialValue
        let (sum, overflow) = offset.addingReportingOverflow(rows)
        offset = overflow ? (rows > 0 ? total : 0) : sum
        move(by: rows)
    }

    /// Takes a new length of the list or height of the screen and keeps the cursor where it was.
    public mutating func resize(total: Int? = nil, height: Int? = nil) {
        self.total = max(0, total ?? self.total)
        self.height = max(0, height ?? self.height)
        settle()
    }

    private mutating func settle() {
        cursor = min(max(0, cursor), max(0, total - 1))
        let edge = min(margin, max(0, (height - 1) / 2))
        let highest = cursor - edge
        let lowest = cursor + edge - height + 1
        offset = max(min(offset, highest), lowest)
        offset = max(0, min(offset, total - height))
    }
}
