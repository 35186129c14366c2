import Casework
import Testing

@testable import Analysis

@Suite("An account in words")
struct AccountWordsTests {
    private let run = RunSummary(
        id: "r-1", at: Timestamp(milliseconds: 0), seed: 1, method: "m-1", currentMethod: "m-1",
        coversEvidence: true, withheld: nil)

    private func dossier(_ change: (inout AccountDossier) -> Void = { _ in }) -> AccountDossier {
        var dossier = AccountDossier(row: AccountRow(accountId: AccountID("u-1"), unlisted: false))
        change(&dossier)
        return dossier
    }

    private func group(_ id: String, _ kind: GroupKind) -> GroupRow {
        var group = GroupRow(id: id, name: "class or course", kind: kind)
        group.accounts = 30
        group.innocentExplanations = ["class"]
        return group
    }

    private func reasons(_ dossier: AccountDossier, _ group: GroupRow?, _ run: RunSummary?) -> AccountReasons
    {
        AccountWords(dossier, group: group, run: run, received: [.accounts, .payments]).reasons
    }

    @Test("of a member it says what is alleged, how probable, on what, and what is missing")
    func member() {
        let dossier = dossier {
            ($0.row.campaign, $0.row.group, $0.row.probability) = ("C-01", "C-01", 0.97)
            var member = MemberRow(accountId: AccountID("u-1"), probability: 0.97, role: .core)
            member.familyBits = [.means: 7, .time: -2]
            $0.membership = member
            $0.holdings = [Holding(kind: .payment, value: "p")]
        }
        let reasons = reasons(dossier, group("C-01", .campaign), run)
        #expect(reasons.words[0].contains("held to be one of 30 accounts of C-01, which is alleged"))
        #expect(reasons.words[1].contains(".970") && reasons.words[1].contains("almost certain"))
        #expect(
            reasons.strength[0].contains("means of payment")
                && reasons.strength[0].contains("130 times more probable"))
        #expect(reasons.strength[1].contains("times less probable"))
        #expect(reasons.innocent.contains("the whole group may be a class or course"))
        #expect(reasons.missing.contains("No address could be looked at: the evidence has no exchanges."))
        #expect(!reasons.missing.contains { $0.contains("means of payment") })
    }

    @Test("of everybody else it says that nothing is alleged", arguments: 0..<4)
    func nothing(_ place: Int) {
        let standings: [(GroupRow?, RunSummary?)] = [
            (nil, run), (group("G-01", .course), run), (group("C-01", .campaign), run),
            (
                nil,
                RunSummary(
                    id: "r", at: Timestamp(milliseconds: 0), seed: 1, method: "m-1", currentMethod: "m-1",
                    coversEvidence: true, withheld: "suspects only")
            ),
        ]
        let words = reasons(dossier(), standings[place].0, standings[place].1).words
        #expect(words[0].lowercased().contains("nothing is alleged"))
    }

    @Test("a ban is the provider's act, and an unanalysed case says nothing")
    func provider() {
        let banned = dossier { $0.row.status = .banned }
        #expect(reasons(banned, nil, run).words.contains { $0.contains("the provider's act") })
        #expect(reasons(dossier(), nil, nil).words[0].contains("has not been analysed"))
    }
}
