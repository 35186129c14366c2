import Capabilities
import Casework
import Testing

@Suite("Scanning a column of texts") struct CapabilityScanTests {
    private let rules = RuleFile(
        name: "t.yar",
        text: """
            rule a { strings: $x = "apple" condition: $x }
            rule b { strings: $x = "plum" condition: $x }
            """)

    private func set(_ file: RuleFile) throws -> RuleSet {
        try RuleSet(user: [file], shipped: RuleFile(name: "shipped", text: ""))
    }

    @Test("Equal texts are scanned once and each have their matches")
    func distinct() throws {
        let column = TextColumn(["plum apple", "", "pear", "plum apple", "pear", "an apple"])
        let scan = try #require(try CapabilityScan.run(column, set(rules)))
        #expect(scan.distinct == 4)
        #expect(scan.matches.map { [$0.text, $0.rule] } == [[0, 0], [0, 1], [3, 0], [3, 1], [5, 0]])
        #expect(scan.matches[2].spans == [TextSpan(offset: 5, length: 5)])
    }

    @Test("The result does not depend on the number of threads")
    func threads() throws {
        var column = TextColumn()
        for number in 0..<20_000 {
            let fruit = ["apple", "plum", "pear", "plum and apple"][number * 7 % 4]
            column.append("\(number % 9_000) \(fruit)".utf8)
        }
        let set = try set(rules)
        let scans = try [1, 2, 5].map { try #require(try CapabilityScan.run(column, set, threads: $0)) }
        #expect(scans[0].matches.count > 15_000)
        for scan in scans {
            #expect(scan.matches == scans[0].matches)
            #expect(scan.distinct == scans[0].distinct)
        }
    }

    @Test("A rule that fails is named with its first text and has no match anywhere")
    func failing() throws {
        let file = RuleFile(
            name: "t.yar",
            text: """
                rule a { strings: $x = "apple" condition: $x }
                rule spin { strings: $s = "spin" $x = "apple"
                    condition: $x or ($s and for all i in (0..99999999999): (i >= 0)) }
                """)
        var texts = Array(repeating: "apple pie", count: 200) + ["spin 1"]
        for number in 0..<300 { texts.append("apple \(number)") }
        texts.append("spin 2")
        let scan = try #require(try CapabilityScan.run(TextColumn(texts), set(file)))
        #expect(scan.failures.map(\.rule.rule) == ["spin"])
        #expect(scan.failures.map(\.text) == [200])
        #expect(scan.matches.count == 500 && scan.matches.allSatisfy { $0.rule == 0 })
    }

    @Test("A cancelled scan gives nothing")
    func cancelled() throws {
        #expect(try CapabilityScan.run(TextColumn(["apple"]), set(rules), isCancelled: { true }) == nil)
    }

    @Test("Progress ends at one, and an empty column is no trouble")
    func progress() throws {
        var seen: [Double] = []
        _ = try CapabilityScan.run(TextColumn(["apple"]), set(rules), progress: { seen.append($0) })
        #expect(seen == [1])
        #expect(try CapabilityScan.run(TextColumn(), set(rules))?.matches.isEmpty == true)
    }
}
