import Casework
import TestSupport

/// A random case: operations found in part, split and mixed, with innocents among them.
struct ScoreWorld {
    var members: [CampaignMember] = []
    var truth: [TruthRow] = []
    var lookalikes: [LookalikeRow] = []
    /// Campaigns and look-alikes, whose claims have little to do with what is true.
    var groups: [ScoredGroup] = []

    init(_ random: inout SeededRandom) {
        for number in 0..<200 {
            let account = AccountID("acc,\"\(number)\"é")
            let isFraud = random.chance(0.6)
            let operation = random.below(random.below(6) + 1)
            if isFraud {
                truth.append(
                    TruthRow(
                        account: account, campaign: ExactText("op \(operation)"),
                        actor: ExactText("Lab \(operation % 4)")))
            } else if random.chance(0.5) {
                lookalikes.append(LookalikeRow(account: account, group: random.pick(["class", "event"])))
            }
            guard random.chance(isFraud ? 0.8 : 0.2) else { continue }
            members.append(
                CampaignMember(
                    account: account, campaign: ExactText("C-\(random.below(8))"),
                    probability: Double(random.below(101)) / 100, role: .core))
        }
        for number in 0..<12 { groups.append(group(number, &random)) }
    }

    /// A campaign of members.csv with a few members more, or from the ninth on a look-alike.
    private func group(_ number: Int, _ random: inout SeededRandom) -> ScoredGroup {
        let id = ExactText("C-\(number)")
        var held = members.filter { $0.campaign == id }
            .map { ScoredGroup.Member(account: $0.account, probability: $0.probability) }
        for other in 0..<8 where random.chance(0.5) {
            let account = AccountID("acc,\"\(number * 8 + other)\"é")
            guard !held.contains(where: { $0.account == account }) else { continue }
            held.append(.init(account: account, probability: random.unit() / 2))
        }
        return ScoredGroup(
            id: id, isCampaign: number < 8, extractionProbability: random.unit(), members: held,
            suspicions: (0..<4).map {
                .init(
                    profile: ExactText("Lab \($0)"), prior: 0.1,
                    posterior: Double(random.below(9) + 1) / 10)
            })
    }

    var score: CaseScore {
        CaseScore(
            members: members, groups: groups, truth: truth, lookalikes: lookalikes, accounts: 1000,
            profiles: nil)
    }

    var membersCSV: String {
        "account_id,campaign,probability\n"
            + members.map { "\(quoted($0.account.string)),\($0.campaign),\($0.probability)\n" }.joined()
    }

    var truthCSV: String {
        "account_id,campaign,actor\n"
            + truth.map { "\(quoted($0.account.string)),\($0.campaign),\n" }.joined()
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
