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
/// What is owned (means, client, identity) counts up to 6 bits a source. Frames count from −1 to 6: they are
/// the customer's, and a campaign is what is drawn for one customer, whoever opened the accounts. What can be rented
/// or is everybody's (infrastructure, lockstep, sign-up hours) counts from −1 to 2: two operators behind one proxy
/// share it, and a launch day brings strangers together.
/// An operation that works in batches deals cards, devices and sign-ups batch by batch, so that one cause keeps all
/// owned sources apart at once: the strongest source against counts in full, the others a quarter. And since groups
/// are sought where links are dense, a division follows the source that divides best: it is left out where it is
/// the only one against and another owned one speaks for one operation.
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
    /// Frames tie as much as what is owned, but part little: one customer has several tasks.
    static let mostFrameBits = 6.0
    /// Bits either way that make a decision: odds of 8 to 1.
    static let decisionBits = 3.0
    /// What a further source against counts: batches keep all of them apart together.
    static let dependentShare = 0.25
    /// Bits from which a source speaks.
    static let speakingBits = 2.0
    /// A value more common outside than a quarter of its share inside says nothing.
    static let leastLift = 4.0

    enum Outcome: Sendable { case one, two, cannotTell }

    /// Sources of evidence: the families, with sign-up and lockstep apart.
    enum Source: Int, CaseIterable, Sendable {
        case means, client, identity, signUp, infrastructure, language, lockstep, template

        var isOwned: Bool { rawValue <= Source.identity.rawValue }

        var mostBits: Double {
            if isOwned { return mostOwnedBits }
            return self == .language || self == .template ? mostFrameBits : mostRentedBits
        }

        /// Samples are a few of the exchanges: templates that do not meet say nothing.
        var leastBits: Double { isOwned ? -mostOwnedBits : self == .template ? 0 : leastRentedBits }
    }

    struct Verdict: Sendable {
        var bits: Double
        var bySource: [Double]
        /// Values that bridge the groups.
        var bridges: Int

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
        case .client: .client
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

    /// O(values of both groups).
    func compare(_ one: GroupProfile, _ two: GroupProfile) -> Verdict {
        var sums = [Double](repeating: 0, count: Source.allCases.count)
        var bridges = 0
        GroupProfile.walk(one, two) { value, first, second in
            let inside = Double(first + second)
            let (n1, n2) = (one.size(seeing: value, table), two.size(seeing: value, table))
            guard inside > 1, n1 > 0, n2 > 0 else { return }
            let total = table.population(of: table.kind[Int(value)])
            let background = (table.outside(Int(value), inside: inside) + 0.5) / (total - n1 - n2 + 1)
            guard inside / (n1 + n2) >= Self.leastLift * background else { return }
            let minor = Double(first) / n1 < Double(second) / n2 ? n1 : n2
            let chance = min(0.9, Self.leak + 1 - exp(-minor * background))
            let share = n1 / (n1 + n2)
            let mixed = 1 - pow(share, inside) - pow(1 - share, inside)
            let ifOne = chance + (1 - chance) * Self.batching * mixed
            let isBridge = first > 0 && second > 0
            if isBridge { bridges += 1 }
            sums[source[Int(table.kind[Int(value)])].rawValue] +=
                isBridge ? log2(ifOne / chance) : log2((1 - ifOne) / (1 - chance))
        }
        return verdict(sums, bridges)
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
        let owned = clipped[...Source.identity.rawValue]
        var bits = clipped.reduce(0, +)
        let against = owned.filter { $0 < 0 }.sorted()
        bits -= against.dropFirst().reduce(0, +) * (1 - Self.dependentShare)
        let speaking = against.filter { $0 <= -Self.speakingBits }
        if speaking.count == 1, let worst = speaking.first, owned.contains(where: { $0 >= Self.speakingBits })
        {
            bits -= worst
        }
        return Verdict(bits: bits, bySource: clipped, bridges: bridges)
    }
}
