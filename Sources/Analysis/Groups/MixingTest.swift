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
    static let strangerSteps = 8.0
    /// More than sums of bits in another order can differ by.
    private static let rounding = 1e-6

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
    struct Tally: Hashable, Comparable, Sendable {
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

    /// True for values that can tie an account to a group: what is owned, and frames.
    func isOwnedOrFrame(_ value: Int32) -> Bool {
        let source = source[Int(table.kind[Int(value)])]
        return source.isDealt || source == .template
    }

    /// O(incidences of the members, sorted).
    func part(_ members: [Int32]) -> Part { part(members, GroupProfile(members: members, table)) }

    /// Two parts without a member in common as one.
    func part(joining one: Part, _ two: Part) -> Part {
        part((one.members + two.members).sorted(), GroupProfile(joining: one.profile, two.profile))
    }

    private func part(_ members: [Int32], _ profile: GroupProfile) -> Part {
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
    ///
    /// - Parameter forJoining: only parts that may be joined are of interest. Where the values in common cannot tie the
    ///   parts, whatever else they hold, the verdict says no more than that.
    func compare(_ first: Part, _ second: Part, forJoining: Bool = false) -> MixingVerdict {
        let shared = GroupProfile.shared(first.profile, second.profile)
        var pair = PairBits(first.profile, second.profile, table)
        if forJoining, !canTie(shared, pair) {
            return MixingVerdict([Double](repeating: 0, count: EvidenceSource.count), bridges: 0)
        }
        // As if the parts had no value in common …
        for (tally, values) in first.tallies {
            pair.add(values, tally, inFirst: tally.inside, inSecond: 0)
        }
        for (tally, values) in second.tallies {
            pair.add(values, tally, inFirst: 0, inSecond: tally.inside)
        }
        // … and those that they have, put right.
        var bridges = 0
        for (value, one, two) in shared {
            let tally = tally(value, inside: one + two)
            if one > 1 { pair.add(-1, tally, inFirst: one, inSecond: 0) }
            if two > 1 { pair.add(-1, tally, inFirst: 0, inSecond: two) }
            if pair.add(1, tally, inFirst: one, inSecond: two) { bridges += 1 }
        }
        let bits = EvidenceSource.allCases.map { source in
            let cohesion = min(first.cohesion[source.rawValue], second.cohesion[source.rawValue])
            return pair.bits(source, cohesion: cohesion)
        }
        return MixingVerdict(bits, bridges: bridges)
    }

    /// False where the values in common are too few to tie the parts: values that do not bridge only speak against.
    private func canTie(_ shared: [(value: Int32, one: Int32, two: Int32)], _ pair: PairBits) -> Bool {
        var most = pair
        for (value, one, two) in shared {
            most.add(1, tally(value, inside: one + two), inFirst: one, inSecond: two)
        }
        let tied = EvidenceSource.allCases.reduce(0) { sum, source in
            source.isDealt || source == .template ? sum + min(source.mostBits, most.mostBits(source)) : sum
        }
        return tied >= MixingVerdict.tyingBits - Self.rounding
    }
}
