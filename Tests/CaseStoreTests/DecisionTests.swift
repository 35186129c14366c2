import Casework
import Testing

@testable import CaseStore

@Suite("Reviewers' decisions in the case") struct DecisionTests {
    private let place: Workplace
    private let membership = DecisionSubject.membership(campaign: "C-01", account: AccountID("u-01"))
    private let link = DecisionSubject.link(AccountID("u-01"), AccountID("u-02"))

    init() throws { place = try Workplace() }

    /// Three accounts that an analysis called a campaign, and nobody else.
    private func writer(at moment: Int64 = 1000, _ name: String = "a.revenuer") throws -> CaseWriter {
        let writer = try place.newCase(name, at: moment)
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", (1...3).map { Evidence.account("u-0\($0)", line: $0 + 1) })
        try importer.close()
        var findings = Findings(seed: 1, population: "all")
        findings.groups = [
            GroupFinding(
                kind: .campaign,
                members: (1...3).map { MemberFinding(account: $0, probability: 0.7, role: .core) })
        ]
        _ = try writer.store(findings)
        return writer
    }

    private func writer(of actor: String) throws -> CaseWriter {
        try CaseWriter(
            opening: place.path("a.revenuer"), by: Act(actor: actor) { Timestamp(milliseconds: 2000) })
    }

    @Test("A decision is in the list with its subject, its reason and the analysis it was made on")
    func adding() throws {
        let writer = try writer()
        let decision = try writer.decide(on: membership, .reject, because: "an own card \u{1B}[2J\n")
        #expect(decision.number == 1 && decision.actor == "tester" && decision.subject == membership)
        #expect(decision.inForce && !decision.withdrawn && !decision.disputed && decision.binds)
        let reader = try writer.reader()
        #expect(try reader.decisions() == [decision])
        #expect(decision.run == (try reader.overview().run?.id))
        #expect(try reader.decisions(about: AccountID("u-01")) == [decision])
        #expect(try reader.decisions(about: AccountID("u-02")).isEmpty)
        let entry = try #require(try reader.log(ListQuery()).last)
        #expect(entry.action == "decide" && entry.details.contains("membership:C-01/u-01"))
        #expect(try reader.verify().isSound)
        try writer.close()
    }

    @Test("A later decision of the same reviewer takes the place of the earlier, until it is withdrawn")
    func succession() throws {
        let writer = try writer()
        _ = try writer.decide(on: link, .confirm, because: "one card")
        _ = try writer.decide(on: link, .reject, because: "a shop's card")
        #expect(try writer.reader().decisions().map(\.inForce) == [false, true])
        let withdrawn = try writer.withdrawDecision(on: link)
        #expect(withdrawn.number == 2 && withdrawn.withdrawn && !withdrawn.inForce)
        #expect(try writer.reader().decisions().map(\.inForce) == [true, false])
        _ = try writer.withdrawDecision(on: link)
        #expect(throws: StoreError.self) { try writer.withdrawDecision(on: link) }
        let redone = try writer.decide(on: link, .reject, because: "a shop's card")
        #expect(redone.inForce && redone.number == 5)
        #expect(try writer.reader().auditEntries().count { $0.action == "withdraw_decision" } == 2)
        try writer.close()
    }

    @Test("The same said again for the same reason is one decision")
    func again() throws {
        let writer = try writer()
        let first = try writer.decide(on: link, .confirm, because: "one card")
        #expect(try writer.decide(on: link, .confirm, because: "one card") == first)
        #expect(try writer.decide(on: link, .confirm, because: "and one device").number == 2)
        try writer.close()
    }

    @Test("Where two reviewers disagree both stay, and neither binds; unsure disagrees with nobody")
    func dispute() throws {
        try writer().close()
        for (actor, verdict) in [("anna", .confirm), ("ben", .reject)] as [(String, DecisionVerdict)] {
            let writer = try writer(of: actor)
            _ = try writer.decide(on: link, verdict, because: "seen")
            try writer.close()
        }
        let reader = try CaseReader(opening: place.path("a.revenuer"))
        #expect(try reader.decisions().allSatisfy { $0.inForce && $0.disputed && !$0.binds })
        let filter = try FilterParser.parse("disputed:true kind:link", fields: CaseList.decisions.fields)
        #expect(try reader.count(.decisions, filter) == 2)
        let writer = try writer(of: "ben")
        #expect(throws: StoreError.noDecision(subject: "\(membership)", actor: "ben", others: 0)) {
            try writer.withdrawDecision(on: membership)
        }
        _ = try writer.decide(on: link, .unsure, because: "not so sure")
        #expect(try reader.decisions().map(\.disputed) == [false, false, false])
        #expect(try reader.decisions().filter(\.binds).map(\.actor) == ["anna"])
        try writer.close()
    }

    @Test("A reason is in words and no book; what is refused leaves no trace")
    func reasons() throws {
        let writer = try writer()
        let before = try writer.reader().auditHead()
        #expect(throws: StoreError.emptyReason) { try writer.decide(on: link, .confirm, because: " \n") }
        let limit = CaseWriter.longestReasonBytes
        #expect(throws: StoreError.longReason(bytes: 1_000_000, limit: limit)) {
            try writer.decide(on: link, .confirm, because: String(repeating: "a", count: 1_000_000))
        }
        #expect(try writer.reader().auditHead() == before)
        try writer.close()
    }

    @Test("What the case does not have cannot be decided on")
    func unknown() throws {
        let writer = try writer()
        let subjects: [(DecisionSubject, String)] = [
            (.campaign("C-02"), "campaign:C-02"),
            (.membership(campaign: "C-01", account: AccountID("U-01")), "account:U-01"),
            (.link(AccountID("u-01"), AccountID("x")), "account:x"),
            (.attribution(campaign: "C-01", profile: "Amber"), "the profile Amber"),
        ]
        for (subject, missing) in subjects {
            #expect(throws: StoreError.notFound(missing)) {
                try writer.decide(on: subject, .confirm, because: "seen")
            }
        }
        #expect(try writer.reader().decisions().isEmpty)
        try writer.close()
    }

    @Test("Decisions count in the digest of evidence, the moment they were made does not")
    func digest() throws {
        var digests: [String] = []
        for (name, moment, verdict) in [("a", 1000, .confirm), ("b", 2000, .confirm), ("c", 1000, .reject)]
            as [(String, Int64, DecisionVerdict)]
        {
            let writer = try writer(at: moment, name)
            _ = try writer.decide(on: membership, verdict, because: "seen")
            digests.append(try writer.reader().digest().ground)
            try writer.close()
        }
        #expect(digests[0] == digests[1])
        #expect(digests[0] != digests[2])
    }

    @Test("An id that holds the separators is decided on as any other")
    func separators() throws {
        let writer = try place.newCase("s.revenuer")
        let importer = try writer.importer()
        let ids = ["a~b", "a", "b~c", "c", "x/y"]
        try importer.takeAccounts("a.csv", ids.enumerated().map { Evidence.account($1, line: $0 + 2) })
        try importer.close()
        let one = DecisionSubject.link(AccountID("a"), AccountID("b~c"))
        let other = DecisionSubject.link(AccountID("a~b"), AccountID("c"))
        _ = try writer.decide(on: one, .confirm, because: "seen")
        _ = try writer.decide(on: other, .reject, because: "seen")
        #expect(try writer.reader().decisions().map(\.subject) == [one, other])
        #expect(try writer.reader().decisions(on: other).map(\.verdict) == [.reject])
        try writer.close()
    }
}
