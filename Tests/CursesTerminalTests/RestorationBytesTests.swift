import Testing

@testable import CursesTerminal

@Suite("Restoration bytes")
struct RestorationBytesTests {
    @Test(
        "delays for slow terminals are not sent as text",
        arguments: [
            ("\u{1B}[m\u{F}$<2>", "\u{1B}[m\u{F}"), ("$<5/>a$<10*>b", "ab"), ("$<5", "$<5"), ("a$b", "a$b"),
            ("", ""),
        ])
    func padding(capability: String, sent: String) {
        #expect(RestorationBytes.withoutPadding(Array(capability.utf8)) == Array(sent.utf8))
    }

    @Test(
        "a mouse that may be on is switched off on the way out, where there is one", arguments: [true, false])
    func mouse(hasMouse: Bool) {
        let text = String(
            decoding: RestorationBytes.capture(rows: 24, hasPaste: false, hasMouse: hasMouse), as: UTF8.self)
        #expect(text.contains("\u{1B}[?1006l\u{1B}[?1000l") == hasMouse)
        #expect(!text.contains("\u{1B}[?2004l"))
    }
}
