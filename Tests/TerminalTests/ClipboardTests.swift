import Testing

@testable import Terminal

@Suite("Clipboard")
struct ClipboardTests {
    @Test(
        "text is sent in base64 (RFC 4648, section 10)",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("\u{1B}é", "G8Op"),
        ])
    func base64(text: String, coded: String) {
        #expect(Clipboard.sequence(for: text) == Array("\u{1B}]52;c;\(coded)\u{7}".utf8))
    }

    @Test("a text that terminals would cut is refused")
    func limit() {
        let longest = String(repeating: "a", count: Clipboard.byteLimit)
        #expect((Clipboard.sequence(for: longest)?.count ?? .max) <= 100_000)
        #expect(Clipboard.sequence(for: longest + "a") == nil)
    }
}
