/// One line of text being edited: a filter, a search, a command.
///
/// Holds no controls: pasted or typed ones are dropped, line breaks and tabs become spaces.
public struct LineEditor: Hashable, Sendable {
    /// Longest text in scalars: far beyond any filter, and short enough to redraw at every key.
    public static let scalarLimit = 4096

    private var clusters: [[Unicode.Scalar]] = []
    /// Where the next character goes: 0 before the first.
    public private(set) var cursor = 0

    public init(_ text: String = "") {
        insert(text)
    }

    public var text: String {
        clusters.reduce(into: "") { text, cluster in text.unicodeScalars.append(contentsOf: cluster) }
    }

    public var isEmpty: Bool { clusters.isEmpty }

    /// Replaces everything and puts the cursor at the end.
    public mutating func replace(with text: String) {
        clusters = []
        cursor = 0
        insert(text)
    }

    /// Puts text at the cursor as far as the limit allows; breaks at its start and end are dropped.
    public mutating func insert(_ text: String) {
        let room = Self.scalarLimit - clusters.reduce(0) { $0 + $1.count }
        var added = 0
        var isBreak = false
        for scalar in text.unicodeScalars where added < room {
            if scalar == "\n" || scalar == "\r" || scalar == "\t" {
                isBreak = added > 0
                continue
            }
            if isBreak { added += insert(" " as Unicode.Scalar) }
            isBreak = false
            if added < room { added += insert(scalar) }
        }
    }

    /// Puts text at the end and leaves the cursor where it is.
    public mutating func append(_ text: String) {
        let place = cursor
        cursor = clusters.count
        insert(text)
        cursor = place
    }

    /// Where the cursor stands in the bytes of the text.
    public var cursorByte: Int {
        clusters[..<cursor].reduce(0) { $0 + $1.reduce(0) { $0 + UTF8.width($1) } }
    }

    /// Takes an editing key; false when it means nothing here.
    public mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(clusters.count, cursor + 1)
        case .wordLeft, .alt("b"): cursor = wordStart
        case .wordRight, .alt("f"): cursor = wordEnd
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = clusters.count
        case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
        case .delete, .control("d"): remove(cursor..<min(clusters.count, cursor + 1))
        case .control("w"): remove(wordStart..<cursor)
        case .control("u"): remove(0..<cursor)
        case .control("k"): remove(cursor..<clusters.count)
        default: return false
        }
        return true
    }

    /// The part to show in `width` columns so that the cursor is visible, and the cursor's column in it.
    public func window(width: Int, glyphs: Glyphs = .unicode) -> (text: String, cursorColumn: Int) {
        let safe = SafeText(glyphs)
        let widths = clusters.map { safe.width(of: Self.string($0)) }
        var start = 0
        var before = widths[..<cursor].reduce(0, +)
        while start < cursor, before >= max(1, width) {
            before -= widths[start]
            start += 1
        }
        let shown = clusters[start...].map(Self.string).joined()
        return (safe.line(shown, width: width).text, before)
    }
}

extension LineEditor {
    private static func string(_ cluster: [Unicode.Scalar]) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: cluster)
        return text
    }

    /// Inserts a scalar and returns how many were added.
    private mutating func insert(_ scalar: Unicode.Scalar) -> Int {
        switch ScalarKind(scalar) {
        case .printable:
            clusters.insert([scalar], at: cursor)
            cursor += 1
            return 1
        case .combining where cursor > 0 && clusters[cursor - 1].count < Cell.scalarLimit:
            clusters[cursor - 1].append(scalar)
            return 1
        case .combining, .presentation, .hidden:
            return 0
        }
    }

    private mutating func remove(_ range: Range<Int>) {
        clusters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private var wordStart: Int {
        var place = cursor
        while place > 0, isSpace(place - 1) { place -= 1 }
        while place > 0, !isSpace(place - 1) { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < clusters.count, isSpace(place) { place += 1 }
        while place < clusters.count, !isSpace(place) { place += 1 }
        return place
    }

    private func isSpace(_ place: Int) -> Bool {
        clusters[place].first?.properties.isWhitespace ?? false
    }
}
