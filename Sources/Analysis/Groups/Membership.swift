import Casework
import Foundation

/// How probably each account belongs to each group it touches: accounts and groups inform each other in rounds.
///
/// For an account, a group g and a family f, the bits are log2 of the mean, over the account's values v in f, of
/// [(m + q/2) / (n + ½)] / q / vol, where m of the n other members hold v, q is the share of holders outside the
/// group, and vol says how many times more values of the kind members hold than accounts on average (at least 1).
/// The mean is the penalty on volume: who holds everything holds something of every group. Bits are clipped to
/// [−2, 7], so no family decides alone. Their sum and the prior are the log2 odds: log2(n / N), as
/// in any mixture, but for corroborated accounts no less than −7, one family's full weight, since what speaks for them
/// is clipped too. Odds are damped by half for four rounds.
///
/// An account needs two families of at least 2 bits, or, if corroborated, one of at least 4. And it needs a *firm tie*:
/// a means, device, frame, identity or lockstep window of which members are at least a third of the other holders.
/// Networks are rented by strangers, hours belong to everybody, software and popular frames can be had by anybody, so
/// these alone accuse nobody, however many of them meet in one account.
///
/// *Absence*: where t of the members of whom a kind of means, client or identity is known share some value of it with
/// the group, an account with only its own says log2(1 − t), no less than −4: its own card or device where nearly
/// everybody's is shared. Of a family's kinds the most telling absence counts, and comes off the family's bits. In use
/// (addresses, frames, hours) absence depends on volume and says nothing.
///
/// Source: method notes; q is counted outside the group here, so that a group that is a third of a small case does
/// not count as its own background. Absence is Fellegi and Sunter's disagreement weight, taken for the group.
struct Membership: Sendable {
    static let rounds = 4
    static let damping = 0.5
    static let bitRange = -2.0...7.0
    static let tellingBits = 2.0
    /// 2 to the power of them.
    private static let tellingRatio = 4.0
    /// Bits of one family that suffice for an account that is corroborated.
    static let strongBits = 4.0
    /// Members among the other holders of a value from which it is a firm tie.
    static let firmShare = 1.0 / 3
    /// Groups looked at for one value: those with the most holders.
    static let mostGroupsOfValue = 8
    static let familyCount = EvidenceFamily.allCases.count
    /// Slots of one group while an account is weighed: its families (language without templates), templates, then
    /// marks for touched and a firm tie.
    private static let templateSlot = familyCount
    private static let markSlot = familyCount + 1
    private static let width = familyCount + 3
    private static let language = Int(IncidenceTable.familyIndex(.language))

    private let evidence: Evidence
    private(set) var assignment: GroupAssignment
    /// Damped log2 odds of the account's group.
    private(set) var odds: [Double]
    private(set) var prior: [Double]
    /// Bits by account and family for its group.
    private(set) var familyBits: [Double]

    private let valuesOfKind: [Double]
    /// By kind: whether a value can be a firm tie.
    private let canBeFirm: [Bool]
    private var absence: Absence

    init(_ evidence: Evidence, start: GroupAssignment) {
        self.evidence = evidence
        assignment = start
        let count = evidence.table.accountCount
        odds = [Double](repeating: 0, count: count)
        prior = [Double](repeating: 0, count: count)
        familyBits = [Double](repeating: 0, count: count * Self.familyCount)
        valuesOfKind = GroupScales.meanValues(Array(0..<Int32(count)), evidence.table, weighing: true)
        canBeFirm = evidence.catalog.kinds.map(Self.canBeFirm)
        absence = Absence(evidence)
        for _ in 0..<Self.rounds { round() }
    }

    /// Devices are the only clients that are owned, and lockstep the only hours that are not everybody's.
    private static func canBeFirm(_ kind: ArtifactKind) -> Bool {
        switch kind.family {
        case .means, .language, .identity: true
        case .client: kind.rawValue.hasPrefix("device")
        case .infrastructure: false
        case .time: kind == .lockstep
        }
    }

