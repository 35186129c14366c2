import Capabilities
import Casework
import Testing

@Suite("The shipped rules") struct ShippedRulesTests {
    /// Those of the evidence format but `other`, which is what nothing matches.
    private static let capabilities = [
        "chain_of_thought", "reasoning_trace", "rubric_grading", "censorship_rewrite", "coding",
        "agentic_tool_use", "orchestration", "computer_use", "data_analysis", "vision", "writing",
    ]

    @Test("There is one rule for each capability, with all that a finding needs")
    func complete() throws {
        let rules = try RuleSet(user: []).rules
        #expect(rules.map(\.name) == Self.capabilities)
        for rule in rules {
            #expect(rule.capability == rule.name && rule.origin == "shipped")
            #expect(rule.technique?.hasPrefix("AML.T0") == true)
            #expect(rule.description?.isEmpty == false)
            #expect((0.01...1).contains(rule.weight))
        }
    }

    @Test("They match every text that they must and none that they must not")
    func examples() throws {
        let failures = try RuleTests.run(ShippedRules.file, RuleTexts(ShippedRules.tests))
        #expect(failures.map(\.description) == [])
    }

    @Test(
        "Each has at least eight texts to match and eight not to, four of each Chinese",
        arguments: capabilities)
    func enough(_ capability: String) {
        let examples = RuleTexts(ShippedRules.tests).examples.filter { $0.rule == capability }
        for mustMatch in [true, false] {
            let texts = examples.filter { $0.mustMatch == mustMatch }.map(\.text)
            let chinese = texts.filter { $0.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) } }
            #expect(texts.count >= 8 && chinese.count >= 4 && texts.count - chinese.count >= 4)
        }
    }

    @Test("They compile without a warning, as a file of the investigator's too")
    func asUserFile() throws {
        let set = try RuleSet(user: [RuleFile(name: "my.yar", text: ShippedRules.text)])
        #expect(set.warnings.isEmpty)
        #expect(set.rules.map(\.name) == Self.capabilities)
        #expect(set.rules.allSatisfy { $0.origin.hasPrefix("my.yar") })
    }
}
