import Casework
import Foundation

/// How the members of each group hold what they hold, by which an account is measured.
///
/// *As much as members do.* The mean over an account's values is a penalty on volume, which members, who are busy, pay
/// as well: of 230 prompts of one of them thirty may be the operation's frames and two hundred be used once, and the
/// mean says little. So it is read on the group's own scale: three quarters of the members reach the lower quartile of
/// their means, and how many others reach it is counted. The bits are log2 of ¾ over the share of others who do.
///
/// And where some members hold no more than anybody, as those do who have exits of their own, then an account that holds
/// no more than anybody has at least log2 of the share of such members.
///
/// *Held together.* A group of which half of the members have firm ties is held together by something that is owned, and
/// not by rented lines alone.
///
/// Source: likelihood ratios of reaching the quartile and of holding nothing, with the chances counted in the case.
struct GroupHabits: Sendable {
    static let share = 0.75
    static let leastMembers = 4
    /// Members with firm ties from which a group is held together by them.
    static let firmlyTied = 0.5
    /// Accounts looked at, of larger cases: so many or up to twice as many. A share that gives the most bits a family
    /// may have is 234 of them.
    static let leastOthers = 40_000
    static let families = [EvidenceFamily.infrastructure, .language, .time].map {
        Int(IncidenceTable.familyIndex($0))
    }

    /// Parts of the work that go beside each other.
    private static let parts = 8
    private static let familyCount = EvidenceFamily.allCases.count
    /// By group, then family: the quartile; infinite where there is none above 1.
    private var quartile: [Double]
    private var bits: [Double]
    /// By group, then family: log2 of the share of members whose mean is below 1.
    private var bitsOfNothing: [Double]
    private var isHeld: [Bool]

    /// O(incidences of the members and of the others looked at).
    init(_ source: GroupSums.Source) {
        let count = source.assignment.groupCount
        quartile = [Double](repeating: .infinity, count: count * Self.familyCount)
        bits = [Double](repeating: 0, count: count * Self.familyCount)
        bitsOfNothing = [Double](repeating: -.infinity, count: count * Self.familyCount)
        isHeld = [Bool](repeating: false, count: count)
        learnMembers(source)
        let others = countOthers(source)
        for place in quartile.indices where quartile[place].isFinite {
            let population = others.looked - others.inside[place / Self.familyCount]
            bits[place] = log2(Self.share / ((others.reaching[place] + 0.5) / (max(0, population) + 1)))
        }
    }

    /// What a family of this mean says at least; nothing is known of most means.
    func leastBits(_ family: Int, _ group: Int32, mean: Double) -> Double {
        let place = Int(group) * Self.familyCount + family
        if mean >= quartile[place] { return bits[place] }
        return mean < 1 ? bitsOfNothing[place] : -.infinity
    }

    /// Whether half of the members have firm ties.
    func isHeldTogether(_ group: Int32) -> Bool { isHeld[Int(group)] }

    private mutating func learnMembers(_ source: GroupSums.Source) {
        let members = source.assignment.members
        let parts = min(Self.parts, members.count)
        let found = inParallel(parts) { part in
            var sums = GroupSums(groups: members.count)
            return (part * members.count / parts..<(part + 1) * members.count / parts).map {
                Self.holdings(Int32($0), members[$0], source, &sums)
            }
        }
        for (group, holdings) in found.joined().enumerated() {
            isHeld[group] = holdings.firmlyTied >= Self.firmlyTied * Double(members[group].count)
            for (family, means) in zip(Self.families, holdings.means) where !means.isEmpty {
                let place = group * Self.familyCount + family
                let value = means[Int(Double(means.count) * (1 - Self.share))]
                if value > 1 { quartile[place] = value }
                // One more who holds nothing: few members say little.
                let without = means.count { $0 < 1 } + 1
                bitsOfNothing[place] = log2(Double(without) / Double(means.count + 1))
            }
        }
    }

    private struct Holdings {
        var firmlyTied = 0.0
        /// By family of `families`, ascending; none where members are few.
        var means = [[Double]](repeating: [], count: families.count)
    }

    private static func holdings(
        _ group: Int32, _ members: [Int32], _ source: borrowing GroupSums.Source, _ sums: inout GroupSums
    ) -> Holdings {
        var found = Holdings()
        for account in members {
            sums.gather(Int(account), source)
            if sums.isFirmlyTied(to: group) { found.firmlyTied += 1 }
            guard members.count >= leastMembers else { continue }
            for (place, family) in families.enumerated() {
                found.means[place].append(
                    sums.mean(of: family, group, size: source.groups.size[Int(group)]))
            }
        }
        for place in found.means.indices { found.means[place].sort() }
        return found
    }

    private struct Others {
        var looked = 0.0
        /// By group: its members among those looked at.
        var inside: [Double]
        /// By group, then family: others who reach the quartile.
        var reaching: [Double]

        init(groups: Int) {
            inside = [Double](repeating: 0, count: groups)
            reaching = [Double](repeating: 0, count: groups * GroupHabits.familyCount)
        }
    }

    /// Evenly spaced accounts, each as often as it stands for.
    private func countOthers(_ source: GroupSums.Source) -> Others {
        let accounts = source.table.accountCount
        let step = max(1, accounts / Self.leastOthers)
        let looked = Array(stride(from: 0, to: accounts, by: step))
        let parts = looked.count < Self.leastOthers / 4 ? 1 : Self.parts
        let counts = inParallel(parts) { part in
            let range = part * looked.count / parts..<(part + 1) * looked.count / parts
            var sums = GroupSums(groups: source.assignment.groupCount)
            var others = Others(groups: source.assignment.groupCount)
            for account in looked[range] { count(account, source, &sums, &others) }
            return others
        }
        return counts.dropFirst().reduce(into: counts[0]) { all, others in
            all.looked += others.looked
            for place in all.inside.indices { all.inside[place] += others.inside[place] }
            for place in all.reaching.indices { all.reaching[place] += others.reaching[place] }
        }
    }

    private func count(
        _ account: Int, _ source: borrowing GroupSums.Source, _ sums: inout GroupSums, _ others: inout Others
    ) {
        let weight = Double(source.table.coverage.weight(of: account))
        let own = source.assignment.group[account]
        others.looked += weight
        if own >= 0 { others.inside[Int(own)] += weight }
        sums.gather(account, source)
        for group in sums.touched where group != own {
            for family in Self.families {
                let place = Int(group) * Self.familyCount + family
                guard quartile[place].isFinite else { continue }
                let mean = sums.mean(of: family, group, size: source.groups.size[Int(group)])
                if mean >= quartile[place] { others.reaching[place] += weight }
            }
        }
    }
}
