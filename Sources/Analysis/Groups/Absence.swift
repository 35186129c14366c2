import Casework
import Foundation

/// What it says that an account shares nothing of a kind with a group whose members nearly all do.
///
/// Only kinds of means, client and identity count: an account has a card or it has none, whatever its volume. Of
/// addresses, frames and hours a quiet account has few, so that sharing none says nothing. A value is shared where
/// another member holds it too, at four times the share outside: popular values are no ties.
///
/// Whoever brings a card of his own mostly brings a device of his own too, so what the kinds say is not added up: the
/// members are counted who share nothing of *all* these kinds at once.
/// Source: the disagreement weight of Fellegi and Sunter (1969), with m counted over the group's own members.
struct Absence: Sendable {
    /// Least bits of one kind, and of all together: as much as one family can say for an account.
    static let leastBits = -4.0
    static let leastBitsTogether = -7.0
    /// Kinds that a word has bits for; a case with more has the first ones counted.
    private static let mostKinds = 64
    /// A value ties where its share inside is this many times its share outside.
    private static let leastLift = 4.0
    private static let families: Set<EvidenceFamily> = [.means, .client, .identity]

    /// By kind: the bit that stands for it, 0 for kinds that do not count.
    private let bits: [UInt64]
    /// By place of the bit: the family's place.
    private let familyOfPlace: [Int]
    /// By account: kinds of which anything is known, shared or not.
    private let known: [UInt64]
    /// By group, then place: bits that absence of the one kind says, 0 or less.
    private var weight: [Double] = []
    /// By group: how many members have which kinds known and unshared.
    private var patterns: [[Pattern]] = []

    private struct Pattern: Hashable {
        var known: UInt64
        var unshared: UInt64
        var members = 0.0
    }

    /// O(accounts · kinds).
    init(_ evidence: Evidence) {
        let table = evidence.table
        var (bits, families): ([UInt64], [Int]) = ([], [])
        for kind in evidence.catalog.kinds {
            let counts = Self.families.contains(kind.family) && families.count < Self.mostKinds
            bits.append(counts ? 1 << UInt64(families.count) : 0)
            if counts { families.append(Int(IncidenceTable.familyIndex(kind.family))) }
        }
        known = (0..<table.accountCount).map { account in
            (0..<table.kindCount).reduce(0) {
                table.volume[account * table.kindCount + $1] > 0 ? $0 | bits[$1] : $0
            }
        }
        (self.bits, familyOfPlace) = (bits, families)
    }

    func bit(of kind: UInt16) -> UInt64 { bits[Int(kind)] }

    /// Counts, for every group, how many of the members share some value of which kinds. O(incidences).
    mutating func learn(_ assignment: GroupAssignment, _ table: IncidenceTable) {
        let shared = sharedKinds(assignment, table)
        patterns = assignment.members.map { members in
            var counts: [Pattern: Double] = [:]
            for account in members {
                let known = self.known[Int(account)]
                counts[Pattern(known: known, unshared: known & ~shared[Int(account)]), default: 0] += 1
            }
            return counts.map { Pattern(known: $0.known, unshared: $0.unshared, members: $1) }
        }
        weight = patterns.flatMap { patterns in
            familyOfPlace.indices.map { place in
                max(Self.leastBits, Self.bits(ofLacking: 1 << UInt64(place), in: patterns))
            }
        }
    }

    /// log2 of the share of members without any of these kinds among those of whom all are known.
    private static func bits(ofLacking kinds: UInt64, in patterns: [Pattern]) -> Double {
        // One more that shares nothing: few members say little.
        var (known, lacking) = (1.0, 1.0)
        for pattern in patterns where pattern.known & kinds == kinds {
            known += pattern.members
            if pattern.unshared & kinds == kinds { lacking += pattern.members }
        }
        return log2(lacking / known)
    }

    /// By account: kinds of which it shares a value with another member of its group.
    private func sharedKinds(_ assignment: GroupAssignment, _ table: IncidenceTable) -> [UInt64] {
        var shared = [UInt64](repeating: 0, count: table.accountCount)
        var inside = [Int32](repeating: 0, count: assignment.groupCount)
        for value in 0..<table.valueCount where bits[Int(table.kind[value])] != 0 {
            let holders = table.account[table.columns[value]..<table.columns[value + 1]]
            for account in holders where assignment.group[Int(account)] >= 0 {
                inside[Int(assignment.group[Int(account)])] += 1
            }
            for account in holders {
                let group = assignment.group[Int(account)]
                guard group >= 0, inside[Int(group)] > 1 else { continue }
                let here = Double(inside[Int(group)])
                let size = Double(assignment.members[Int(group)].count)
                let usual = table.outside(value, inside: here) / max(1, table.coverage.population - size)
                if here / size >= Self.leastLift * usual {
                    shared[Int(account)] |= bits[Int(table.kind[value])]
                }
            }
            for account in holders where assignment.group[Int(account)] >= 0 {
                inside[Int(assignment.group[Int(account)])] = 0
            }
        }
        return shared
    }

    /// Puts what absence says in the place of bits below 0 of the families that it is told from.
    ///
    /// Of every family the most telling absent kind counts; what they say together is shared out among the families.
    /// - Parameter sharing: kinds of which the account shares a telling value with the group.
    func apply(to familyBits: inout [Double], _ account: Int, _ group: Int32, sharing: UInt64) {
        for family in familyOfPlace { familyBits[family] = max(0, familyBits[family]) }
        var absent = known[account] & ~sharing
        var alone = [Double](repeating: 0, count: familyBits.count)
        var kinds = [UInt64](repeating: 0, count: familyBits.count)
        while absent != 0 {
            let place = absent.trailingZeroBitCount
            let (family, bits) = (
                familyOfPlace[place], weight[Int(group) * familyOfPlace.count + place]
            )
            if bits < alone[family] { (alone[family], kinds[family]) = (bits, 1 << UInt64(place)) }
            absent &= absent - 1
        }
        let sum = alone.reduce(0, +)
        guard sum < 0 else { return }
        let lacked = kinds.reduce(0, |)
        let together = max(
            Self.leastBitsTogether, Self.leastBits * Double(lacked.nonzeroBitCount),
            Self.bits(ofLacking: lacked, in: patterns[Int(group)]))
        for family in alone.indices where alone[family] < 0 {
            familyBits[family] += together * alone[family] / sum
        }
    }
}
