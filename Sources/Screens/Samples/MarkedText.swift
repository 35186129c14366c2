import Casework
import Terminal

/// A text with stretches marked: what rules matched, where a frame has its slots.
///
/// Only as much of the text is read as lines are wanted, however long it is.
struct MarkedText {
    let text: String
    /// Byte ranges with their styles; where they overlap, the first counts.
    let marks: [(range: Range<Int>, style: Style)]

    init(_ text: String, matches: [TextSpan], slots: [TextSpan] = []) {
        self.text = text
        func ranges(_ spans: [TextSpan], _ style: Style) -> [(range: Range<Int>, style: Style)] {
            spans.filter { $0.length > 0 && $0.offset >= 0 }.map {
                (Int($0.offset)..<Int($0.offset) + Int($0.length), style)
            }
        }
        marks = ranges(matches, .match) + ranges(slots, Style(.accent, .underline))
    }

    /// At most `limit` lines of `width` columns, and whether more would follow.
    func lines(width: Int, glyphs: Glyphs, limit: Int) -> (lines: [PageLine], isCut: Bool) {
        var wrapping = MarkedWrapping(width: max(1, width), safe: SafeText(glyphs))
        var offset = 0
        for character in text {
            if wrapping.lines.count >= limit { return (Array(wrapping.lines.prefix(limit)), true) }
            if character.isNewline {
                wrapping.breakLine()
            } else {
                wrapping.add(String(character), style(at: offset))
            }
            offset += character.utf8.count
        }
        wrapping.finish()
        return (Array(wrapping.lines.prefix(limit)), wrapping.lines.count > limit)
    }

    private func style(at offset: Int) -> Style {
        marks.first { $0.range.contains(offset) }?.style ?? .normal
    }
}

/// Fills lines character by character and breaks them at the last space.
private struct MarkedWrapping {
    private struct Unit {
        var text: String
        var style: Style
        var columns: Int
    }

    let width: Int
    let safe: SafeText
    private(set) var lines: [PageLine] = []
    private var line: [Unit] = []
    private var used = 0

    init(width: Int, safe: SafeText) {
        self.width = width
        self.safe = safe
    }

    mutating func add(_ text: String, _ style: Style) {
        let unit = Unit(text: text, style: style, columns: safe.width(of: text))
        if used + unit.columns > width { wrap() }
        line.append(unit)
        used += unit.columns
    }

    mutating func breakLine() {
        emit(line)
        (line, used) = ([], 0)
    }

    mutating func finish() {
        if !line.isEmpty { breakLine() }
    }

    /// The part up to the last space makes a line; a word that fills a line is cut.
    private mutating func wrap() {
        let space = line.lastIndex { $0.text == " " }
        guard let space, space > 0 else { return breakLine() }
        let rest = Array(line[(space + 1)...])
        emit(Array(line[..<space]))
        line = rest
        used = rest.reduce(0) { $0 + $1.columns }
    }

    private mutating func emit(_ units: [Unit]) {
        var page = PageLine(" ")
        var start = 0
        while start < units.count {
            var end = start
            while end < units.count, units[end].style == units[start].style { end += 1 }
            page.text(units[start..<end].map(\.text).joined(), units[start].style)
            start = end
        }
        lines.append(page)
    }
}
