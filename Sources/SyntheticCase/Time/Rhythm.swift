/// When in the day and the week somebody acts.
struct Rhythm: Sendable {
    /// Whole hours from UTC.
    var offset: Int
    /// Relative weight of each local hour; the largest is 1.
    var hours: [Double]
    /// Weight of a Saturday or Sunday against a working day.
    var weekend: Double

    static let flat = Rhythm(offset: 0, hours: Array(repeating: 1, count: 24), weekend: 1)

    static func office(offset: Int) -> Rhythm {
        Rhythm(offset: offset, hours: hours(peaks: 8...17, shoulder: 0.15, night: 0.005), weekend: 0.06)
    }

    static func longOffice(offset: Int) -> Rhythm {
        Rhythm(offset: offset, hours: hours(peaks: 9...20, shoulder: 0.3, night: 0.03), weekend: 0.45)
    }

    static func evenings(offset: Int) -> Rhythm {
        Rhythm(offset: offset, hours: hours(peaks: 17...22, shoulder: 0.35, night: 0.04), weekend: 1)
    }

    static func student(offset: Int) -> Rhythm {
        Rhythm(offset: offset, hours: hours(peaks: 13...23, shoulder: 0.4, night: 0.1), weekend: 0.7)
    }

    /// A person's own version: an early bird or an owl, a week of their own.
    func personal(_ random: inout SeededRandom) -> Rhythm {
        let shift = random.between(-2...2)
        let moved = (0..<24).map { hours[($0 - shift + 24) % 24] }
        return Rhythm(offset: offset, hours: moved, weekend: min(1, weekend * (0.5 + random.unit())))
    }

    /// A moment of `span` drawn in proportion to the weights (rejection; a few draws on average).
    func instant(in span: Range<Instant>, _ random: inout SeededRandom) -> Instant {
        let length = max(1, span.upperBound - span.lowerBound)
        var moment = span.lowerBound + random.below(length)
        for _ in 0..<200 {
            if random.chance(weight(at: moment)) { return moment }
            moment = span.lowerBound + random.below(length)
        }
        return moment
    }

    private func weight(at moment: Instant) -> Double {
        hours[moment.hour(offset: offset)] * (moment.isWeekend(offset: offset) ? weekend : 1)
    }

    /// Peak hours weigh 1, the two hours beside them `shoulder`, waking hours half of that, the rest `night`.
    private static func hours(peaks: ClosedRange<Int>, shoulder: Double, night: Double) -> [Double] {
        (0..<24).map { hour in
            if peaks.contains(hour) { return 1 }
            if (peaks.lowerBound - 2...peaks.upperBound + 2).contains(hour) { return shoulder }
            return (7...23).contains(hour) ? max(shoulder / 2, night) : night
        }
    }
}
