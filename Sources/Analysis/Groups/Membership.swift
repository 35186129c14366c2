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
/// An account that holds as much of a group's addresses, frames or hours as members mostly do has the bits of
/// `GroupHabits` where they are more: members pay the penalty on volume as well.
///
/// An account needs two families of at least 2 bits, or, if corroborated, one of at least 4. And it needs a *firm tie*:
/// a means, device, frame, identity or lockstep window of which members are at least a third of the other holders; or,
/// if corroborated and half of the group have firm ties, three addresses, or three networks, of which members are three
/// quarters. Networks are rented by strangers, hours belong to everybody, software and popular frames can be had by
/// anybody, so these alone accuse nobody, however many of them meet in one account.
///
/// *Absence*, of what the account shares nothing though members mostly do, counts against it: see `Absence`.
///
/// Source: method notes; q is counted outside the group here, so that a group that is a third of a small case does
/// not count as its own background.
struct Membership: Sendable {
    static let rounds = 4
    static let damping = 0.5
    static let bitRange = -2.0...7.0
    static let tellingBits = 2.0
    /// Bits of one family that suffice for an account that is corroborated.
    static let strongBits = 4.0
    static let familyCount = EvidenceFamily.allCases.count

    let evidence: Evidence
    let decisions: DecisionBinding
    /// Accounts that were in a group which they are kept out of, before the first round or after the last.
    private(set) var takenOut: Set<Int32>
    /// What accounts may belong to, as decided; of the groups as they are.
    private(set) var limits: MembershipLimits
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

    /// - Parameter decisions: of reviewers; what they say of an account is no evidence on any other.
    init(
        _ evidence: Evidence, start found: GroupAssignment, decisions: DecisionBinding = DecisionBinding()
    ) {
        self.evidence = evidence
        self.decisions = decisions
        let (start, limits) = decisions.bound(found)
        self.limits = limits
        takenOut = Set(
            decisions.keptOut.keys.filter { found.group[Int($0)] >= 0 && start.group[Int($0)] < 0 })
        assignment = start
        let count = evidence.table.accountCount
        odds = [Double](repeating: 0, count: count)
        prior = [Double](repeating: 0, count: count)
        familyBits = [Double](repeating: 0, count: count * Self.familyCount)
        valuesOfKind = GroupScales.meanValues(Array(0..<Int32(count)), evidence.table, weighing: true)
        canBeFirm = evidence.catalog.kinds.map(Self.canBeFirm)
        absence = Absence(evidence)
        absence.learn(start, evidence.table)
        for _ in 0..<Self.rounds { round() }
        keepOut()
    }

    /// No account stays in a group that came to be one which it is kept out of.
    private mutating func keepOut() {
        let labels = limits.labels(of: assignment)
        guard labels != assignment.group else { return }
        for account in labels.indices where labels[account] != assignment.group[account] {
            takenOut.insert(Int32(account))
        }
        assignment = GroupAssignment(labels: labels, least: 2)
        limits.follow(labels, to: assignment)
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

    /// What accounts are weighed against: the groups as they are.
    var source: GroupSums.Source {
        GroupSums.Source(
            table: evidence.table, assignment: assignment,
            groups: GroupScales(assignment, evidence.table, usual: valuesOfKind), canBeFirm: canBeFirm,
            absenceBits: evidence.catalog.kinds.indices.map { absence.bit(of: UInt16($0)) },
            addressKind: evidence.catalog.kinds.firstIndex(of: .address).map(UInt16.init))
    }

    private mutating func round() {
        let table = evidence.table
        let source = source
        let habits = GroupHabits(source)
        let limits = limits
        var labels = [Int32](repeating: -1, count: table.accountCount)
        let ranges = stretches(byCost: table.rows, parts: table.accountCount < Self.leastForThreads ? 1 : 16)
        let before = self
        // An account is weighed against the groups as they were before the round: accounts go beside each other.
        let found = inParallel(ranges.count) { part in
            var sums = GroupSums(groups: source.assignment.groupCount)
            return ranges[part].compactMap { account in
                before.bestGroup(account, source, habits, limits, &sums).map { (account: account, best: $0) }
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
        self.limits.follow(labels, to: assignment)
        self.limits.take(assignment)
        absence.learn(assignment, table)
    }

    /// Accounts from which threads are worth their while.
    private static let leastForThreads = 1 << 15

    struct Candidate {
        var group: Int32
        var odds: Double
        var prior: Double
        var bits: [Double]
    }

    private func bestGroup(
        _ account: Int, _ source: borrowing GroupSums.Source, _ habits: GroupHabits,
        _ limits: MembershipLimits, _ sums: inout GroupSums
    ) -> Candidate? {
        guard canTie(account, source.groups.presence) else { return nil }
        sums.gather(account, source)
        var best: Candidate?
        for group in sums.touched where limits.allow(Int32(account), in: group) {
            let size = source.groups.size[Int(group)]
            let candidate = weigh(account, group, size, sums, habits)
            if let candidate, candidate.odds > best?.odds ?? -.infinity { best = candidate }
        }
        return best
    }

    /// False for the many accounts that hold nothing which could tie them to any group.
    private func canTie(_ account: Int, _ presence: GroupPresence) -> Bool {
        let table = evidence.table
        // Rented values can tie accounts that are corroborated.
        if evidence.isLinked[account] { return true }
        return (table.rows[account]..<table.rows[account + 1]).contains { place in
            let value = Int(table.value[place])
            return canBeFirm[Int(table.kind[value])]
                && presence.offsets[value] < presence.offsets[value + 1]
        }
    }

    /// - Parameter asMember: true weighs an account as one of the group's, whether it is or not.
    func weigh(
        _ account: Int, _ group: Int32, _ size: Double, _ sums: borrowing GroupSums,
        _ habits: GroupHabits, asMember: Bool = false
    ) -> Candidate? {
        let isLinked = evidence.isLinked[account]
        // A tie, first of all: few pairs have one.
        guard
            sums.isFirmlyTied(to: group)
                || (isLinked && sums.isTiedByRented(to: group) && habits.isHeldTogether(group))
        else { return nil }
        let isCorroborated = isLinked && (asMember || assignment.group[account] == group)
        let means = (0..<Self.familyCount).map { sums.mean(of: $0, group, size: size) }
        // Holding as much as members do strengthens what ties, but is none.
        guard means.count(where: { $0 >= GroupSums.tellingRatio }) >= (isCorroborated ? 1 : 2) else {
            return nil
        }
        var bits = means.enumerated().map { family, mean in
            let counted = max(log2(mean), habits.leastBits(family, group, mean: mean))
            return min(Self.bitRange.upperBound, max(Self.bitRange.lowerBound, counted))
        }
        absence.apply(to: &bits, account, group, sharing: sums.sharedKinds(with: group))
        guard suffices(bits, isCorroborated: isCorroborated) else { return nil }
        var prior = log2(size / evidence.table.coverage.population)
        if isCorroborated { prior = max(-Self.bitRange.upperBound, prior) }
        return Candidate(group: group, odds: prior + bits.reduce(0, +), prior: prior, bits: bits)
    }

    /// Whether the families that speak are enough.
    private func suffices(_ bits: [Double], isCorroborated: Bool) -> Bool {
        let telling = bits.count { $0 >= Self.tellingBits }
        return telling >= 2 || (isCorroborated && bits.contains { $0 >= Self.strongBits })
    }
}
