import Terminal

/// A page to read, made for a width: parts one below the other or, where there is room, side by side.
struct Page {
    /// From this width on, two columns stand side by side.
    static let wideColumns = 100
    /// Whether it only says that something is on its way.
    var isReading = false
    private static let gap = 3

    /// Lines that stand beside each other in one row of the screen.
    struct Row {
        struct Part {
            var start: Int
            var columns: Int
            var line: PageLine
        }

        var parts: [Part]
        /// Where the line between two columns stands.
        var divider: Int?

        /// The part that can be chosen; the left one where both could.
        var choice: Part? { parts.first { $0.line.target != nil } }
    }

    let width: Int
    /// Rows that stay at the top while the others scroll below them.
    private(set) var head: [Row] = []
    private(set) var rows: [Row] = []

    init(width: Int) {
        self.width = max(0, width)
    }

    init(_ lines: [PageLine], width: Int) {
        self.init(width: width)
        add(lines)
    }

    var isWide: Bool { width >= Page.wideColumns }

    /// The width of the left and of the right column; both the whole width where they stand in turn.
    func columnWidths(leftShare: Int = 3, rightShare: Int = 2) -> (left: Int, right: Int) {
        guard isWide else { return (width, width) }
        let parts = Layout.split(width, [.share(leftShare), .share(rightShare)], gap: Page.gap)
        return (parts[0], parts[1])
    }

    mutating func add(_ line: PageLine) {
        rows.append(Row(parts: [Row.Part(start: 0, columns: width, line: line)]))
    }

    mutating func add(_ lines: [PageLine]) {
        for line in lines { add(line) }
    }

    /// Adds lines to the head. It should be short: what scrolls has the rows that are left.
    mutating func pin(_ lines: [PageLine]) {
        head += lines.map { Row(parts: [Row.Part(start: 0, columns: width, line: $0)]) }
    }

    /// Rows of so many on screen in which the page scrolls.
    func room(_ height: Int) -> Int { max(1, height - head.count) }

    /// An empty row, but never two and never one at the top.
    mutating func space() {
        guard let last = rows.last, last.parts.contains(where: { !$0.line.pieces.isEmpty }) else { return }
        add(PageLine())
    }

    /// Two columns made for `columnWidths` of the same shares.
    mutating func add(left: [PageLine], right: [PageLine], leftShare: Int = 3, rightShare: Int = 2) {
        guard isWide else {
            add(left)
            space()
            add(right)
            return
        }
        let widths = columnWidths(leftShare: leftShare, rightShare: rightShare)
        let start = widths.left + Page.gap
        for index in 0..<max(left.count, right.count) {
            let parts = [
                Row.Part(start: 0, columns: widths.left, line: index < left.count ? left[index] : PageLine()),
                Row.Part(
                    start: start, columns: widths.right, line: index < right.count ? right[index] : PageLine()
                ),
            ]
            rows.append(Row(parts: parts, divider: widths.left + 1))
        }
    }

    /// The rows that can be chosen.
    var choices: [Int] { rows.indices.filter { rows[$0].choice != nil } }
}
