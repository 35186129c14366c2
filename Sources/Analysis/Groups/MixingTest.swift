import Casework
import Foundation

/// One operation or two? Likelihood ratio of the two for a pair of groups, source by source.
///
/// One operation deals its cards, devices and sign-ups over its accounts more or less at random, so a value with m
/// holders in both groups bridges them with the chance λπ, π = 1 − s^m − (1 − s)^m (s: share of the one group). Two
/// operations share a value only by leak (2 %) or because strangers hold it too (ε). Each value then says
/// log2(p1 / p0) where it bridges and log2((1 − p1) / (1 − p0)) where it does not, with p0 = ε, p1 = ε + (1 − ε) λπ.
///
/// *How far a source mixes.* λ is not known: an operation deals at random (½, as dealing is never quite random), or
/// batch by batch (⅒), where few values bridge two batches. Both are taken and their likelihoods averaged; the weight of
/// the first is the source's *cohesion* inside the parts, from ⅒ to 9⁄10: the chance that two members of a part are
/// connected through values of the source alone (Σ c²/n² over connected components), the lesser of both.
///
/// *Strangers.* Cards and devices are also sold to everybody. Of an owned value, ε is at least the share of its holders
/// who are outside both groups and have nothing else in common with the others (`Evidence.agreement`): what strangers
/// hold, another operation can hold as well.
///
/// How the sources are added up says `MixingVerdict`, what each may count `EvidenceSource`.
///
/// Source: replaces the threshold on sharing ratios of the method notes, which glued operators by one coincidence
/// or broke operations into pieces when payments were missing. The constants are set by hand; `cannotTell` is an
/// answer, and `MixingVerdict.range` says how much hangs on one kind of evidence.
struct MixingTest: Sendable {
    /// How often values bridge that could: dealt at random, and batch by batch.
    static let dealing = 0.5
    static let batching = 0.1
    static let leak = 0.02
    /// Weight of dealing at random: the cohesion within these.
    static let cohesions = 0.1...0.9
    /// A value more common outside than a quarter of its share inside says nothing.
    static let leastLift = 4.0
    /// Strangers are counted in so many steps, so that values that say the same are counted together.
    private static let strangerSteps = 8.0

    /// A set of accounts as the test sees it.
    struct Part: Sendable {
        let members: [Int32]
        let profile: GroupProfile
        /// By source: the chance that two members are connected through its values alone, 0…1.
        let cohesion: [Double]
        /// The values that two or more members hold, those that say the same counted together.
        fileprivate let tallies: [(tally: Tally, values: Double)]
    }

    /// Values of one source with equally many holders inside a part and in all.
    fileprivate struct Tally: Hashable, Comparable, Sendable {
        var source: Int
        var isTemplate: Bool
        var inside: Int32
        var popularity: Int32
        var strangers: UInt8

        static func < (one: Tally, two: Tally) -> Bool {
            (one.source, one.isTemplate ? 1 : 0, one.inside, one.popularity, one.strangers)
                < (two.source, two.isTemplate ? 1 : 0, two.inside, two.popularity, two.strangers)
        }
    }

    let table: IncidenceTable
    /// By kind.
    private let source: [EvidenceSource]
    /// By value: eighths of the holders who have nothing else in common with the others; 0 for what is not owned.
    private let strangers: [UInt8]

    /// O(values).
    init(_ evidence: Evidence) {
        let table = evidence.table
        let source = evidence.catalog.kinds.map { EvidenceSource($0) }
        self.table = table
        self.source = source
        strangers = (0..<table.valueCount).map { value in
            guard source[Int(table.kind[value])].isOwned else { return 0 }
            return UInt8(((1 - min(1, evidence.agreement(value))) * Self.strangerSteps).rounded())
        }
    }

    /// True for values whose links are tried alone when a community is divided: means, clients, sign-up hours,
    /// identities, but nothing that two operations could rent together.
    func dividesAlone(_ value: Int32) -> Bool {
        let source = source[Int(table.kind[Int(value)])]
        return source.isOwned || source == .signUp
    }

    /// O(incidences of the members, sorted).
    func part(_ members: [Int32]) -> Part {
        let profile = GroupProfile(members: members, table)
        let cohesion = SourceCohesion(members, profile, table) { source[Int($0)] }
        return Part(
            members: members, profile: profile, cohesion: cohesion.shares, tallies: tallies(profile))
    }

