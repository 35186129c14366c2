import CaseStore
import Casework
import TestSupport
import Testing
import Workbench

@Suite("Decisions from one analysis to the next") struct DecisionsOfACaseTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try RingCase.write(folder)
    }

    private func analyse() throws -> CaseDigest {
        _ = try AnalysisJob(path: path, act: RingCase.act, choices: AnalysisChoices()).run()
        return try CaseReader(opening: path).digest()
    }

    private func write(_ body: (CaseWriter) throws -> Void) throws {
        let writer = try CaseWriter(opening: path, by: RingCase.act)
        defer { try? writer.close() }
        try body(writer)
    }

    private func membership(_ account: String) throws -> DecisionSubject {
        let row = try #require(try CaseReader(opening: path).accountStanding(AccountID("r0")))
        return .membership(campaign: ExactText(try #require(row.group)), account: AccountID(account))
    }

    @Test(
        "the analysis is out of date until it was made with the decision, and then again once it is withdrawn"
    )
    func outOfDate() throws {
        let before = try CaseReader(opening: path).digest()
        let subject = try membership("r3")
        try write { _ = try $0.decide(on: subject, .unsure, because: "hm") }
        #expect(try CaseReader(opening: path).overview().run?.outOfDate == [])
        try write { _ = try $0.decide(on: subject, .reject, because: "an own card") }
        let run = try #require(try CaseReader(opening: path).overview().run)
        #expect(run.outOfDate == [.decisions])
        #expect(throws: WorkbenchError.analysisBeforeDecisions) {
            var choices = WhatIfChoices()
            choices.families = [.means]
            return try WhatIfJob(path: path, choices: choices).run()
        }
        let bound = try analyse()
        let reader = try CaseReader(opening: path)
        #expect(try reader.overview().run?.isUpToDate == true)
        #expect(try reader.overview().run?.id != run.id)
        #expect(bound.derived != before.derived)
        #expect(try analyse() == bound)
        try write {
            _ = try $0.withdrawDecision(on: subject)
            _ = try $0.withdrawDecision(on: subject)
        }
        #expect(try CaseReader(opening: path).overview().run?.outOfDate == [.decisions])
        #expect(try analyse().derived == before.derived)
    }

    @Test("a rejected member stays out, run after run, and everything that names it says why")
    func rejected() throws {
        let subject = try membership("r3")
        try write { _ = try $0.decide(on: subject, .reject, because: "an own card") }
        for _ in 0..<2 {
            _ = try analyse()
            let reader = try CaseReader(opening: path)
            #expect(try reader.accountStanding(AccountID("r3"))?.group == nil)
            let dossier = try LinkDesk(reader).dossierWithLinks(AccountID("r3"))
            let decision = try #require(dossier.decisions.first)
            #expect(decision.effect?.isBound == true && decision.effect?.methodProbability != nil)
            #expect(DecisionWords.consequences(decision)[0].contains("the method gave"))
            #expect(try reader.verify().isSound)
        }
    }

    @Test("a confirmed stranger is a member, marked with the decision") func confirmed() throws {
        let subject = try membership("s4")
        try write { _ = try $0.decide(on: subject, .confirm, because: "he said so") }
        _ = try analyse()
        let reader = try CaseReader(opening: path)
        let group = try #require(try reader.accountStanding(AccountID("s4"))?.group)
        let member = try reader.member(AccountID("s4"), of: group)
        #expect(member.probability == 1 && member.decision == 1 && member.methodProbability == nil)
        #expect(try reader.member(AccountID("r0"), of: group).decision == nil)
        #expect(try reader.reviewQueue().allSatisfy { $0.accountId != AccountID("s4") })
    }

    /// The ring called a campaign by a reviewer.
    private func confirmRing() throws {
        let row = try #require(try CaseReader(opening: path).accountStanding(AccountID("r0")))
        let subject = DecisionSubject.campaign(ExactText(try #require(row.group)))
        try write { _ = try $0.decide(on: subject, .confirm, because: "their frame") }
        _ = try analyse()
    }

    @Test(
        "a rejected campaign is a group of that name, and no longer rejected it is the campaign of its old id"
    )
    func rejectedCampaign() throws {
        try confirmRing()
        let reader = try CaseReader(opening: path)
        let id = try #require(try reader.campaigns(ListQuery()).first?.id)
        let subject = DecisionSubject.campaign(ExactText(id))
        try write { _ = try $0.decide(on: subject, .reject, because: "a test of ours") }
        for _ in 0..<2 {
            _ = try analyse()
            #expect(try reader.campaigns(ListQuery()).isEmpty)
            let groups = try reader.groups(ListQuery())
            let group = try #require(groups.first { $0.name == "rejected by a reviewer" })
            #expect(try reader.group(group.id).decisions.map(\.number) == [1, 2])
        }
        try write { _ = try $0.withdrawDecision(on: subject) }
        _ = try analyse()
        #expect(try reader.campaigns(ListQuery()).map(\.id) == [id])
    }

    @Test("whom a reviewer confirmed is flagged for that too, and keeps its name in the flags of others")
    func flagged() throws {
        try confirmRing()
        let subject = try membership("r3")
        try write { _ = try $0.decide(on: subject, .confirm, because: "one card") }
        _ = try analyse()
        let reader = try CaseReader(opening: path)
        #expect(try reader.accountStanding(AccountID("r3"))?.flagged == [.campaign, .reviewer])
        #expect(try reader.accountStanding(AccountID("r4"))?.flagged == [.campaign])
        let words = try LinkDesk(reader).dossierWithLinks(AccountID("r4")).connections.map(\.words)
        #expect(words.contains { $0.contains("1 as confirmed by a reviewer") })
    }

    @Test("the card of a membership has the claim, what ties it, and the next linked account") func card()
        throws
    {
        try confirmRing()
        let reader = try CaseReader(opening: path)
        let queue = try reader.reviewQueue()
        let tally = try reader.reviewTally()
        #expect(tally.waiting == queue.count)
        try #require(queue.count > 2)
        let card = try ReviewDesk(reader).card(queue[0].accountId, in: queue[0].campaign)
        #expect(card.row == queue[0] && card.subject.kind == .membership)
        #expect(!card.ties.isEmpty && card.ties.allSatisfy { $0.linked > 0 })
        let next = try #require(card.next)
        #expect(queue[next.place].accountId == next.accountId)
        let subject = DecisionSubject.membership(
            campaign: ExactText(card.row.campaign), account: next.accountId)
        try write { _ = try $0.decide(on: subject, .confirm, because: "one card") }
        let after = try ReviewDesk(reader).card(queue[0].accountId, in: queue[0].campaign)
        #expect(after.next?.accountId != next.accountId)
        #expect(after.ties.contains { $0.confirmed == 1 })
        #expect(try reader.reviewTally().waiting == queue.count - 1)
    }
}
