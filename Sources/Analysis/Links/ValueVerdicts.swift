import Casework
import Foundation

/// What every shared value says, once the groups are known: whose it is, and how many bits a pair that shares it gets.
///
/// Bits are log2 of m / u, m: the chance that two accounts of one group share the value, u: that two accounts of
/// different groups (or none) do, both counted over this case's pairs, u with half a pair added. A value is
/// `operation` when most of its holders are corroborated by another family, `shared` when hardly any is. Never from the number of holders
/// alone. Source: Fellegi and Sunter (1969), with value-specific frequencies.
struct ValueVerdicts: Sendable {
    static let mostBits = 12.0
    static let operationShare = 0.5
    static let sharedShare = 0.1
    /// With fewer holders little can be said either way.
    static let leastHolders = 3

    private let evidence: Evidence
    private let assignment: GroupAssignment
    /// Probability by group that it is an extraction campaign.
    private let extraction: [Double]
    private let samePairs: Double
    private let otherPairs: Double

    init(_ evidence: Evidence, _ assignment: GroupAssignment, extraction: [Double]) {
        self.evidence = evidence
        self.assignment = assignment
        self.extraction = extraction
        let same = assignment.members.reduce(0.0) { $0 + Self.pairs($1.count) }
        samePairs = max(1, same)
        otherPairs = max(1, Self.pairs(evidence.table.accountCount) - same)
    }

    static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

    /// log2 odds that two accounts drawn at random belong to one group.
    var priorBits: Double { log2(samePairs / otherPairs) }

    /// Verdicts on values with a corroborated holder, a member holder, or barred; by kind and bytes. O(incidences).
    func all() -> [ArtifactVerdict] {
        var verdicts: [ArtifactVerdict] = []
        var inside = [Int](repeating: 0, count: assignment.groupCount)
        for value in 0..<evidence.table.valueCount {
            if let verdict = verdict(value, &inside) { verdicts.append(verdict) }
        }
        for value in evidence.table.barred {
            let artifact = evidence.catalog.artifact(Int(value))
            var verdict = ArtifactVerdict(
                artifact: artifact, holders: Int(evidence.table.holders[Int(value)]), verdict: .barred,
                bits: 0)
            verdict.reasons = ["too widely held, or barred: never counted"]
            verdicts.append(verdict)
        }
        return verdicts.sorted { $0.artifact < $1.artifact }
    }

    private func verdict(_ value: Int, _ inside: inout [Int]) -> ArtifactVerdict? {
        let table = evidence.table
        let holders = table.columns[value]..<table.columns[value + 1]
        guard holders.count > 1 else { return nil }
        var touched: [Int] = []
        var suspects = 0.0
        for place in holders {
            let group = Int(assignment.group[Int(table.account[place])])
            guard group >= 0 else { continue }
            if inside[group] == 0 { touched.append(group) }
            inside[group] += 1
            suspects += extraction[group]
        }
        let same = touched.reduce(0.0) { $0 + Self.pairs(inside[$1]) }
        for group in touched { inside[group] = 0 }
        guard evidence.corroborated[value] > 0 || !touched.isEmpty else { return nil }
        let count = Int(table.holders[value])
        let apart = max(0, Self.pairs(count) - same)
        let ratio = ((same + 0.05) / samePairs) / ((apart + 0.5) / otherPairs)
        let kind = judge(value, holders: count)
        var verdict = ArtifactVerdict(
            artifact: evidence.catalog.artifact(value), holders: count, verdict: kind,
            bits: min(Self.mostBits, max(0, log2(ratio))))
        verdict.corroborated = Int(evidence.corroborated[value])
        verdict.suspectShare = min(1, suspects / Double(max(1, count)))
        verdict.reasons = reasons(verdict, groups: touched.count)
        return verdict
    }

    private func judge(_ value: Int, holders: Int) -> ArtifactVerdict.Verdict {
        let agreement = evidence.agreement(value)
        if agreement >= Self.operationShare { return .operation }
        return agreement <= Self.sharedShare && holders >= Self.leastHolders ? .shared : .unknown
    }

    private func reasons(_ verdict: ArtifactVerdict, groups: Int) -> [String] {
        let share =
            "\(verdict.corroborated) of \(verdict.holders) holders share something of another family too"
        switch verdict.verdict {
        case .shared: return [share, "infrastructure or a common tool"]
        default: return groups > 1 ? [share, "held in \(groups) groups"] : [share]
        }
    }
}
