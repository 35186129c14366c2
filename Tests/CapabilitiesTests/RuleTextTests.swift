import Capabilities
import Casework
import Testing

@Suite("What a file of rules is told before it is used") struct RuleTextTests {
    @Test("A rule's meta is read: capability, technique, weight, description")
    func meta() throws {
        let rule = try #require(
            try RuleText.check(
                """
                rule mine { meta: capability = "poetry_9" technique = "AML.T0040" weight = "0.25"
                    description = "Poems" author = "A. N." strings: $a = "ode" condition: $a }
                """, file: "my.yar"
            ).rules.first)
        var expected = CapabilityRule(name: "mine", origin: "my.yar")
        expected.capability = "poetry_9"
        expected.technique = "AML.T0040"
        expected.weight = 0.25
        expected.description = "Poems"
        #expect(rule == expected)
    }

    @Test("An integer weight is a percentage; without one it is 1")
    func percent() throws {
        let text = "rule a { meta: weight = 40 condition: true } rule b { condition: true }"
        #expect(try RuleText.check(text, file: "w.yar").rules.map(\.weight) == [0.4, 1])
    }

    @Test(
        "A weight outside 0…1 is refused with the line of its rule",
        arguments: ["\"1.5\"", "\"much\"", "101", "-1", "true", "\"nan\"", "\"\""])
    func badWeight(_ weight: String) {
        expect(
            "// first line\n\nrule w\n{ meta: weight = \(weight) condition: true }",
            line: 3, .badWeight(rule: "w"))
    }

    @Test("A capability is a plain word", arguments: ["", "two words", "Ünï", "\\x1b[31m"])
    func badCapability(_ word: String) {
        expect(
            "rule c { meta: capability = \"\(word)\" condition: true }", line: 1, .badCapability(rule: "c"))
    }

    @Test("A mistake in the text is told with file and line")
    func syntax() throws {
        let error = try #require(
            #expect(throws: RuleError.self) {
                try RuleText.check("rule a {\n condition:\n  $b }", file: "my.yar")
            })
        #expect(error.line == 3)
        #expect(error.description == "my.yar:3: undefined string \"$b\"")
    }

    @Test("Include opens no file, not even one that is there")
    func include() {
        expect("\ninclude \"/etc/hostname\"\nrule a { condition: true }", line: 2, .includeNotAllowed)
    }

    @Test(
        "Modules that read the clock, write or parse binaries are refused",
        arguments: ["pe", "elf", "time", "console", "dotnet", "macho", "dex"])
    func modules(_ name: String) {
        expect(
            "// a remark\nimport \"\(name)\"\nrule a { condition: true }", line: 2, .moduleNotAllowed(name))
    }

    @Test("math and hash may be imported", arguments: ["math", "hash"])
    func allowedModules(_ name: String) throws {
        _ = try RuleText.check("import \"\(name)\"\nrule a { condition: filesize > 3 }", file: "m.yar")
    }

    @Test("There are no external variables")
    func externals() {
        #expect(throws: RuleError.self) {
            try RuleText.check("rule a { condition: today > 3 }", file: "e.yar")
        }
    }

    @Test("A NUL byte is refused with its line, since libyara would stop reading there")
    func nul() {
        expect("rule a { condition: true }\n\u{0}rule b { condition: true }", line: 2, .holdsNUL)
    }

    @Test("A file of ten megabytes is refused")
    func large() {
        let text = String(repeating: "// filler filler filler filler filler\n", count: 280_000)
        expect(text, line: nil, .tooLarge(bytes: text.utf8.count))
    }

    @Test("A file full of xor strings, each of which becomes 255, is refused")
    func xor() {
        let strings = (0..<21).map { " $s\($0) = \"text\($0)\" xor\n" }.joined()
        expect("rule a { strings:\n\(strings) condition: any of them }", line: nil, .tooMuchXor(times: 21))
    }

    @Test(
        "A pattern that tries too many ways at one place is refused",
        arguments: [
            "foo.{0,200}.{0,200}.{0,200}b", "foo([a-z ]{0,50}){0,50}b", "foo[a-z ]{0,200}[a-z ]{0,200}b",
            "(((a{1,99}){1,99}){1,99}){1,99}",
        ])
    func costly(_ pattern: String) {
        expect(
            "rule a {\n strings:\n $x = /\(pattern)/\n condition: $x }", line: 3, .costlyPattern(string: "$x")
        )
    }

    @Test("Ordinary gaps are allowed", arguments: ["foo.{0,200}b", "foo.*bar", "(one|two|three){1,9}"])
    func ordinary(_ pattern: String) throws {
        _ = try RuleText.check("rule a { strings: $x = /\(pattern)/ condition: $x }", file: "o.yar")
    }

    @Test("Ten thousand brackets in each other do not bring the program down")
    func deep() {
        let pattern = String(repeating: "(", count: 4_000) + "ab" + String(repeating: ")", count: 4_000)
        #expect(throws: RuleError.self) {
            try RuleText.check("rule a { strings: $x = /\(pattern)*/ condition: $x }", file: "d.yar")
        }
    }

    @Test("A condition that loops for ever is found before any text is scanned")
    func loop() {
        expect(
            "rule good { condition: true }\nrule spin { condition: for all i in (0..99999999999): (i >= 0) }",
            line: 2, .notScannableInTime(rule: "spin"))
    }

    @Test("Private rules are no rules of the case")
    func privateRules() throws {
        let text = "private rule hidden { condition: true } rule seen { condition: hidden }"
        #expect(try RuleText.check(text, file: "p.yar").rules.map(\.name) == ["seen"])
    }

    @Test("Messages hold no control characters from the file")
    func messages() throws {
        let error = try #require(
            #expect(throws: RuleError.self) { try RuleText.check("import \"\u{1b}[31m\"", file: "x.yar") })
        #expect(error.description.utf8.allSatisfy { (0x20..<0x7f).contains($0) })
    }

    private func expect(
        _ text: String, line: Int?, _ cause: RuleError.Cause, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: RuleError(file: "my.yar", line: line, cause: cause), sourceLocation: location) {
            try RuleText.check(text, file: "my.yar")
        }
    }
}
