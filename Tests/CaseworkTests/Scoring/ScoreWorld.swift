import Casework
import TestSupport

/// A random case: operations found in part, split and mixed, with innocents among them.
struct ScoreWorld {
    var members: [CampaignMember] = []
    var truth: [TruthRow] = []
    var lookalikes: [LookalikeRow] = []

    init(_ random: inout SeededRandom) {
        for number in 0..<200 {
            let account = AccountID("acc,\"\(number)\"é")
            let isFraud = random.chance(0.6)
            if isFraud {
                truth.append(
                    TruthRow(account: account, campaign: ExactText("op \(random.below(random.below(6) + 1))"))
                )
            } else if random.chance(0.5) {
                lookalikes.append(LookalikeRow(account: account, group: random.pick(["class", "event"])))
            }
            guard random.chance(isFraud ? 0.8 : 0.2) else { continue }
            members.append(
                CampaignMember(
                    account: account, campaign: ExactText("C-\(random.below(8))"),
                    probability: Double(random.below(101)) / 100, role: .core))
        }
    }

    var score: CaseScore {
        CaseScore(members: members, truth: truth, lookalikes: lookalikes, accounts: 1000, profiles: nil)
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
