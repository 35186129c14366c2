import Casework
import Foundation

/// What it says that an account shares nothing of a kind with a group whose members nearly all do.
///
/// Only kinds of means, client and identity count: an account has a card or it has none, whatever its volume. Of
/// addresses, frames and hours a quiet account has few, so that sharing none says nothing. A value is shared where
/// another member holds it too, at four times the share outside: popular values are no ties.
/// Source: the disagreement weight of Fellegi and Sunter (1969), with m counted over the group's own members.
struct Absence: Sendable {
    static let leastBits = -4.0
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
    /// By group, then place: bits that absence says, 0 or less. Empty before the first round.
    private var weight: [Double] = []

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

    /// Counts, for every group and kind, how many of the members of whom it is known share some. O(incidences).
    mutating func learn(_ assignment: GroupAssignment, _ table: IncidenceTable) {
        let places = familyOfPlace.count
        weight = [Double](repeating: 0, count: assignment.groupCount * places)
        let shared = sharedKinds(assignment, table)
        for (group, members) in assignment.members.enumerated() {
            for place in 0..<places {
                let bit: UInt64 = 1 << UInt64(place)
                var (known, sharing) = (0.0, 0.0)
                for account in members where self.known[Int(account)] & bit != 0 {
                    known += 1
                    if shared[Int(account)] & bit != 0 { sharing += 1 }
                }
                // One more that shares nothing: few members say little.
                weight[group * places + place] = max(Self.leastBits, log2(1 - sharing / (known + 1)))
            }
        }
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

    /// Takes off every family's bits what the most telling absence of its kinds says.
    ///
    /// - Parameter sharing: kinds of which the account shares a telling value with the group.
    func subtract(from familyBits: inout [Double], _ account: Int, _ group: Int32, sharing: UInt64) {
        guard !weight.isEmpty else { return }
        var absent = known[account] & ~sharing
        var worst = [Double](repeating: 0, count: familyBits.count)
        while absent != 0 {
            let place = absent.trailingZeroBitCount
            let family = familyOfPlace[place]
            worst[family] = min(worst[family], weight[Int(group) * familyOfPlace.count + place])
            absent &= absent - 1
        }
        for family in worst.indices where worst[family] < 0 {
            let least = min(familyBits[family], Self.leastBits)
            familyBits[family] = max(least, familyBits[family] + worst[family])
        }
    }
}
