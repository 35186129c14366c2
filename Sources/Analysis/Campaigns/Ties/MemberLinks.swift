import Casework

/// The strongest links of every member of a group, weighed as `LinkExplainer` weighs two accounts.
///
/// Prior and items sum as there: bits of the value's verdict, as far as both used it at the same time where that
/// matters, discounted for dependence within the family, half where one family stands alone.
struct MemberLinks {
    static let linksOfMember = 3
    /// Values named for one link.
    static let mostNamed = 8

    private let evidence: Evidence
    private let weights: LinkWeights
    private let rows: MemberRows

    init(evidence: Evidence, weights: LinkWeights, rows: MemberRows) {
        self.evidence = evidence
        self.weights = weights
        self.rows = rows
    }

    private struct Item {
        var value: Int32
        var family: UInt8
        var base: Double
        var bits = 0.0
    }

    private struct Scored {
        var one: Int32
        var two: Int32
        var bits: Double
    }

    /// Links by the members' order. O(candidates · values of one member).
    func find(_ members: [Int32], _ hubs: GroupHubs, _ input: AnalysisInput) -> [GroupLink] {
        var items: [Item] = []
        var scored: [Scored] = []
        for pair in LinkCandidates.pairs(hubs.hubs, members: members.count, bits: weights.bits) {
            let (one, two) = (Int32(pair >> 32), Int32(pair & 0xFFFF_FFFF))
            let bits = weigh(Int(one), Int(two), &items)
            if items.contains(where: { $0.bits > 0 }) {
                scored.append(Scored(one: one, two: two, bits: bits))
            }
        }
        return strongest(scored, count: members.count).map { place in
            let (one, two) = (Int(scored[place].one), Int(scored[place].two))
            let bits = weigh(one, two, &items)
            return GroupLink(
                a: input.accounts.number[Int(members[one])], b: input.accounts.number[Int(members[two])],
                bits: bits, by: named(items))
        }
    }

    /// Places of the links that are among the strongest of either end, ascending.
    private func strongest(_ scored: [Scored], count: Int) -> [Int] {
        let order = scored.indices.sorted {
            (scored[$1].bits, $0) < (scored[$0].bits, $1)
        }
        var kept = [Bool](repeating: false, count: scored.count)
        var degree = [Int](repeating: 0, count: count)
        for place in order {
            let ends = [Int(scored[place].one), Int(scored[place].two)]
            guard ends.contains(where: { degree[$0] < Self.linksOfMember }) else { continue }
            kept[place] = true
            for end in ends { degree[end] += 1 }
        }
        return scored.indices.filter { kept[$0] }
    }

    /// Bits of the link between two members; `items` takes what it rests on.
    private func weigh(_ one: Int, _ two: Int, _ items: inout [Item]) -> Double {
        collect(one, two, &items)
        items.sort { ($0.family, -$0.base, $0.value) < ($1.family, -$1.base, $1.value) }
        var (speaking, last) = (0, UInt8.max)
        for item in items where item.base > 0 && item.family != last {
            (speaking, last) = (speaking + 1, item.family)
        }
        var discount = DependenceDiscount(speakingFamilies: speaking)
        var sum = weights.priorBits
        let families = EvidenceFamily.allCases
        for place in items.indices {
            items[place].bits = discount.bits(families[Int(items[place].family)], base: items[place].base)
            sum += items[place].bits
        }
        return sum
    }

    /// The values both hold, with their bits as far as times of use agree.
    private func collect(_ one: Int, _ two: Int, _ items: inout [Item]) {
        items.removeAll(keepingCapacity: true)
        var (i, j) = (rows.offsets[one], rows.offsets[two])
        let table = evidence.table
        while i < rows.offsets[one + 1], j < rows.offsets[two + 1] {
            let (first, second) = (rows.value[i], rows.value[j])
            if first == second {
                var base = weights.bits[Int(first)]
                if rows.needsOverlap[Int(table.kind[Int(first)])] {
                    base *= LinkExplainer.overlap(rows.used[i], rows.used[j]).share
                }
                items.append(Item(value: first, family: table.family[Int(first)], base: base))
            }
            if first <= second { i += 1 }
            if second <= first { j += 1 }
        }
    }

    private func named(_ items: [Item]) -> [Artifact] {
        items.filter { $0.bits > 0 }.map { ($0.bits, evidence.catalog.artifact(Int($0.value))) }
            .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
            .prefix(Self.mostNamed).map(\.1)
    }
}
