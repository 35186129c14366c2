import Casework
import TestSupport
import Testing

@Suite("What is decided on") struct DecisionSubjectTests {
    @Test("Names of campaigns, memberships, links and attributions are subjects, others are none")
    func kinds() throws {
        let expected: [(String, DecisionSubject.Kind)] = [
            ("campaign:C-01", .campaign), ("membership:C-01/u-7", .membership), ("link:a~b", .link),
            ("attribution:C-01/Amber", .attribution),
        ]
        for (text, kind) in expected {
            let name = try #require(try EntityName.readings(of: text).first)
            let subject = try #require(DecisionSubject(name))
            #expect(subject.kind == kind)
            #expect(subject.description == text)
        }
        for text in ["account:u-7", "source:1", "link:a~a"] {
            #expect(try EntityName.readings(of: text).allSatisfy { DecisionSubject($0) == nil })
        }
    }

    @Test("A link is one subject, whichever account is named first")
    func order() {
        let (a, b) = (AccountID("a"), AccountID("b"))
        #expect(DecisionSubject(.link(a, b)) == DecisionSubject(.link(b, a)))
    }

    @Test("A group that was no campaign is decided on by the name of one")
    func lookAlike() {
        #expect(DecisionSubject(.group("G-02"))?.description == "campaign:G-02")
    }

    @Test("An account's slashes belong to its id")
    func slashes() throws {
        let name = try #require(try EntityName.readings(of: "membership:C-01/a/b/").first)
        #expect(name == .membership(campaign: "C-01", account: AccountID("a/b/")))
    }

    @Test("No two links print alike, and each reads back first", arguments: UInt64(1)...6)
    func links(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var printed: [String: DecisionSubject] = [:]
        for _ in 0..<300 {
            let ids = (0..<2).map { _ in AccountID("x" + random.hostileText(limit: 4, letters: "~1/")) }
            guard let subject = DecisionSubject(.link(ids[0], ids[1])) else { continue }
            let text = subject.description
            #expect(printed[text] == nil || printed[text] == subject, "seed \(seed)")
            printed[text] = subject
            let first = try #require(try EntityName.readings(of: text).first)
            #expect(DecisionSubject(first) == subject, "seed \(seed)")
        }
    }
}
