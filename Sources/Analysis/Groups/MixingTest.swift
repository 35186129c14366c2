import Casework
import Foundation

/// One operation or two? Likelihood ratio of the two for a pair of groups, source by source.
///
/// One operation deals its cards, devices and sign-ups over its accounts more or less at random, so a value with m
/// holders in both groups bridges them with the chance π = 1 − s^m − (1 − s)^m (s: share of the one group), at
/// least half as often since dealing comes in batches (λ = ½). Two operations share a value only by leak (2 %) or
/// because strangers hold it too (ε). Each value then says log2(p1 / p0) where it bridges and
/// log2((1 − p1) / (1 − p0)) where it does not, with p0 = ε, p1 = ε + (1 − ε) λ π.
///
/// What is owned (means, device, identity) counts up to 6 bits a source. Frames count from −3 to 6: they are
/// the customer's, and a campaign is what is drawn for one customer, whoever opened the accounts; but one customer has
/// several tasks. Software can be had by anybody (−1 to 2). What can be rented or is everybody's (infrastructure,
/// lockstep, sign-up hours) counts from −1 to 2: two operators behind one proxy share it, and a launch day brings
/// strangers together.
///
/// *Batches.* An operation that works in batches deals cards and devices batch by batch: then no value bridges two
/// batches, and that none bridges the parts says nothing. How far a source mixes is read off the parts themselves: its
/// *cohesion* is the chance that two members of a part are connected through values of the source alone (Σ c²/n² over
/// connected components). What a source says against is multiplied by the lesser cohesion of the two parts, a quarter
/// at least. Batches also keep all owned sources apart at once, so that the strongest counts in full, the others a
/// quarter. And since groups are sought where links are dense, a division follows the source that divides best: it is
/// left out where it is the only one against and another owned one speaks for one operation. For one operation, too,
/// rented sources depend on each other: the strongest counts, the others a quarter.
///
/// Source: replaces the threshold on sharing ratios of the method notes, which glued operators by one coincidence
/// or broke operations into pieces when payments were missing. The constants are set by hand; `Outcome.cannotTell`
/// is an answer.
struct MixingTest: Sendable {
    static let batching = 0.5
    static let leak = 0.02
    static let mostOwnedBits = 6.0
    static let mostRentedBits = 2.0
    static let leastRentedBits = -1.0
    static let mostSoftwareBits = 2.0
    /// Frames tie as much as what is owned, but part less: one customer has several tasks.
    static let mostFrameBits = 6.0
    static let leastFrameBits = -3.0
    /// What a source that is dealt batch by batch still says against.
    static let leastCohesion = 0.25
    /// Bits either way that make a decision: odds of 8 to 1.
    static let decisionBits = 3.0
    /// What a further source against counts: batches keep all of them apart together.
    static let dependentShare = 0.25
    /// Bits of what is owned and of frames together from which parts may be joined at all.
    static let tyingBits = 0.5
    /// Bits from which a source speaks.
    static let speakingBits = 2.0
    /// A value more common outside than a quarter of its share inside says nothing.
    static let leastLift = 4.0

    enum Outcome: Sendable { case one, two, cannotTell }

    /// Sources of evidence: the families, with device and software, sign-up and lockstep apart.
    enum Source: Int, CaseIterable, Sendable {
        case means, device, identity, signUp, infrastructure, language, lockstep, template, software

        var isOwned: Bool { rawValue <= Source.identity.rawValue }

        /// Sources whose lack of bridges is weighed by how far they mix inside the parts.
        var isDealt: Bool { isOwned || self == .language }

        var mostBits: Double {
            switch self {
            case .means, .device, .identity: mostOwnedBits
            case .language, .template: mostFrameBits
            case .software: mostSoftwareBits
            case .signUp, .infrastructure, .lockstep: mostRentedBits
            }
        }

        /// Samples are a few of the exchanges: templates that do not meet say nothing.
        var leastBits: Double {
            switch self {
            case .means, .device, .identity: -mostOwnedBits
            case .language: leastFrameBits
            case .template: 0
            case .software, .signUp, .infrastructure, .lockstep: leastRentedBits
            }
        }
    }

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
    fileprivate struct Tally: Hashable, Sendable {
        var source: Int
        var isTemplate: Bool
        var inside: Int32
        var popularity: Int32
    }

    struct Verdict: Sendable {
        var bits: Double
        var bySource: [Double]
        /// Values that bridge the groups.
        var bridges: Int
        /// Whether what is owned and the frames speak for one operation: what is rented or anybody's never joins alone.
        var isTied: Bool

        var outcome: Outcome {
            bits >= MixingTest.decisionBits ? .one : bits <= -MixingTest.decisionBits ? .two : .cannotTell
        }
    }

