import Casework

/// Windows of time in which more accounts were created than the population's own rate explains.
///
/// A window begins with a creation and looks at how many others follow within it. Those are held against the same
/// clock time on other days (one, two, three and seven days off on both sides: the rate of the hour and the
/// weekday), against the hours before and against the hours after (launch days are at their own level). At equal
/// rates the others that fall into the window, of all that fall into it and its comparison, are binomial with the
/// window's share of the time: exact however small the counts (Przyborowski and Wilenski, Biometrika 31, 1940). p
/// is the greatest of the three. That a window begins with a creation does not bias the others (Slivnyak's theorem).
/// The scan statistic over all windows of four lengths is corrected by Benjamini and Hochberg.
struct SignUpScan: Sendable {
    struct Window: Sendable, Hashable {
        /// Milliseconds since 1970, of the first and the last creation in it.
        var from: Int64
        var to: Int64
        /// Creations, the first included, and how many the rate gives.
        var count: Int
        var expected: Double
        var p: Double
        var q: Double
    }

    /// Lengths, and how many windows are compared on each side, from the second on, since a burst may straddle the
    /// first: the more the better a rate is known, but hardly beyond half a day, which a launch lasts at least.
    static let lengths: [(minutes: Int64, aside: Int64)] = [(10, 18), (30, 12), (60, 8), (180, 3)]
    static let dayShifts: [Int64] = [-7, -3, -2, -1, 1, 2, 3, 7]
    static let leastAccounts = 4
    /// Rates of sign-up vary from day to day by more than Poisson's law has it; less than this is never a burst.
    static let leastRatio = 2.0
    static let level = 0.05

    /// Windows at or under the level, by time.
    private(set) var windows: [Window] = []

    /// - Parameter times: of all creations, ascending, in milliseconds since 1970.
    ///
    /// O(times · lengths · shifts).
    init(_ times: [Int64]) {
        let resolution = Self.resolution(times)
        var tests = 0
        for length in Self.lengths where length.minutes * 60_000 > 2 * resolution {
            let scan = Self.scan(times, length.minutes * 60_000, aside: length.aside)
            windows += scan.windows
            tests += scan.tests
        }
        let q = FalseDiscovery.adjust(windows.map(\.p), among: tests)
        for place in windows.indices { windows[place].q = q[place] }
        windows = windows.filter { $0.q <= Self.level }
        windows.sort { ($0.from, $0.to, $0.q) < ($1.from, $1.to, $1.q) }
    }

    /// Length that nine in ten times are a multiple of, in milliseconds: sources that log days or hours have no
    /// bursts to show within them.
    static func resolution(_ times: [Int64]) -> Int64 {
        let units: [Int64] = [86_400_000, 3_600_000, 60_000]
        return units.first { unit in 10 * times.count { $0 % unit == 0 } >= 9 * times.count } ?? 1000
    }

    /// The windows that could be bursts, and how many there were; q is not set yet. Those with too few accounts
    /// or too small a ratio count as tests with p = 1.
    private static func scan(_ times: [Int64], _ length: Int64, aside: Int64) -> (
        windows: [Window], tests: Int
    ) {
        var inside = SlidingCount(times, from: 0, to: length)
        var comparisons = [
            Comparison(dayShifts.map { SlidingCount(times, from: $0 * day, to: $0 * day + length) }, times),
            Comparison([SlidingCount(times, from: -(aside + 1) * length, to: -length)], times),
            Comparison([SlidingCount(times, from: 2 * length, to: (aside + 2) * length)], times),
        ]
        var (windows, tests) = ([Window](), 0)
        for place in times.indices {
            let others = inside.count(at: place) - 1
            var expected = -1.0
            for index in comparisons.indices {
                expected = max(expected, comparisons[index].expect(place, times[place], length))
            }
            guard expected >= 0 else { continue }
            tests += 1
            guard others + 1 >= leastAccounts, Double(others) >= leastRatio * expected else { continue }
            let p = comparisons.map { $0.pValue(others, length) }.max() ?? 1
            windows.append(
                Window(
                    from: times[place], to: times[inside.end - 1], count: others + 1, expected: expected,
                    p: p,
                    q: 1))
        }
        return (windows, tests)
    }

    private static let day: Int64 = 86_400_000
}

/// Creations in several windows beside one, and how much of their time lies within the case.
private struct Comparison {
    private var counts: [SlidingCount]
    private let first: Int64
    private let last: Int64
    private var count = 0
    private var time = 0.0

    init(_ counts: [SlidingCount], _ times: [Int64]) {
        self.counts = counts
        first = times.first ?? 0
        last = times.last ?? 0
    }

    /// Looks at the windows beside one; gives what their rate makes of its length, -1 where nothing is in sight.
    mutating func expect(_ place: Int, _ at: Int64, _ length: Int64) -> Double {
        (count, time) = (0, 0)
        for index in counts.indices {
            count += counts[index].count(at: place)
            time += Double(
                max(0, min(last, at + counts[index].to) - max(first, at + counts[index].from)))
        }
        return time > 0 ? Double(count) * Double(length) / time : -1
    }

    /// 0 where nothing is in sight.
    func pValue(_ others: Int, _ length: Int64) -> Double {
        guard time > 0 else { return 0 }
        let share = Double(length) / (Double(length) + time)
        return TailProbability.binomial(atLeast: others, of: others + count, chance: share)
    }
}

/// How many of the times lie in `[t + from, t + to]`, for t going up the list. O(1) on average.
private struct SlidingCount {
    private let times: [Int64]
    let from: Int64
    let to: Int64
    private var low = 0
    private var high = 0

    /// Place behind the last time counted.
    var end: Int { high }

    init(_ times: [Int64], from: Int64, to: Int64) { (self.times, self.from, self.to) = (times, from, to) }

    mutating func count(at place: Int) -> Int {
        let at = times[place]
        while low < times.count, times[low] < at + from { low += 1 }
        if high < low { high = low }
        while high < times.count, times[high] <= at + to { high += 1 }
        return high - low
    }
}