    private mutating func round() {
        let table = evidence.table
        let groups = GroupScales(assignment, table, usual: valuesOfKind)
        var labels = [Int32](repeating: -1, count: table.accountCount)
        let ranges = stretches(byCost: table.rows, parts: table.accountCount < Self.leastForThreads ? 1 : 16)
        let before = self
        // An account is weighed against the groups as they were before the round: accounts go beside each other.
        let found = inParallel(ranges.count) { part in
            var scratch = Scratch(groups: before.assignment.groupCount)
            return ranges[part].compactMap { account in
                before.bestGroup(account, groups, &scratch).map { (account: account, best: $0) }
            }
        }
        for (account, best) in found.joined() {
            let stays = assignment.group[account] == best.group
            odds[account] = stays ? odds[account] * Self.damping + best.odds * (1 - Self.damping) : best.odds
            prior[account] = best.prior
            for family in 0..<Self.familyCount {
                familyBits[account * Self.familyCount + family] = best.bits[family]
            }
            if odds[account] >= 0 { labels[account] = best.group }
        }
        assignment = GroupAssignment(labels: labels, least: 2)
        absence.learn(assignment, table)
    }

    /// Accounts from which threads are worth their while.
    private static let leastForThreads = 1 << 15

    private struct Candidate {
        var group: Int32
        var odds: Double
        var prior: Double
        var bits: [Double]
    }

    private struct Scratch {
        var sums: [Double]
        /// By group: kinds of `Absence` of which the account shares a telling value.
        var shared: [UInt64]
        var touched: [Int32] = []
        var held = [Double](repeating: 0, count: Membership.familyCount + 1)

        init(groups: Int) {
            sums = [Double](repeating: 0, count: groups * Membership.width)
            shared = [UInt64](repeating: 0, count: groups)
        }
    }

    private func bestGroup(_ account: Int, _ groups: GroupScales, _ scratch: inout Scratch) -> Candidate? {
        let table = evidence.table
        guard canTie(account, groups.presence) else { return nil }
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
                if canBeFirm[Int(table.kind[value])], isFirm(entry, of: value, account, groups.presence) {
                    scratch.sums[base + Self.markSlot + 1] = 1
                }
                scratch.sums[base + slot] += weight
                if weight >= Self.tellingRatio {
                    scratch.shared[Int(group)] |= absence.bit(of: table.kind[value])
                }
            }
        }
        var best: Candidate?
        scratch.touched.sort()
        for group in scratch.touched {
            let base = Int(group) * Self.width
            let candidate = weigh(account, group, groups.size[Int(group)], scratch, base)
            for slot in base..<base + Self.width { scratch.sums[slot] = 0 }
            scratch.shared[Int(group)] = 0
            if let candidate, candidate.odds > best?.odds ?? -.infinity { best = candidate }
        }
        return best
    }

    /// False for the many accounts that hold nothing which could be a firm tie to any group.
    private func canTie(_ account: Int, _ presence: GroupPresence) -> Bool {
        let table = evidence.table
        return (table.rows[account]..<table.rows[account + 1]).contains { place in
            let value = Int(table.value[place])
            return canBeFirm[Int(table.kind[value])]
                && presence.offsets[value] < presence.offsets[value + 1]
        }
    }

    private func weigh(
        _ account: Int, _ group: Int32, _ size: Double, _ scratch: borrowing Scratch, _ base: Int
    ) -> Candidate? {
        // A firm tie, first of all: few pairs have one.
        guard scratch.sums[base + Self.markSlot + 1] > 0 else { return nil }
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
        absence.subtract(from: &bits, account, group, sharing: scratch.shared[Int(group)])
        guard suffices(bits, isCorroborated: isCorroborated) else { return nil }
        var prior = log2(size / evidence.table.coverage.population)
        if isCorroborated { prior = max(-Self.bitRange.upperBound, prior) }
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

    /// Whether members of the entry's group are a third of a value's holders but for the account.
    private func isFirm(_ entry: Int, of value: Int, _ account: Int, _ presence: GroupPresence) -> Bool {
        let table = evidence.table
        let all = Double(presence.inside[entry])
        let isOwn = assignment.group[account] == presence.group[entry]
        let inside = isOwn ? all - 1 : all
        let outside =
            table.outside(value, inside: all) - (isOwn ? 0 : Double(table.coverage.weight(of: account)))
        return inside >= Self.firmShare * (inside + max(0, outside))
    }

    /// Whether the families that speak are enough.
    private func suffices(_ bits: [Double], isCorroborated: Bool) -> Bool {
        let telling = bits.count { $0 >= Self.tellingBits }
        return telling >= 2 || (isCorroborated && bits.contains { $0 >= Self.strongBits })
    }
}
