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
}
