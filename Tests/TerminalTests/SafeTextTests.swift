import Testing

@testable import Terminal

@Suite("Safe text")
struct SafeTextTests {
    private let safe = SafeText(.unicode)
    private let ascii = SafeText(.ascii)

    @Test("plain text is shown as it is")
    func plain() {
        #expect(safe.fit("u-14377d50 ok", width: 20) == "u-14377d50 ok")
    }

    @Test(
        "what could steer a terminal is shown as signs",
        arguments: [
            ("\u{1B}[2J", "␛[2J"), ("a\nb\tc\r", "a␊b␉c␍"), ("\0\u{7F}", "␀␡"), ("\u{9B}31m", "‹U+009B›31m"),
            ("a\u{202E}b", "a‹U+202E›b"), ("\u{2066}\u{061C}", "‹U+2066›‹U+061C›"), ("\u{200B}", "‹U+200B›"),
            ("\u{FEFF}", "‹U+FEFF›"), ("\u{2028}", "‹U+2028›"), ("\u{E0041}", "‹U+E0041›"),
            ("\u{E000}", "‹U+E000›"), ("\u{00AD}", "‹U+00AD›"), ("\u{3164}", "‹U+3164›"),
            ("👍🏽", "👍‹U+1F3FD›"),
        ])
    func signs(text: String, shown: String) {
        #expect(safe.fit(text, width: 60) == shown)
    }

    @Test(
        "without Unicode everything is ASCII",
        arguments: [
            ("\u{1B}\0\u{7F}", "^[^@^?"), ("a\u{202E}b", "a\\u{202E}b"), ("中", "\\u{4E2D}"),
            ("e\u{301}", "e\\u{301}"), ("A › B — “c”", "A > B - \"c\""), ("≥ 10…", ">= 10..."),
        ])
    func asciiOnly(text: String, shown: String) {
        #expect(ascii.fit(text, width: 60) == shown)
    }

    @Test("only signs that stand for something hidden are marked as such")
    func fakes() {
        #expect(safe.line("␛\u{1B}", width: 9).clusters.map(\.isSign) == [false, true])
    }

    @Test("a presentation selector after a sign is left out once, elsewhere it is shown")
    func presentation() {
        #expect(safe.fit("☀\u{FE0F}", width: 20) == "☀")
        #expect(safe.fit("☀\u{FE0F}\u{FE0F}", width: 20) == "☀‹U+FE0F›")
        #expect(safe.fit("a\u{FE0F}", width: 20) == "a‹U+FE0F›")
    }

    @Test("marks beyond what a cell holds are shown beside it")
    func manyMarks() {
        let text = "z" + String(repeating: "\u{301}", count: 5)
        let line = safe.line(text, width: 40)
        #expect(line.clusters[0].text.unicodeScalars.count == Cell.scalarLimit)
        #expect(line.text.hasSuffix("‹U+0301›"))
    }

    @Test("a mark with nothing before it is shown")
    func loneMark() {
        #expect(safe.fit("\u{301}a", width: 20) == "‹U+0301›a")
    }

    @Test("bytes that are no UTF-8 are shown one by one")
    func invalidBytes() {
        let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB8, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80]
        let shown = "a‹xFF›‹xE4›‹xB8›b‹xC0›‹x80›‹xED›‹xA0›‹x80›"
        #expect(safe.line(utf8: bytes, width: 80).text == shown)
        #expect(ascii.line(utf8: bytes.prefix(2), width: 80).text == "a\\xFF")
    }

    @Test("valid bytes read as the string they encode")
    func validBytes() {
        let text = "aé中👍\u{1B}"
        #expect(safe.line(utf8: Array(text.utf8), width: 80) == safe.line(text, width: 80))
    }

    @Test("text that is too wide ends in an ellipsis")
    func cutAtEnd() {
        #expect(safe.fit("abcdef", width: 6) == "abcdef")
        #expect(safe.fit("abcdef", width: 5) == "abcd…")
        #expect(safe.fit("ab中文", width: 5) == "ab中…")
        #expect(safe.fit("ab中文", width: 4) == "ab…")
        #expect(safe.fit("abcdef", width: 0) == "")
        #expect(ascii.fit("abcdefghij", width: 8) == "abcde...")
        #expect(ascii.fit("abcdef", width: 4) == "abc~")
    }

    @Test("an id can keep its start and its end")
    func cutInTheMiddle() {
        #expect(safe.fit("pf_81c0aaaaaaaaaa3e", width: 9, cut: .middle) == "pf_8…aa3e")
        #expect(safe.fit("short", width: 9, cut: .middle) == "short")
        #expect(
            safe.line(utf8: Array("pf_81c0aaaaaaaaaa3e".utf8), width: 9, cut: .middle).text == "pf_8…aa3e")
        #expect(safe.fit("中中中中中中", width: 6, cut: .middle) == "中…中")
    }

    @Test("a line says whether the whole text is there")
    func wholeness() {
        #expect(safe.line("abc", width: 3).isWhole)
        #expect(!safe.line("abcd", width: 3).isWhole)
        #expect(safe.line("abc\u{301}", width: 3).isWhole)
    }

    @Test("hostile text never exceeds its width nor keeps a control, whatever the cut", arguments: 0..<200)
    func hostile(seed: UInt64) {
        var random = SeededRandom(seed)
        let text = random.hostileText()
        let width = Int.random(in: 0...30, using: &random)
        for safe in [safe, ascii] {
            for cut in [SafeText.Cut.clip, .end, .middle] {
                let line = safe.line(text, width: width, cut: cut)
                #expect(line.width <= width, "seed \(seed)")
                #expect(line.width == line.clusters.reduce(0) { $0 + $1.width }, "seed \(seed)")
                #expect(line.text.unicodeScalars.allSatisfy(isHarmless), "seed \(seed)")
                #expect(safe.glyphs.isUnicode || line.text.utf8.allSatisfy { $0 < 0x7F }, "seed \(seed)")
            }
        }
    }

    @Test("random bytes never exceed their width nor keep a control", arguments: 0..<200)
    func randomBytes(seed: UInt64) {
        var random = SeededRandom(seed)
        let line = safe.line(utf8: random.bytes(upTo: 60), width: 25, cut: .middle)
        #expect(line.width <= 25, "seed \(seed)")
        #expect(line.text.unicodeScalars.allSatisfy(isHarmless), "seed \(seed)")
    }

    @Test("only as much of an endless line is read as is shown")
    func boundedCost() {
        var taken = 0
        let endless = AnyIterator<UInt8> {
            taken += 1
            return taken.isMultiple(of: 2) ? 0xCC : 0x81
        }
        var reader = ClusterReader(glyphs: .unicode, width: 80)
        for piece in TextPieces(endless) where !reader.take(piece) { break }
        #expect(taken < 80 * 2 * (Cell.scalarLimit + 1))
        #expect(reader.line.width <= 80)
    }

    private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: true
        }
    }
}
