/// What the mixing test says of two parts: bits for one operation, above 0, or two.
struct MixingVerdict: Sendable {
    /// Bits either way that make a decision: odds of 8 to 1.
    static let decisionBits = 3.0
    /// What a further source against counts: batches keep all of them apart together.
    static let dependentShare = 0.25
    /// Bits of what is owned and of frames together from which parts may be joined at all.
    static let tyingBits = 0.5
    /// Bits from which a source speaks.
    static let speakingBits = 2.0
    /// Where an owned source and the machines or the minutes speak for one operation, the lack of bridges in the other
    /// owned sources counts no more than this together: it works in batches or it does not, and one in two does (a
    /// choice, see method.md).
    static let batchBits = -1.0

    enum Outcome: Sendable { case one, two, cannotTell }

    /// By source, each within its limits; templates are counted as language.
    let bySource: [Double]
    /// Values that bridge the parts.
    let bridges: Int
    let bits: Double
    /// Whether what is owned and the frames speak for one operation: what is rented or anybody's never joins alone.
    let isTied: Bool

    var outcome: Outcome {
        bits >= Self.decisionBits ? .one : bits <= -Self.decisionBits ? .two : .cannotTell
    }

    /// - Parameter sums: bits by source.
    init(_ sums: [Double], bridges: Int) {
        var clipped = EvidenceSource.allCases.map { $0.clipped(sums[$0.rawValue]) }
        // Prompt keys and templates show the same frames: the one that ties more counts.
        let template = clipped[EvidenceSource.template.rawValue]
        clipped[EvidenceSource.template.rawValue] = 0
        if template > 0 {
            clipped[EvidenceSource.language.rawValue] = max(
                clipped[EvidenceSource.language.rawValue], template)
        }
        bySource = clipped
        self.bridges = bridges
        let tied = Self.tied(clipped)
        bits = tied + Self.rentedBits(clipped)
        isTied = tied >= Self.tyingBits
    }

    /// The bits when any one source is left out: how much hangs on a single kind of evidence.
    var range: ClosedRange<Double> {
        var (low, high) = (bits, bits)
        for source in bySource.indices where bySource[source] != 0 {
            var others = bySource
            others[source] = 0
            let bits = Self.tied(others) + Self.rentedBits(others)
            (low, high) = (min(low, bits), max(high, bits))
        }
        return low...high
    }

    private static func tied(_ clipped: [Double]) -> Double {
        ownedBits(clipped) + clipped[EvidenceSource.language.rawValue]
    }

    /// What is owned: the strongest source against counts in full, the others a quarter; all of them little where
    /// another owned one speaks for one operation that works in batches from the same machines or in the same minutes.
    private static func ownedBits(_ clipped: [Double]) -> Double {
        let owned = clipped[...EvidenceSource.identity.rawValue]
        let together = owned.filter { $0 > 0 }.reduce(0, +)
        let sorted = owned.filter { $0 < 0 }.sorted()
        let rest = sorted.dropFirst().reduce(0, +)
        let against = (sorted.first ?? 0) + rest * dependentShare
        let isBatched =
            owned.contains { $0 >= speakingBits }
            && max(
                clipped[EvidenceSource.infrastructure.rawValue], clipped[EvidenceSource.lockstep.rawValue])
                >= speakingBits
        return together + (isBatched ? max(batchBits, against) : against)
    }

    /// What is rented or anybody's: whoever rents one thing together, or comes on one day, does so in several ways, so
    /// the strongest source for one operation counts in full, the others a quarter.
    private static func rentedBits(_ clipped: [Double]) -> Double {
        let rented = EvidenceSource.allCases.filter { !$0.isDealt && $0 != .template }
            .map { clipped[$0.rawValue] }
        let together = rented.filter { $0 > 0 }.sorted(by: >)
        return rented.reduce(0, +) - together.dropFirst().reduce(0, +) * (1 - dependentShare)
    }
}
