import Capabilities
import Casework
import Testing

@Suite("Shipped rules and the investigator's together") struct RuleSetTests {
    private let shipped = RuleFile(
        name: "shipped",
        text: """
            rule one { strings: $a = "alpha" condition: $a }
            rule two { strings: $a = "beta" condition: $a }
            """)

    @Test("A user's rule replaces the shipped one of its name, and its origin says so")
    func replacing() throws {
        let mine = RuleFile(name: "my.yar", text: "rule one { strings: $a = \"gamma\" condition: $a }")
        let set = try RuleSet(user: [mine], shipped: shipped)
        #expect(set.rules.map(\.name) == ["two", "one"])
        #expect(set.rules.map(\.origin) == ["shipped", "my.yar, in place of the shipped rule"])
        let scanner = try TextScanner(set)
        #expect(scanner.scan(Array("alpha".utf8)).isEmpty)
        #expect(scanner.scan(Array("gamma beta".utf8)).map(\.rule) == [0, 1])
    }

    @Test("Rules of one name in two files are two rules, whatever the order of the files")
    func sameNames() throws {
        let a = RuleFile(name: "a.yar", text: "rule mine { strings: $a = \"x1\" condition: $a }")
        let b = RuleFile(name: "b.yar", text: "rule mine { strings: $a = \"x2\" condition: $a }")
        let set = try RuleSet(user: [b, a], shipped: shipped)
        #expect(set.rules == (try RuleSet(user: [a, b], shipped: shipped)).rules)
        #expect(set.rules.map(\.origin) == ["shipped", "shipped", "a.yar", "b.yar"])
        #expect(try TextScanner(set).scan(Array("x2".utf8)).map(\.rule) == [3])
    }

    @Test("A global rule of one file does not hold back the rules of another")
    func global() throws {
        let strict = RuleFile(name: "g.yar", text: "global rule long { condition: filesize > 1000 }")
        let set = try RuleSet(user: [strict], shipped: shipped)
        #expect(try TextScanner(set).scan(Array("alpha".utf8)).map(\.rule) == [0])
    }

    @Test("All files together are bounded too")
    func setBytes() throws {
        let filler = String(repeating: "// filler\n", count: 26_000)
        let files = (10..<20).map { RuleFile(name: "\($0).yar", text: filler) }
        let error = #expect(throws: RuleError.self) { try RuleSet(user: files, shipped: shipped) }
        #expect(error?.file == "18.yar" && error?.cause == .setTooLarge(bytes: 9 * filler.utf8.count))
    }

    @Test("A broken file is named")
    func broken() throws {
        let error = try #require(
            #expect(throws: RuleError.self) {
                try RuleSet(user: [RuleFile(name: "bad.yar", text: "rule {")], shipped: shipped)
            })
        #expect(error.file == "bad.yar" && error.line == 1)
    }
}