    let table: IncidenceTable
    private let source: [Source]

    init(_ table: IncidenceTable, kinds: [ArtifactKind]) {
        self.table = table
        source = kinds.map(MixingTest.source)
    }

    private static func source(_ kind: ArtifactKind) -> Source {
        switch kind.family {
        case .means: .means
        case .client: kind.rawValue.hasPrefix("device") ? .device : .software
        case .identity: .identity
        case .infrastructure: .infrastructure
        case .language: kind == .template ? .template : .language
        case .time: kind == .signUp ? .signUp : .lockstep
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
        return counts.sorted { one, two in
            let (left, right) = (one.key, two.key)
            return (left.source, left.isTemplate ? 1 : 0, left.inside, left.popularity)
                < (right.source, right.isTemplate ? 1 : 0, right.inside, right.popularity)
        }
        .map { (tally: $0.key, values: $0.value) }
    }

    private func tally(_ value: Int32, inside: Int32) -> Tally {
        let kind = table.kind[Int(value)]
        return Tally(
            source: source[Int(kind)].rawValue, isTemplate: kind == table.templateKind, inside: inside,
            popularity: table.popularity[Int(value)])
    }

    /// O(values of the part with fewer of them · log of the others), not counting values that say the same: a large part
    /// has many small ones to be compared with.
    func compare(_ first: Part, _ second: Part) -> Verdict {
        let sizes = Sizes(first.profile, second.profile, table)
        var sums = [Double](repeating: 0, count: Source.allCases.count)
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
        for source in Source.allCases where source.isDealt && sums[source.rawValue] < 0 {
            let cohesion = min(first.cohesion[source.rawValue], second.cohesion[source.rawValue])
            sums[source.rawValue] =
                max(source.leastBits, sums[source.rawValue]) * max(Self.leastCohesion, cohesion)
        }
        return verdict(sums, bridges)
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
        to sums: inout [Double]
    ) -> Bool {
        let inside = Double(first + second)
        let (n1, n2, total) = tally.isTemplate ? sizes.sampled : sizes.all
        guard inside > 1, n1 > 0, n2 > 0 else { return false }
        let outside = max(0, Double(tally.popularity) - inside)
        let background = (outside + 0.5) / (total - n1 - n2 + 1)
        guard inside / (n1 + n2) >= Self.leastLift * background else { return false }
        let minor = Double(first) / n1 < Double(second) / n2 ? n1 : n2
        let chance = min(0.9, Self.leak + 1 - exp(-minor * background))
        let share = n1 / (n1 + n2)
        let mixed = 1 - pow(share, inside) - pow(1 - share, inside)
        let ifOne = chance + (1 - chance) * Self.batching * mixed
        let isBridge = first > 0 && second > 0
        sums[tally.source] +=
            times * (isBridge ? log2(ifOne / chance) : log2((1 - ifOne) / (1 - chance)))
        return true
    }

    private func verdict(_ sums: [Double], _ bridges: Int) -> Verdict {
        var clipped = Source.allCases.map { source in
            min(source.mostBits, max(source.leastBits, sums[source.rawValue]))
        }
        // Prompt keys and templates show the same frames: the one that ties more counts.
        let template = clipped[Source.template.rawValue]
        clipped[Source.template.rawValue] = 0
        if template > 0 {
            clipped[Source.language.rawValue] = max(clipped[Source.language.rawValue], template)
        }
        let tied = ownedBits(clipped) + clipped[Source.language.rawValue]
        return Verdict(
            bits: tied + rentedBits(clipped), bySource: clipped, bridges: bridges,
            isTied: tied >= Self.tyingBits)
    }

    /// What is owned: the strongest source against counts in full, the others a quarter.
    private func ownedBits(_ clipped: [Double]) -> Double {
        let owned = clipped[...Source.identity.rawValue]
        let against = owned.filter { $0 < 0 }.sorted()
        var bits = owned.reduce(0, +) - against.dropFirst().reduce(0, +) * (1 - Self.dependentShare)
        let speaking = against.filter { $0 <= -Self.speakingBits }
        if speaking.count == 1, let worst = speaking.first, owned.contains(where: { $0 >= Self.speakingBits })
        {
            bits -= worst
        }
        return bits
    }

    /// What is rented or anybody's: whoever rents one thing together, or comes on one day, does so in several ways, so
    /// the strongest source for one operation counts in full, the others a quarter.
    private func rentedBits(_ clipped: [Double]) -> Double {
        let rented = Source.allCases.filter { !$0.isDealt && $0 != .template }.map { clipped[$0.rawValue] }
        let together = rented.filter { $0 > 0 }.sorted(by: >)
        return rented.reduce(0, +) - together.dropFirst().reduce(0, +) * (1 - Self.dependentShare)
    }
}
