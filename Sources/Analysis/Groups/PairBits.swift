import Foundation

/// What values say for and against one pair of parts, summed by source; the formula stands at `MixingTest`.
struct PairBits {
    /// Bits by source, as if the source were dealt at random and as if batch by batch.
    private var dealt = [Double](repeating: 0, count: EvidenceSource.count)
    private var batched = [Double](repeating: 0, count: EvidenceSource.count)
    /// Members of both parts that could have been seen to hold a value, and the population: in all, and of templates.
    private let all: Counts
    private let sampled: Counts
    /// By holders inside: the chance that a value dealt at random is in both parts; below 0 where not worked out yet.
    private var meeting = [Double](repeating: -1, count: 2 * mostKept)

    private struct Counts {
        let one: Double
        let two: Double
        let total: Double
    }

    /// Holders up to which the chance of being in both parts is worked out once.
    private static let mostKept = 32

    init(_ one: GroupProfile, _ two: GroupProfile, _ table: IncidenceTable) {
        all = Counts(one: Double(one.size), two: Double(two.size), total: table.coverage.population)
        sampled = Counts(
            one: Double(one.sampled), two: Double(two.sampled), total: table.coverage.sampledPopulation)
    }

    /// Adds so many times what a value says that is held by so many of each part; false where it says nothing.
    @discardableResult
    mutating func add(
        _ times: Double, _ tally: MixingTest.Tally, inFirst first: Int32, inSecond second: Int32
    ) -> Bool {
        let inside = Double(first + second)
        let counts = tally.isTemplate ? sampled : all
        let (n1, n2) = (counts.one, counts.two)
        guard inside > 1, n1 > 0, n2 > 0 else { return false }
        let outside = max(0, Double(tally.popularity) - inside)
        let background = (outside + 0.5) / (counts.total - n1 - n2 + 1)
        guard inside / (n1 + n2) >= MixingTest.leastLift * background else { return false }
        let minor = Double(first) / n1 < Double(second) / n2 ? n1 : n2
        let chance = min(
            0.9,
            max(
                MixingTest.leak + 1 - exp(-minor * background), Self.strangerShare(tally, outside: outside)))
        let meeting = meeting(Int(first + second), isTemplate: tally.isTemplate, share: n1 / (n1 + n2))
        let mixed = (1 - chance) * meeting
        let isBridge = first > 0 && second > 0
        func bits(_ rate: Double) -> Double {
            let ifOne = chance + rate * mixed
            return times * (isBridge ? log2(ifOne / chance) : log2((1 - ifOne) / (1 - chance)))
        }
        dealt[tally.source] += bits(MixingTest.dealing)
        batched[tally.source] += bits(MixingTest.batching)
        return true
    }

    private mutating func meeting(_ inside: Int, isTemplate: Bool, share: Double) -> Double {
        let place = isTemplate ? inside + Self.mostKept : inside
        if inside < Self.mostKept, meeting[place] >= 0 { return meeting[place] }
        let chance = 1 - pow(share, Double(inside)) - pow(1 - share, Double(inside))
        if inside < Self.mostKept { meeting[place] = chance }
        return chance
    }

    /// The share of a value's holders who are strangers outside both parts.
    private static func strangerShare(_ tally: MixingTest.Tally, outside: Double) -> Double {
        let holders = Double(max(1, tally.popularity))
        return min(Double(tally.strangers) / MixingTest.strangerSteps, outside / holders)
    }

    /// log2 of the mean likelihood ratio over both cases; of what is not dealt by an operator, the first.
    func bits(_ source: EvidenceSource, cohesion: Double) -> Double {
        let (dealt, batched) = (dealt[source.rawValue], batched[source.rawValue])
        guard source.isDealt else { return dealt }
        let share = min(max(cohesion, MixingTest.cohesions.lowerBound), MixingTest.cohesions.upperBound)
        let most = max(dealt, batched)
        return most + log2(share * exp2(dealt - most) + (1 - share) * exp2(batched - most))
    }

    /// The most that `bits` can be, whatever the cohesion.
    func mostBits(_ source: EvidenceSource) -> Double {
        max(dealt[source.rawValue], batched[source.rawValue])
    }
}
