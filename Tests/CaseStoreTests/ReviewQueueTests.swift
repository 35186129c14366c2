import Casework
import Testing

@testable import CaseStore

@Suite("The queue of a review") struct ReviewQueueTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Six accounts, five of them a campaign of falling certainty, one of these linked to all others.
    private func writer() throws -> CaseWriter {
        let writer = try place.newCase(accounts: 6)
        let probabilities = [0.999, 0.5, 0.7, 0.9, 0.6]
        var group = GroupFinding(
            kind: .campaign,
            members: probabilities.enumerated().map {
                MemberFinding(account: UInt32($0 + 1), probability: $1, role: .core)
            })
        group.links = [(2, 3), (3, 4), (1, 3), (3, 5)].map {
            GroupLink(a: $0, b: $1, bits: Double(10 + $0 + $1), by: [])
        }
        var findings = Findings(seed: 1, population: "all")
        findings.groups = [group]
        _ = try writer.store(findings)
        return writer
    }

    private func subject(_ account: String) -> DecisionSubject {
        .membership(campaign: "C-01", account: AccountID(account))
    }

    @Test("what is most in doubt and touches most comes first, as the rule says") func order() throws {
        let writer = try writer()
        let queue = try writer.reader().reviewQueue()
        #expect(queue.map(\.accountId.string) == ["u-03", "u-02", "u-05", "u-04", "u-01"])
        #expect(queue.map(\.linked) == [4, 1, 1, 1, 1])
        #expect(queue.map(\.priority) == queue.map(\.priority).sorted(by: >))
        try writer.close()
    }

    @Test("a decision takes a membership out, a withdrawal brings it back to its place") func deciding()
        throws
    {
        let writer = try writer()
        let reader = try writer.reader()
        let all = try reader.reviewQueue()
        #expect(try reader.overview().needsAttention.contains("5 memberships to review"))
        _ = try writer.decide(on: subject("u-02"), .unsure, because: "hm")
        _ = try writer.decide(on: subject("u-04"), .reject, because: "seen")
        #expect(try reader.reviewQueue().map(\.accountId.string) == ["u-03", "u-05", "u-01"])
        #expect(try reader.count(.queue) == 3)
        #expect(
            try reader.reviewTally()
                == ReviewTally(waiting: 3, confirmed: 0, rejected: 1, unsure: 1, disputed: 0))
        #expect(try reader.reviewPlace(AccountID("u-01"), in: "C-01") == 2)
        #expect(try reader.reviewPlace(AccountID("u-02"), in: "C-01") == nil)
        _ = try writer.withdrawDecision(on: subject("u-02"))
        _ = try writer.withdrawDecision(on: subject("u-04"))
        #expect(try reader.reviewQueue() == all)
        try writer.close()
    }

    @Test("decisions on somebody who is no member change nothing in the queue") func strangers() throws {
        let writer = try writer()
        let reader = try writer.reader()
        _ = try writer.decide(on: subject("u-06"), .confirm, because: "seen")
        _ = try writer.decide(
            on: .link(AccountID("u-01"), AccountID("u-02")), .confirm, because: "seen")
        _ = try writer.decide(on: .campaign("C-01"), .confirm, because: "seen")
        #expect(try reader.reviewTally().waiting == 5)
        #expect(try reader.count(.queue) == 5)
        try writer.close()
    }

    @Test("links of a member are found from either end, with what was said of the others") func links() throws
    {
        let writer = try writer()
        let reader = try writer.reader()
        _ = try writer.decide(on: subject("u-05"), .confirm, because: "seen")
        let links = try reader.reviewLinks(AccountID("u-03"), in: "C-01", limit: 3)
        #expect(links.map(\.accountId.string) == ["u-05", "u-04", "u-02"])
        #expect(links.map(\.verdict) == [.confirm, nil, nil])
        try writer.close()
    }

    @Test("a reader that was open sees the queue of the next analysis") func nextAnalysis() throws {
        let writer = try writer()
        let reader = try writer.reader()
        #expect(try reader.count(.queue) == 5)
        _ = try writer.store(Findings(seed: 2, population: "all"))
        #expect(try reader.count(.queue) == 0)
        try writer.close()
    }
}
