import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Samples") struct SampleTests {
    @Test("samples with frame, capabilities and the marked prompt") func list() throws {
        try Desk.open(120, 40, keys: "6").matches("samples-120x40.txt")
    }

    @Test("what a rule matched is marked, byte for byte") func marked() throws {
        var desk = Desk.open(100, 40, keys: "6")
        desk.enter()
        let buffer = desk.workspace.view().buffer
        let row = try #require(desk.grid.firstIndex { $0.contains("Think step by step") })
        let marked = (0..<buffer.size.columns).filter {
            buffer[Point(column: $0, row: row)].style.role == .match
        }
        let text = marked.map { String(Array(desk.grid[row])[$0]) }.joined()
        #expect(text == "Think step by step")
    }

    @Test("hostile text is shown as signs") func hostile() {
        var desk = Desk.open(100, 30, keys: "6j")
        desk.enter()
        #expect(!desk.screen.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        #expect(!desk.screen.unicodeScalars.contains("\u{202E}"))
        #expect(desk.screen.contains("␛"))
    }

    @Test("frames with slots, what stood in them, and who shares them") func template() throws {
        var desk = Desk.open(120, 40, keys: "6T")
        #expect(desk.screen.contains("T-3fa9c1"))
        desk.enter()
        try desk.matches("template-120x40.txt")
    }

    @Test("m lists the samples of a frame by a filter that can be seen and changed") func samplesOfFrame() {
        let desk = Desk.open(keys: "6Tm")
        #expect(desk.grid[0].contains("Samples"))
        #expect(desk.screen.contains("filter: template:T-3fa9c1"))
    }
}

@Suite("Marked text") struct MarkedTextTests {
    private func lines(_ text: String, width: Int, limit: Int = 99, matches: [TextSpan] = []) -> [String] {
        MarkedText(text, matches: matches).lines(width: width, glyphs: .unicode, limit: limit).lines
            .map {
                $0.pieces.compactMap { if case .text(let text, _, _) = $0.content { text } else { nil } }
                    .joined()
            }
    }

    @Test("breaks at spaces and at line ends") func wrapping() {
        #expect(lines("one two three\nfour", width: 8) == [" one two", " three", " four"])
    }

    @Test("a word longer than a line is cut") func longWord() {
        #expect(lines("abcdefghij", width: 4) == [" abcd", " efgh", " ij"])
    }

    @Test("no text, no lines") func empty() { #expect(lines("", width: 10).isEmpty) }

    @Test("a megabyte without spaces is read no further than the lines that are shown") func megabyte() {
        let text = String(repeating: "x", count: 1_000_000)
        let (lines, isCut) = MarkedText(text, matches: []).lines(width: 80, glyphs: .unicode, limit: 5)
        #expect(lines.count == 5)
        #expect(isCut)
    }

    @Test("spans that reach beyond the text or overlap do no harm") func oddSpans() {
        let spans = [
            TextSpan(offset: 2, length: 100), TextSpan(offset: -5, length: 3), TextSpan(offset: 3, length: 0),
            TextSpan(offset: 1, length: 2),
        ]
        #expect(lines("abcdef", width: 10, matches: spans) == [" abcdef"])
    }
}
