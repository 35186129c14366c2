import Capabilities
import Casework
import Testing

@Suite("Trying rules on texts of one's own") struct RuleTestsTests {
    private let rules = RuleFile(name: "my.yar", text: "rule fruit { strings: $a = \"plum\" condition: $a }")

    @Test("Headings, several lines and remarks are read")
    func reading() {
        let texts = RuleTexts(
            """
            Remarks.
            [must match: fruit]
            a plum

            and more

            [must not match: fruit]
            [must match: no such heading
            """)
        #expect(texts.examples.map(\.rule) == ["fruit", "fruit"])
        #expect(texts.examples.map(\.text) == ["a plum\n\nand more", "[must match: no such heading"])
        #expect(texts.examples.map(\.mustMatch) == [true, false])
        #expect(texts.examples.map(\.line) == [2, 7])
    }

    @Test("Windows line ends are read too")
    func windows() {
        let texts = RuleTexts("[must match: fruit]\r\nplum\r\n")
        #expect(texts.examples.map(\.rule) == ["fruit"])
    }

    @Test("What goes wrong is told by line, without the text")
    func failures() throws {
        let texts = RuleTexts(
            "[must match: fruit]\npear\n[must not match: fruit]\na plum\n[must match: nut]\nx\n[must match: fruit]\nplum"
        )
        #expect(
            try RuleTests.run(rules, texts).map(\.description) == [
                "line 1: fruit does not match, and must",
                "line 3: fruit matches, and must not (4 bytes from byte 2)",
                "line 5: nut is no rule of the file",
            ])
    }
}
