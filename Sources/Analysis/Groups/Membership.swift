import Casework
import Foundation

/// How probably each account belongs to each group it touches: accounts and groups inform each other in rounds.
///
/// For an account, a group g and a family f, the bits are log2 of the mean, over the account's values v in f, of
/// [(m + q/2) / (n + ½)] / q / vol, where m of the n other members hold v, q is the share of holders outside the
/// group, and vol says how many times more values of the kind members hold than accounts on average (at least 1).
/// The mean is the penalty on volume: who holds everything holds something of every group. Bits are clipped to
/// [−2, 7], so no family decides alone. Their sum and the prior are the log2 odds: 0 for accounts that another
/// family corroborates, log2(n / N) for others. Odds are damped by half for four rounds.
///
/// An account needs two families of at least 2 bits, or, if corroborated, one of at least 4; and one of them must be
/// means, client, language, identity or lockstep: networks are rented by strangers and hours belong to everybody, so
/// these two alone accuse nobody. Source: method notes; q is counted outside the group
/// here, so that a group that is a third of a small case does not count as its own background.
struct Membership: Sendable {
    static let rounds = 4
    static let damping = 0.5
    static let bitRange = -2.0...7.0
    static let tellingBits = 2.0
    /// Bits of one family that suffice for an account that is corroborated.
    static let strongBits = 4.0
    /// Families of what is rented or anybody's.
    static let weakFamilies = [
        Int(IncidenceTable.familyIndex(.infrastructure)), Int(IncidenceTable.familyIndex(.time)),
    ]
    /// Groups looked at for one value: those with the most holders.
    static let mostGroupsOfValue = 8
    static let familyCount = EvidenceFamily.allCases.count
    /// Slots of one group while an account is weighed: its families, then marks for touched and for lockstep.
    private static let width = familyCount + 2

    private let evidence: Evidence
    private(set) var assignment: GroupAssignment
    /// Damped log2 odds of the account's group.
    private(set) var odds: [Double]
    private(set) var prior: [Double]
    /// Bits by account and family for its group.
    private(set) var familyBits: [Double]

    private let valuesOfKind: [Double]
    private let lockstepKind: UInt16?

    init(_ evidence: Evidence, start: GroupAssignment) {
        self.evidence = evidence
        assignment = start
        let count = evidence.table.accountCount
        odds = [Double](repeating: 0, count: count)
        prior = [Double](repeating: 0, count: count)
        familyBits = [Double](repeating: 0, count: count * Self.familyCount)
        valuesOfKind = Self.meanValues(Array(0..<Int32(count)), evidence.table)
        lockstepKind = evidence.catalog.kinds.firstIndex(of: .lockstep).map { UInt16($0) }
        for _ in 0..<Self.rounds { round() }
    }

