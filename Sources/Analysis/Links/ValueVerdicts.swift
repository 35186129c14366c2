import Casework
import Foundation

/// What every shared value says, once the groups are known: whose it is, and how many bits a pair that shares it gets.
///
/// Bits are log2 of m / u, m: the chance that two accounts of one group share the value, u: that two accounts of
/// different groups (or none) do, both counted over this case's pairs, u with half a pair added; of templates, over
/// pairs of sampled accounts. Pairs outside are those of the population, so controls count for all they stand for.
/// Where an address database says that more users are behind an address than hold it here, log2 of that ratio comes
/// off: any of those strangers could have been the other holder. A value is `operation` when most of its holders are
/// corroborated by another family, `shared` when hardly any is. Never from the number of holders alone.
/// Source: Fellegi and Sunter (1969), with value-specific frequencies.
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
    private let users: NetworkUsers
    private let all: PairCount
    private let sampled: PairCount

    /// Pairs of accounts of one group, and all others of the population.
    private struct PairCount {
        let same: Double
        let other: Double

        init(sizes: [Int], population: Double) {
            let same = sizes.reduce(0.0) { $0 + ValueVerdicts.pairs(Double($1)) }
            self.same = max(1, same)
            other = max(1, ValueVerdicts.pairs(population) - same)
        }
    }

    init(
        _ evidence: Evidence, _ assignment: GroupAssignment, extraction: [Double],
        users: NetworkUsers = NetworkUsers()
    ) {
        self.evidence = evidence
        self.assignment = assignment
        self.extraction = extraction
        self.users = users
        let coverage = evidence.table.coverage
        all = PairCount(sizes: assignment.members.map(\.count), population: coverage.population)
        sampled = PairCount(
            sizes: assignment.members.map { $0.count { coverage.isSampled[Int($0)] } },
            population: coverage.sampledPopulation)
    }

    static func pairs(_ count: Double) -> Double { count * (count - 1) / 2 }

    /// log2 odds that two accounts drawn at random belong to one group.
    var priorBits: Double { log2(all.same / all.other) }

    /// Verdicts on values with a corroborated holder, a member holder, or barred, by kind and bytes; and the bits of
    /// every value before discounts, by value: half its rarity where there is no verdict, as `LinkExplainer` has it.
    /// O(incidences).
    func judge() -> (verdicts: [ArtifactVerdict], bits: [Double]) {
        var verdicts: [ArtifactVerdict] = []
        let accounts = Double(evidence.table.accountCount)
        var bits = evidence.table.holders.map { max(0, log2(accounts / Double(max(2, $0)))) / 2 }
        var inside = [Int](repeating: 0, count: assignment.groupCount)
        for value in 0..<evidence.table.valueCount {
            guard let verdict = verdict(value, &inside) else { continue }
            bits[value] = verdict.bits
            verdicts.append(verdict)
        }
        for value in evidence.table.barred {
            let artifact = evidence.catalog.artifact(Int(value))
            var verdict = ArtifactVerdict(
                artifact: artifact, holders: Int(evidence.table.holders[Int(value)]), verdict: .barred,
                bits: 0)
            verdict.reasons = ["too widely held, or barred: never counted"]
            bits[Int(value)] = 0
            verdicts.append(verdict)
        }
        return (verdicts.sorted { $0.artifact < $1.artifact }, bits)
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
        let same = touched.reduce(0.0) { $0 + Self.pairs(Double(inside[$1])) }
        for group in touched { inside[group] = 0 }
        guard evidence.corroborated[value] > 0 || !touched.isEmpty else { return nil }
        let count = Int(table.holders[value])
        let pairs = table.kind[value] == table.templateKind ? sampled : all
        let population = Double(table.popularity[value])
        let apart = max(0, Self.pairs(population) - same)
        let ratio = ((same + 0.05) / pairs.same) / ((apart + 0.5) / pairs.other)
        let kind = judge(value, holders: count)
        let crowd = users.count(value)
        let strangers = max(0, log2(Double(crowd ?? 1) / max(1, population)))
        var verdict = ArtifactVerdict(
            artifact: evidence.catalog.artifact(value), holders: count, verdict: kind,
            bits: max(0, min(Self.mostBits, max(0, log2(ratio))) - strangers))
        verdict.corroborated = Int(evidence.corroborated[value])
        verdict.suspectShare = min(1, suspects / max(1, population))
        verdict.reasons = reasons(verdict, groups: touched.count)
        if strangers > 0, let crowd {
            verdict.reasons.append("an address database counts \(crowd) users behind it")
        }
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