    private func tallies(_ profile: GroupProfile) -> [(tally: Tally, values: Double)] {
        var counts: [Tally: Double] = [:]
        for (slot, value) in profile.value.enumerated() where profile.inside[slot] > 1 {
            counts[tally(value, inside: profile.inside[slot]), default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }
            .map { (tally: $0.key, values: $0.value) }
    }

    private func tally(_ value: Int32, inside: Int32) -> Tally {
        let kind = table.kind[Int(value)]
        return Tally(
            source: source[Int(kind)].rawValue, isTemplate: kind == table.templateKind, inside: inside,
            popularity: table.popularity[Int(value)], strangers: strangers[Int(value)])
    }

    /// O(values of the part with fewer of them · log of the others), not counting values that say the same: a large part
    /// has many small ones to be compared with.
    func compare(_ first: Part, _ second: Part) -> MixingVerdict {
        let sizes = Sizes(first.profile, second.profile, table)
        var sums = Sums()
        // As if the parts had no value in common …
        for (tally, values) in first.tallies {
            add(values, tally, inFirst: tally.inside, inSecond: 0, sizes, to: &sums)
        }
        for (tally, values) in second.tallies {
            add(values, tally, inFirst: 0, inSecond: tally.inside, sizes, to: &sums)
        }
        // … and those that they have, put right.
        var bridges = 0
        GroupProfile.forEachShared(first.profile, second.profile) { value, one, two in
            let tally = tally(value, inside: one + two)
            if one > 1 { add(-1, tally, inFirst: one, inSecond: 0, sizes, to: &sums) }
            if two > 1 { add(-1, tally, inFirst: 0, inSecond: two, sizes, to: &sums) }
            if add(1, tally, inFirst: one, inSecond: two, sizes, to: &sums) { bridges += 1 }
        }
        let bits = EvidenceSource.allCases.map { source in
            let cohesion = min(first.cohesion[source.rawValue], second.cohesion[source.rawValue])
            return sums.bits(source, cohesion: cohesion)
        }
        return MixingVerdict(bits, bridges: bridges)
    }

    /// Bits by source, as if the source were dealt at random and as if batch by batch.
    private struct Sums {
        var dealt = [Double](repeating: 0, count: EvidenceSource.count)
        var batched = [Double](repeating: 0, count: EvidenceSource.count)

        /// log2 of the mean likelihood ratio over both cases; of what is not dealt by an operator, the first.
        func bits(_ source: EvidenceSource, cohesion: Double) -> Double {
            let (dealt, batched) = (dealt[source.rawValue], batched[source.rawValue])
            guard source.isDealt else { return dealt }
            let share = min(max(cohesion, MixingTest.cohesions.lowerBound), MixingTest.cohesions.upperBound)
            let most = max(dealt, batched)
            return most + log2(share * exp2(dealt - most) + (1 - share) * exp2(batched - most))
        }
    }

    /// Members of both parts that could have been seen to hold a value, and the population: in all, and of templates.
    private struct Sizes {
        var all: (one: Double, two: Double, total: Double)
        var sampled: (one: Double, two: Double, total: Double)

        init(_ one: GroupProfile, _ two: GroupProfile, _ table: IncidenceTable) {
            all = (Double(one.size), Double(two.size), table.coverage.population)
            sampled = (Double(one.sampled), Double(two.sampled), table.coverage.sampledPopulation)
        }
    }

    /// Adds so many times what a value says that is held by so many of each part; false where it says nothing.
    @discardableResult
    private func add(
        _ times: Double, _ tally: Tally, inFirst first: Int32, inSecond second: Int32, _ sizes: Sizes,
        to sums: inout Sums
    ) -> Bool {
        let inside = Double(first + second)
        let (n1, n2, total) = tally.isTemplate ? sizes.sampled : sizes.all
        guard inside > 1, n1 > 0, n2 > 0 else { return false }
        let outside = max(0, Double(tally.popularity) - inside)
        let background = (outside + 0.5) / (total - n1 - n2 + 1)
        guard inside / (n1 + n2) >= Self.leastLift * background else { return false }
        let minor = Double(first) / n1 < Double(second) / n2 ? n1 : n2
        let chance = min(
            0.9, max(Self.leak + 1 - exp(-minor * background), strangerShare(tally, outside: outside)))
        let share = n1 / (n1 + n2)
        let mixed = (1 - chance) * (1 - pow(share, inside) - pow(1 - share, inside))
        let isBridge = first > 0 && second > 0
        func bits(_ rate: Double) -> Double {
            let ifOne = chance + rate * mixed
            return times * (isBridge ? log2(ifOne / chance) : log2((1 - ifOne) / (1 - chance)))
        }
        sums.dealt[tally.source] += bits(Self.dealing)
        sums.batched[tally.source] += bits(Self.batching)
        return true
    }

    /// The share of a value's holders who are strangers outside both parts.
    private func strangerShare(_ tally: Tally, outside: Double) -> Double {
        let holders = Double(max(1, tally.popularity))
        return min(Double(tally.strangers) / Self.strangerSteps, outside / holders)
    }
}