    /// Mean number of values of each kind, over the accounts that hold any value.
    private static func meanValues(_ accounts: [Int32], _ table: IncidenceTable) -> [Double] {
        var sums = [Double](repeating: 0, count: table.kindCount)
        for account in accounts {
            for place in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                sums[Int(table.kind[Int(table.value[place])])] += 1
            }
        }
        return sums.map { $0 / Double(max(1, accounts.count)) }
    }

    private mutating func round() {
        let table = evidence.table
        let volumes = assignment.members.map { members in
            zip(Self.meanValues(members, table), valuesOfKind).map { $1 > 0 ? max(1, $0 / $1) : 1 }
        }
        let presence = GroupPresence(assignment, table)
        var labels = [Int32](repeating: -1, count: table.accountCount)
        var scratch = Scratch(groups: assignment.groupCount)
        for account in 0..<table.accountCount {
            let best = bestGroup(account, presence, volumes, &scratch)
            guard let best else { continue }
            let stays = assignment.group[account] == best.group
            odds[account] = stays ? odds[account] * Self.damping + best.odds * (1 - Self.damping) : best.odds
            prior[account] = best.prior
            for family in 0..<Self.familyCount {
                familyBits[account * Self.familyCount + family] = best.bits[family]
            }
            if odds[account] >= 0 { labels[account] = best.group }
        }
        assignment = GroupAssignment(labels: labels, least: 2)
    }

    private struct Candidate {
        var group: Int32
        var odds: Double
        var prior: Double
        var bits: [Double]
    }

    private struct Scratch {
        var sums: [Double]
        var touched: [Int32] = []

        init(groups: Int) { sums = [Double](repeating: 0, count: groups * Membership.width) }
    }

    private func bestGroup(
        _ account: Int, _ presence: GroupPresence, _ volumes: [[Double]], _ scratch: inout Scratch
    ) -> Candidate? {
        let table = evidence.table
        let width = Self.width
        var held = [Double](repeating: 0, count: Self.familyCount)
        scratch.touched.removeAll(keepingCapacity: true)
        for place in table.rows[account]..<table.rows[account + 1] {
            let value = Int(table.value[place])
            let family = Int(table.family[value])
            held[family] += 1
            for entry in presence.offsets[value]..<presence.offsets[value + 1] {
                let group = Int(presence.group[entry])
                let own = assignment.group[account] == Int32(group)
                let inside = Double(presence.inside[entry]) - (own ? 1 : 0)
                guard inside > 0 else { continue }
                let size = Double(assignment.members[group].count) - (own ? 1 : 0)
                let base = group * width
                if scratch.sums[base + Self.familyCount] == 0 { scratch.touched.append(Int32(group)) }
                scratch.sums[base + Self.familyCount] = 1
                if table.kind[value] == lockstepKind { scratch.sums[base + Self.familyCount + 1] = 1 }
                let outside = Double(table.holders[value]) - inside - 1
                let q = (max(0, outside) + 0.5) / (Double(table.accountCount) - size + 1)
                scratch.sums[base + family] +=
                    (inside + q / 2) / (size + 0.5) / q / volumes[group][Int(table.kind[value])]
            }
        }
        var best: Candidate?
        for group in scratch.touched.sorted() {
            let base = Int(group) * width
            let candidate = weigh(account, group, sums: scratch.sums[base..<base + width], held)
            for slot in base..<base + width { scratch.sums[slot] = 0 }
            if let candidate, candidate.odds > best?.odds ?? -.infinity { best = candidate }
        }
        return best
    }

    private func weigh(_ account: Int, _ group: Int32, sums: ArraySlice<Double>, _ held: [Double])
        -> Candidate?
    {
        let size = Double(assignment.members[Int(group)].count)
        let isLinked = evidence.isLinked[account]
        let isMember = assignment.group[account] == group
        let prior = isLinked && isMember ? 0 : log2(size / Double(evidence.table.accountCount))
        var bits = [Double](repeating: 0, count: Self.familyCount)
        for family in 0..<Self.familyCount where held[family] > 0 {
            let mean = (sums[sums.startIndex + family] + 0.5 / (size + 0.5)) / held[family]
            bits[family] = min(Self.bitRange.upperBound, max(Self.bitRange.lowerBound, log2(mean)))
        }
        let isTimed = sums[sums.startIndex + Self.familyCount + 1] > 0
        guard suffices(bits, isCorroborated: isLinked && isMember, isTimed: isTimed) else { return nil }
        return Candidate(group: group, odds: prior + bits.reduce(0, +), prior: prior, bits: bits)
    }

    /// Whether the families that speak are enough, and of the right sort.
    private func suffices(_ bits: [Double], isCorroborated: Bool, isTimed: Bool) -> Bool {
        let time = Self.weakFamilies[1]
        let firm = bits.indices.filter { !Self.weakFamilies.contains($0) || ($0 == time && isTimed) }
        let strongest = firm.map { bits[$0] }.max() ?? 0
        guard strongest >= Self.tellingBits else { return false }
        let telling = bits.count { $0 >= Self.tellingBits }
        return telling >= 2 || (isCorroborated && strongest >= Self.strongBits)
    }
}

/// The groups in which each value is held, with the number of holders: a CSR over values.
struct GroupPresence: Sendable {
    private(set) var offsets: [Int] = [0]
    private(set) var group: [Int32] = []
    private(set) var inside: [Int32] = []

    /// O(incidences).
    init(_ assignment: GroupAssignment, _ table: IncidenceTable) {
        var count = [Int32](repeating: 0, count: assignment.groupCount)
        var touched: [Int32] = []
        for value in 0..<table.valueCount {
            for place in table.columns[value]..<table.columns[value + 1] {
                let group = assignment.group[Int(table.account[place])]
                guard group >= 0 else { continue }
                if count[Int(group)] == 0 { touched.append(group) }
                count[Int(group)] += 1
            }
            if touched.count > Membership.mostGroupsOfValue {
                touched.sort { (count[Int($1)], $0) < (count[Int($0)], $1) }
            }
            for entry in touched.prefix(Membership.mostGroupsOfValue) {
                group.append(entry)
                inside.append(count[Int(entry)])
            }
            for entry in touched { count[Int(entry)] = 0 }
            touched.removeAll(keepingCapacity: true)
            offsets.append(group.count)
        }
    }
}
