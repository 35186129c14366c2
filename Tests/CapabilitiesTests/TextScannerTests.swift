import Capabilities
import Casework
import Testing

@Suite("Scanning one text") struct TextScannerTests {
    @Test("Spans are bytes of UTF-8, ascending and distinct")
    func spans() throws {
        let scanner = try scanner(
            "rule a { strings: $x = \"审核\" $y = \"ab\" nocase $z = /[aA]b/ condition: any of them }")
        #expect(
            scanner.scan(Array("é审核 aB 审核 ab".utf8)) == [
                RuleMatch(
                    rule: 0,
                    spans: [
                        TextSpan(offset: 2, length: 6), TextSpan(offset: 9, length: 2),
                        TextSpan(offset: 12, length: 6), TextSpan(offset: 19, length: 2),
                    ])
            ])
    }

    @Test("At most fifty spans are kept, the first ones")
    func fifty() throws {
        let match = try #require(
            try scanner("rule a { strings: $x = \"no\" $y = \"o\" condition: any of them }")
                .scan(Array(String(repeating: "no ", count: 400).utf8)).first)
        #expect(match.spans.count == 50)
        #expect(match.spans.last == TextSpan(offset: 73, length: 1))
    }

    @Test("Private strings count but are not shown")
    func privateStrings() throws {
        let scanner = try scanner(
            "rule a { strings: $x = \"seen\" $y = \"veiled\" private condition: all of them }")
        #expect(
            scanner.scan(Array("veiled seen".utf8)) == [
                RuleMatch(rule: 0, spans: [TextSpan(offset: 7, length: 4)])
            ])
    }

    @Test("A condition without strings matches without spans")
    func noSpans() throws {
        #expect(
            try scanner("rule a { condition: filesize == 0 }").scan([]) == [RuleMatch(rule: 0, spans: [])])
    }

    @Test("NULs, broken UTF-8 and a line of megabytes are texts like others")
    func hostileTexts() throws {
        let scanner = try scanner("rule a { strings: $x = \"needle\" condition: $x }")
        let needle = Array("needle".utf8)
        for filler: [UInt8] in [[0, 0, 0], [0xff, 0xfe, 0xc3], Array(repeating: 0x61, count: 3_000_000)] {
            let match = try #require(scanner.scan(filler + needle + [0]).first)
            #expect(match.spans == [TextSpan(offset: Int32(filler.count), length: 6)])
        }
        #expect(scanner.failures.isEmpty)
    }

    @Test("A rule that runs away in a text is switched off by name, the others go on")
    func runaway() throws {
        let scanner = try scanner(
            """
            rule spin { strings: $s = "spin" condition: $s and for all i in (0..99999999999): (i >= 0) }
            rule good { strings: $g = "good" condition: $g }
            """)
        #expect(scanner.scan(Array("good".utf8)).map(\.rule) == [1])
        #expect(scanner.scan(Array("good spin".utf8)).map(\.rule) == [1])
        #expect(scanner.failures == [RuleFailure(rule: "spin", file: "t.yar", reason: .timedOut)])
        #expect(scanner.failedRules == [0])
        #expect(scanner.scan(Array("spin good".utf8)).map(\.rule) == [1])
        #expect(scanner.failures.count == 1)
    }

    @Test("A string with a million hits in one text does not stop the scan")
    func manyHits() throws {
        let scanner = try scanner("rule a { strings: $x = \"a\" condition: #x > 10 }")
        let match = try #require(scanner.scan(Array(repeating: 0x61, count: 1_500_000)).first)
        #expect(match.spans.count == 50)
    }

    @Test("The same scanner gives the same result again")
    func reuse() throws {
        let scanner = try TextScanner(try RuleSet(user: []))
        let text = Array("Known answer: 4\nReconstruct the reasoning. ```python\nprint(1)\n```".utf8)
        let first = scanner.scan(text)
        #expect(first.count > 1)
        _ = scanner.scan(Array("nothing here".utf8))
        #expect(scanner.scan(text) == first)
    }

    private func scanner(_ text: String) throws -> TextScanner {
        let rules = try RuleSet(
            user: [RuleFile(name: "t.yar", text: text)], shipped: RuleFile(name: "shipped", text: ""))
        return try TextScanner(rules)
    }
}
