import Casework
import Foundation
import TestSupport
import Testing

@Suite struct SafeOutputTests {
    @Test(
        "What a terminal would obey comes out as a visible mark",
        arguments: [
            ("plain é 字 😀", "plain é 字 😀"), ("\u{1B}[2J", "\\x1b[2J"), ("a\nb\r\tc", "a\\nb\\r\\tc"),
            ("\0\u{7}\u{7F}", "\\x00\\x07\\x7f"), ("\u{9B}31m", "\\u{9b}31m"),
            ("\u{202E}x\u{200B}", "\\u{202e}x\\u{200b}"),
            ("\u{2028}\u{FEFF}", "\\u{2028}\\u{feff}"), ("\u{E0041}", "\\u{e0041}"),
            ("\u{E000}", "\\u{e000}"),
            ("e\u{301}", "e\u{301}"), ("☀\u{FE0F}", "☀\u{FE0F}"), ("\\x1b", "\\x1b"),
        ])
    func marks(_ text: String, _ shown: String) {
        #expect(ExactText(SafeOutput.escaped(text)) == ExactText(shown))
    }

    @Test("Bytes that are no UTF-8 show one by one")
    func invalidBytes() {
        let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xF0, 0x9F]
        let shown = String(decoding: SafeOutput.escaped(utf8: bytes), as: UTF8.self)
        #expect(shown == "a\\xff\\xc3(\\xed\\xa0\\x80\\xf0\\x9f")
    }

    @Test("No output of random bytes holds anything unsafe", arguments: UInt64(1)...4)
    func randomBytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let shown = SafeOutput.escaped(utf8: random.bytes(random.below(60)))
            let text = String(validating: shown, as: UTF8.self)
            #expect(text?.unicodeScalars.contains { SafeOutput.isUnsafe($0.value) } == false, "seed \(seed)")
        }
    }

    @Test("The ranges of unsafe scalars are in order and hold every control and format character")
    func rangesAgreeWithUnicode() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse:
                #expect(SafeOutput.isUnsafe(value), "U+\(String(value, radix: 16))")
            case .lowercaseLetter, .uppercaseLetter, .decimalNumber, .mathSymbol:
                #expect(!SafeOutput.isUnsafe(value), "U+\(String(value, radix: 16))")
            default: break
            }
        }
    }

    @Test("JSON keeps its values and loses what a terminal would obey", arguments: UInt64(1)...4)
    func json(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let texts = (0..<3).map { _ in random.hostileText(limit: 20) }
            let encoded = Array(try JSONEncoder().encode(texts))
            let safe = SafeOutput.json(encoded)
            let read = try JSONDecoder().decode([String].self, from: Data(safe))
            #expect(read.map { ExactText($0) } == texts.map { ExactText($0) }, "seed \(seed)")
            let scalars = String(decoding: safe, as: UTF8.self).unicodeScalars
            #expect(!scalars.contains { SafeOutput.isUnsafe($0.value) }, "seed \(seed)")
        }
    }

    @Test("The layout of JSON stays")
    func jsonLayout() {
        let text = "{\n\t\"a\" : 1,\r\n \"b\": \"\u{9B}\u{E0041}\"}"
        let safe = String(decoding: SafeOutput.json(Array(text.utf8)), as: UTF8.self)
        #expect(ExactText(safe) == ExactText("{\n\t\"a\" : 1,\r\n \"b\": \"\\u009b\\udb40\\udc41\"}"))
    }

    @Test("A message shows the head of a long text")
    func brief() {
        #expect(SafeOutput.brief("abc\u{1B}def", limit: 4) == "abc\\x1b…")
        #expect(SafeOutput.brief("abc") == "abc")
    }
}
