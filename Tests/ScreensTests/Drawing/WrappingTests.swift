import Terminal
import Testing

@testable import Screens

@Suite("Wrapping") struct WrappingTests {
    private func lines(_ text: String, _ width: Int, limit: Int = 8) -> [String] {
        Wrapping.lines(text, width: width, glyphs: .unicode, limit: limit)
    }

    @Test("breaks at spaces") func words() {
        #expect(lines("one two three four", 9) == ["one two", "three", "four"])
    }

    @Test("breaks within a word that is wider than a line, and loses nothing") func longWords() {
        #expect(lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
        #expect(lines("名前は日本語", 5) == ["名前", "は日", "本語"])
    }

    @Test("ends in an ellipsis where more would follow") func limit() {
        #expect(lines("one two three four", 9, limit: 2) == ["one two", "three…"])
        #expect(lines("abcdefghij", 4, limit: 2) == ["abcd", "efg…"])
    }

    @Test("no line is wider than asked, for any width and any text") func widths() {
        let safe = SafeText(.unicode)
        let text = "a\u{1B}[2J 名前\u{202E}x e\u{301}e\u{301} " + String(repeating: "long", count: 50_000)
        // The widest single character, with its signs, takes 13 columns; below, the drawing cuts it.
        for width in 13...60 {
            for line in lines(text, width) { #expect(safe.width(of: line) <= width) }
        }
        #expect(lines(text, 0).isEmpty && lines(text, 1).count == 8)
    }

    @Test("parts are kept whole") func parts() {
        let parts = Wrapping.parts(["12 accounts", "2025-11-09 … 2026-02-18"], width: 30, glyphs: .unicode)
        #expect(parts == ["12 accounts", "2025-11-09 … 2026-02-18"])
    }
}
