@testable import Casework
import Foundation
import TestSupport
import Testing

/// Two operations, P (a1 a2 a3 a4) and Q (b1 b2), in a case of 16 accounts.
@Suite struct CaseScoreTests {
    private let truth =
        ["a1", "a2", "a3", "a4"].map { TruthRow(account: AccountID($0), campaign: "P", actor: "Lab") }
        + ["b1", "b2"].map { TruthRow(account: AccountID($0), campaign: "Q") }

    private func member(
        _ id: String, _ campaign: ExactText, _ probability: Double = 1, actor: ExactText? = nil
    ) -> CampaignMember {
        CampaignMember(
            account: AccountID(id), campaign: campaign, probability: probability, role: .core, actor: actor)
    }

    private func score(
        _ members: [CampaignMember], groups: [ScoredGroup] = [], lookalikes: [(String, ExactText)] = [],
        evidence: [OperationEvidence] = [], profiles: [LabProfile]? = nil
    ) -> ScoreReport {
        let rows = lookalikes.map { LookalikeRow(account: AccountID($0.0), group: $0.1) }
        return CaseScore(
            members: members, groups: groups, truth: truth, lookalikes: rows, evidence: evidence,
            accounts: 16, profiles: profiles
        ).report()
    }

    private func group(
        _ id: ExactText, _ members: [(String, Double)], isCampaign: Bool = true, extraction: Double? = 1,
        suspicions: [ScoredGroup.Suspicion] = []
    ) -> ScoredGroup {
        ScoredGroup(
            id: id, isCampaign: isCampaign, extractionProbability: extraction,
            members: members.map { .init(account: AccountID($0.0), probability: $0.1) },
            suspicions: suspicions)
    }

    @Test("The truth itself scores one in everything")
    func perfect() {
        let report = score(truth.map { member($0.account.string, $0.campaign) })
        let one = ScoreReport.Rates(precision: 1, recall: 1)
        #expect(report.bcubed == one && report.bcubedMacro == one)
        #expect(report.pairwise == one && report.accusation == one)
        #expect(report.innocents.accused == 0 && report.operations.allSatisfy { $0.pieces == 1 })
    }

    @Test("Nothing found keeps precision and loses recall")
    func nothingFound() {
        let report = score([])
        #expect(report.bcubed.precision == 1)
        // P: 4 accounts at 1/4, Q: 2 at 1/2, over 6.
        #expect(report.bcubed.recall == 2.0 / 6)
        #expect(report.bcubedMacro.recall == (0.25 + 0.5) / 2)
        #expect(report.pairwise == .init(precision: nil, recall: 0))
        #expect(report.accusation == .init(precision: nil, recall: 0))
        #expect(report.calibration.ece == nil && report.calibration.bins.isEmpty)
    }

    @Test("One campaign for two operations, with an innocent, worked out by hand")
    func mixed() {
        let report = score(["a1", "a2", "a3", "b1", "x"].map { member($0, "C-01") })
        // Accounts a1-3, b1, x in the campaign of 5; a4 and b2 alone: 6 fraudulent accounts.
        // Precision (3·3/5 + 1/5 + 1 + 1)/6, recall (3·3/4 + 1/4 + 1/2 + 1/2)/6.
        #expect(close(report.bcubed.precision, 4.0 / 6) && close(report.bcubed.recall, 3.5 / 6))
        // P: (3·3/5 + 1)/4 and (3·3/4 + 1/4)/4; Q: (1/5 + 1)/2 and 1/2.
        #expect(close(report.bcubedMacro.precision, (2.8 / 4 + 0.6) / 2))
        #expect(close(report.bcubedMacro.recall, (2.5 / 4 + 0.5) / 2))
        #expect(close(report.bcubedMacro.f1, (2 * 0.7 * 0.625 / 1.325 + 2 * 0.6 * 0.5 / 1.1) / 2))
        // Pairs: 3 of 10 found, of 6 + 1 real.
        #expect(close(report.pairwise.precision, 0.3) && close(report.pairwise.recall, 3.0 / 7))
        // P: 3 of the 9 pairs found that touch it, 3 of 6 real ones; Q: none of 4, none of 1.
        #expect(close(report.pairwiseMacro.precision, (3.0 / 9 + 0) / 2))
        #expect(close(report.pairwiseMacro.recall, (3.0 / 6 + 0) / 2))
        #expect(close(report.pairwiseMacro.f1, (6.0 / 15 + 0) / 2))
        #expect(close(report.recallMacro, (3.0 / 4 + 1.0 / 2) / 2))
        #expect(close(report.accusation.precision, 0.8) && close(report.accusation.recall, 4.0 / 6))
        #expect(report.campaigns.first?.mostly == "P" && close(report.campaigns.first?.purity, 0.6))
        #expect(report.campaigns.first?.innocents == 1)
    }

