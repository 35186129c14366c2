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
/// means, device, language, identity or lockstep: networks are rented by strangers, hours belong to everybody and
/// software can be had by anybody, so these alone accuse nobody. Source: method notes; q is counted outside the group
/// here, so that a group that is a third of a small case does not count as its own background.
struct Membership: Sendable {
    static let rounds = 4
    static let damping = 0.5
    static let bitRange = -2.0...7.0
    static let tellingBits = 2.0
    /// 2 to the power of them.
    private static let tellingRatio = 4.0
    /// Bits of one family that suffice for an account that is corroborated.
    static let strongBits = 4.0
    /// Families of what is rented or anybody's.
    static let weakFamilies = [
        Int(IncidenceTable.familyIndex(.infrastructure)), Int(IncidenceTable.familyIndex(.time)),
    ]
    private static let client = Int(IncidenceTable.familyIndex(.client))
    /// Groups looked at for one value: those with the most holders.
    static let mostGroupsOfValue = 8
    static let familyCount = EvidenceFamily.allCases.count
    /// Slots of one group while an account is weighed: its families (language without templates), templates, then
    /// marks for touched, lockstep and device.
    private static let templateSlot = familyCount
    private static let markSlot = familyCount + 1
    private static let width = familyCount + 4
    private static let language = Int(IncidenceTable.familyIndex(.language))

    private let evidence: Evidence
    private(set) var assignment: GroupAssignment
    /// Damped log2 odds of the account's group.
    private(set) var odds: [Double]
    private(set) var prior: [Double]
    /// Bits by account and family for its group.
    private(set) var familyBits: [Double]

    private let valuesOfKind: [Double]
    private let lockstepKind: UInt16?
    /// By kind: true for devices, the only clients that are owned; software can be had by anybody.
    private let isDevice: [Bool]

    init(_ evidence: Evidence, start: GroupAssignment) {
        self.evidence = evidence
        assignment = start
        let count = evidence.table.accountCount
        odds = [Double](repeating: 0, count: count)
        prior = [Double](repeating: 0, count: count)
        familyBits = [Double](repeating: 0, count: count * Self.familyCount)
        valuesOfKind = GroupScales.meanValues(Array(0..<Int32(count)), evidence.table, weighing: true)
        lockstepKind = evidence.catalog.kinds.firstIndex(of: .lockstep).map { UInt16($0) }
        isDevice = evidence.catalog.kinds.map { $0.rawValue.hasPrefix("device") }
        for _ in 0..<Self.rounds { round() }
    }

    private mutating func round() {
        let table = evidence.table
        let groups = GroupScales(assignment, table, usual: valuesOfKind)
        var labels = [Int32](repeating: -1, count: table.accountCount)
        var scratch = Scratch(groups: assignment.groupCount)
        for account in 0..<table.accountCount {
            guard let best = bestGroup(account, groups, &scratch) else { continue }
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
        var held = [Double](repeating: 0, count: Membership.familyCount + 1)

        init(groups: Int) { sums = [Double](repeating: 0, count: groups * Membership.width) }
    }

    private func bestGroup(_ account: Int, _ groups: GroupScales, _ scratch: inout Scratch) -> Candidate? {
        let table = evidence.table
        let own = assignment.group[account]
        scratch.touched.removeAll(keepingCapacity: true)
        for slot in scratch.held.indices { scratch.held[slot] = 0 }
        for place in table.rows[account]..<table.rows[account + 1] {
            let value = Int(table.value[place])
            let slot =
                table.kind[value] == table.templateKind ? Self.templateSlot : Int(table.family[value])
            scratch.held[slot] += 1
            for entry in groups.presence.offsets[value]..<groups.presence.offsets[value + 1] {
                let group = groups.presence.group[entry]
                let weight =
                    group == own ? groups.weightForMember(entry, of: value, table) : groups.weight[entry]
                guard weight > 0 else { continue }
                let base = Int(group) * Self.width
                if scratch.sums[base + Self.markSlot] == 0 { scratch.touched.append(group) }
                scratch.sums[base + Self.markSlot] = 1
                if table.kind[value] == lockstepKind { scratch.sums[base + Self.markSlot + 1] = 1 }
                if isDevice[Int(table.kind[value])] { scratch.sums[base + Self.markSlot + 2] = 1 }
                scratch.sums[base + slot] += weight
            }
        }
        var best: Candidate?
        scratch.touched.sort()
        for group in scratch.touched {
            let base = Int(group) * Self.width
            let candidate = weigh(account, group, groups.size[Int(group)], scratch, base)
            for slot in base..<base + Self.width { scratch.sums[slot] = 0 }
            if let candidate, candidate.odds > best?.odds ?? -.infinity { best = candidate }
        }
        return best
    }

    private func weigh(
        _ account: Int, _ group: Int32, _ size: Double, _ scratch: borrowing Scratch, _ base: Int
    ) -> Candidate? {
        let isCorroborated = evidence.isLinked[account] && assignment.group[account] == group
        let floor = 0.5 / (size + 0.5)
        var telling = 0
        for family in 0..<Self.familyCount
        where mean(of: family, scratch, base, floor) >= Self.tellingRatio {
            telling += 1
        }
        guard telling >= (isCorroborated ? 1 : 2) else { return nil }
        var bits = [Double](repeating: 0, count: Self.familyCount)
        for family in 0..<Self.familyCount {
            let mean = mean(of: family, scratch, base, floor)
            bits[family] = min(Self.bitRange.upperBound, max(Self.bitRange.lowerBound, log2(mean)))
        }
        let isTimed = scratch.sums[base + Self.markSlot + 1] > 0
        let hasDevice = scratch.sums[base + Self.markSlot + 2] > 0
        guard suffices(bits, isCorroborated: isCorroborated, isTimed: isTimed, hasDevice: hasDevice) else {
            return nil
        }
        let prior = isCorroborated ? 0 : log2(size / evidence.table.coverage.population)
        return Candidate(group: group, odds: prior + bits.reduce(0, +), prior: prior, bits: bits)
    }

    /// Mean ratio of a family's values; 1 where the account holds none. Prompt keys and templates show the same
    /// frames, so the stronger counts; samples are a few of the exchanges, so templates never speak against.
    private func mean(of family: Int, _ scratch: borrowing Scratch, _ base: Int, _ floor: Double) -> Double {
        let logged =
            scratch.held[family] > 0 ? (scratch.sums[base + family] + floor) / scratch.held[family] : 1
        guard family == Self.language, scratch.held[Self.templateSlot] > 0 else { return logged }
        let template = (scratch.sums[base + Self.templateSlot] + floor) / scratch.held[Self.templateSlot]
        return template > 1 ? max(logged, template) : logged
    }

    /// Whether the families that speak are enough, and of the right sort.
    private func suffices(_ bits: [Double], isCorroborated: Bool, isTimed: Bool, hasDevice: Bool) -> Bool {
        let time = Self.weakFamilies[1]
        let firm = bits.indices.filter { family in
            if family == Self.client { return hasDevice }
            return !Self.weakFamilies.contains(family) || (family == time && isTimed)
        }
        let strongest = firm.map { bits[$0] }.max() ?? 0
        guard strongest >= Self.tellingBits else { return false }
        let telling = bits.count { $0 >= Self.tellingBits }
        return telling >= 2 || (isCorroborated && strongest >= Self.strongBits)
    }
}
