import Casework

@testable import Analysis

/// What an analysis says of a small world, by account id.
struct Verdict {
    let findings: Findings
    private let name: [UInt32: String]
    private let truth: [String: String]

    init(_ world: SmallWorld, _ settings: AnalysisSettings = AnalysisSettings()) throws {
        findings = try Analyzer().run(world.input(), settings: settings)
        name = Dictionary(uniqueKeysWithValues: world.accounts.enumerated().map { (UInt32($0 + 1), $1.id) })
        truth = Dictionary(uniqueKeysWithValues: world.accounts.map { ($0.id, $0.truth) })
    }

    /// How many of each truth are members of campaigns at or above one half.
    var accused: [String: Int] { tally { $0.kind == .campaign } }

    /// Kinds of the groups that hold at least half of those of a truth.
    func kinds(of wanted: String) -> [GroupKind] {
        let all = truth.values.count { $0 == wanted }
        return findings.groups.filter { group in
            2 * group.members.count { truth[name[$0.account] ?? ""] == wanted } >= all
        }.map(\.kind)
    }

    /// Groups that hold anyone of a truth.
    func pieces(of wanted: String) -> Int {
        findings.groups.count { group in group.members.contains { truth[name[$0.account] ?? ""] == wanted } }
    }

    private func names(_ accounts: [UInt32]) -> [String] { accounts.map { name[$0] ?? "?" } }

    private func tally(_ counts: (GroupFinding) -> Bool) -> [String: Int] {
        var sums: [String: Int] = [:]
        for group in findings.groups where counts(group) {
            for member in group.members where member.probability >= 0.5 {
                sums[truth[name[member.account] ?? ""] ?? "?", default: 0] += 1
            }
        }
        return sums
    }

    /// The findings with account ids in place of numbers, for comparing cases whose rows came in another order.
    var renamed: String {
        findings.groups.map { group in
            let members = group.members.map { "\(name[$0.account] ?? "?") \($0.probability) \($0.role)" }
            return
                "\(group.kind) \(group.extractionProbability ?? -1) \(members) \(group.figures.sorted { $0.key < $1.key })"
                + " \(group.explanations.map { "\($0.hypothesis) \($0.bits)" }) \(group.shared.map(\.artifact))"
                + " \(group.hubs.map { "\($0.artifact) \($0.bits) \(names($0.holders)) \($0.outside)" })"
                + " \(group.links.map { "\(names([$0.a, $0.b])) \($0.bits) \($0.by)" })"
        }.joined(separator: "\n")
            + "\(findings.linkPriorBits) \(findings.artifacts.map { "\($0.artifact) \($0.bits)" })"
    }
}