    @Test("An operation in two campaigns has two pieces")
    func pieces() {
        let report = score([
            member("a1", "C-01"), member("a2", "C-01"), member("a3", "C-01"), member("a4", "C-02"),
        ])
        let operation = report.operations.first
        #expect(operation?.campaign == "P" && operation?.pieces == 2 && operation?.largestPiece == 0.75)
        #expect(report.operations.last?.pieces == 0)
    }

    @Test("Innocents accused are counted by kind and for every 10,000")
    func innocents() {
        let report = score(
            ["a1", "x", "y", "z"].map { member($0, "C-01") },
            lookalikes: [("x", "class"), ("w", "class"), ("x", "event"), ("a1", "event")])
        #expect(report.innocents.accounts == 10 && report.innocents.accused == 3)
        #expect(report.innocents.per10000 == 3000)
        #expect(
            report.innocents.byKind == [
                .init(kind: "class", accounts: 2, accused: 1), .init(kind: "event", accounts: 1, accused: 1),
                .init(kind: "other", accounts: 8, accused: 2),
            ])
    }

    @Test(
        "Attribution is right, withheld or wrong",
        arguments: [
            ("a1", "Lab", ScoreReport.Campaign.Verdict.right), ("a1", "The Lab", .right),
            ("a1", nil, .withheld),
            ("a1", "Other", .wrong), ("b1", nil, .rightlyWithheld), ("b1", "Lab", .wrong), ("x", nil, nil),
            ("x", "Lab", .wrong),
        ] as [(String, ExactText?, ScoreReport.Campaign.Verdict?)])
    func attribution(_ account: String, _ actor: ExactText?, _ verdict: ScoreReport.Campaign.Verdict?) {
        var lab = LabProfile(name: "Lab")
        lab.aliases = ["The Lab"]
        let report = score(
            [member(account, "C-01", actor: actor)], profiles: [lab, LabProfile(name: "Other")])
        #expect(report.campaigns.first?.attribution == verdict)
        let counts = report.attribution
        let sum = counts.right + counts.withheld + counts.withheldThin + counts.rightlyWithheld + counts.wrong
        #expect(sum == (verdict == nil ? 0 : 1))
    }

    @Test("An actor in no profile cannot be named: unattributed is right")
    func actorWithoutProfile() {
        let report = score([member("a1", "C-01")], profiles: [LabProfile(name: "Other")])
        #expect(
            report.attribution
                == .init(right: 0, withheld: 0, withheldThin: 0, rightlyWithheld: 1, wrong: 0))
    }

    @Test(
        "Nobody need be named without strong evidence",
        arguments: [
            (OperationEvidence.Kind.strong, ScoreReport.Campaign.Verdict.withheld), (.thin, .withheldThin),
            (.none, .withheldThin), (.forged, .withheldThin), (.reseller, .withheldThin),
        ])
    func thinEvidence(_ kind: OperationEvidence.Kind, _ verdict: ScoreReport.Campaign.Verdict) {
        let report = score(
            [member("a1", "C-01")], evidence: [OperationEvidence(campaign: "P", kind: kind)])
        #expect(report.campaigns.first?.attribution == verdict && report.campaigns.first?.evidence == kind)
    }

    @Test("An operation that lies in another's campaign is merged")
    func merged() {
        let report = score(["a1", "a2", "a3", "b1", "b2"].map { member($0, "C-01") })
        #expect(report.operations.map(\.isMerged) == [false, true] && report.operationsMerged == 1)
    }

    @Test("A campaign of mostly innocent accounts is a look-alike, and naming anybody for it is wrong")
    func innocentCampaign() {
        let report = score(
            ["a1", "w", "x", "y", "z"].map { member($0, "C-01", actor: "Lab") },
            lookalikes: [("w", "class"), ("x", "event"), ("y", "event"), ("z", "class"), ("v", "class")])
        #expect(report.innocentCampaigns == 1 && report.attribution.wrong == 1)
        #expect(report.campaigns.first?.lookalike == "class")
    }

    @Test("Groups of every kind count in what was tied together, each account in its likeliest")
    func groupComparison() {
        let report = score(
            [],
            groups: [
                group("G-01", [("a1", 0.9), ("a2", 0.9), ("a3", 0.9), ("x", 0.9)], isCampaign: false),
                group("G-02", [("a3", 0.2), ("b1", 0.9), ("b2", 0.9)], isCampaign: false),
            ])
        // a1-3 with x; b1 and b2; a4 alone.
        #expect(close(report.bcubedGroups.precision, (3 * 0.75 + 2 + 1) / 6))
        #expect(close(report.bcubedGroups.recall, (3 * 0.75 + 2 + 0.25) / 6))
    }

    @Test("Membership counts an account as true in the operation that its campaign mostly is")
    func membership() {
        let report = score(
            [],
            groups: [
                group("C-01", [("a1", 0.75), ("a2", 1), ("b1", 0.5)]),
                group("G-01", [("a3", 0.5)], isCampaign: false),
            ])
        #expect(report.calibration.bins.map(\.observed) == [0, 1, 1] && report.calibration.accounts == 3)
        #expect(close(report.calibration.brier, (0.25 + 0.0625) / 3))
        #expect(close(report.calibration.ece, (0.5 + 0.25) / 3))
    }

    @Test("Accusation is membership times extraction, the highest over an account's groups")
    func accusation() {
        let report = score(
            [],
            groups: [
                group("C-01", [("a1", 1), ("x", 0.5)], extraction: 0.8),
                group("G-01", [("x", 1), ("a1", 1)], isCampaign: false, extraction: 0.1),
                group("G-02", [("b1", 1)], isCampaign: false, extraction: nil),
            ])
        #expect(report.accusationCalibration.bins.map(\.stated) == [0.4, 0.8])
        #expect(report.accusationCalibration.bins.map(\.observed) == [0, 1])
    }

    @Test("A campaign is a trial for every profile, a target where the operation is the profile's")
    func trials() {
        let even = ScoredGroup.Suspicion(profile: "Lab", prior: 0.5, posterior: 0.8)
        let other = ScoredGroup.Suspicion(profile: "Other", prior: 0.5, posterior: 0.2)
        let report = score(
            [],
            groups: [
                group("C-01", [("a1", 1), ("a2", 1)], suspicions: [other, even]),
                group("C-02", [("b1", 1)], suspicions: [even]),
            ])
        let ratios = report.likelihoodRatios
        #expect(ratios.targets == 1 && ratios.nonTargets == 2)
        // Ratios 4 (target), 1/4 and 4: ½[log2(1 + 1/4) + (log2(1 + 1/4) + log2(1 + 4))/2].
        #expect(close(ratios.cllr, 0.5 * (log2(1.25) + (log2(1.25) + log2(5)) / 2)))
    }

    @Test("The order of the rows changes nothing", arguments: UInt64(1)...3)
    func shuffled(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let world = ScoreWorld(&random)
        let report = world.score.report()
        var again = world
        again.members.shuffle(using: &random)
        again.truth.shuffle(using: &random)
        again.lookalikes.shuffle(using: &random)
        again.groups.shuffle(using: &random)
        #expect(again.score.report() == report, "seed \(seed)")
    }

    private func close(_ left: Double?, _ right: Double) -> Bool {
        left.map { abs($0 - right) < 1e-12 } ?? false
    }
}
