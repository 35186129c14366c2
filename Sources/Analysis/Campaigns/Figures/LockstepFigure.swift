import Foundation

/// How many more pairs of different members act in the same minute than in minutes some way off.
///
/// Signal: a dispatcher spreads work over accounts within seconds. Expected is the greater of the mean at ±10 and
/// ±20 minutes (the group's own busy hours), the mean at ±1, 2, 3 hours (scheduled jobs on the full hour) and the
/// greater at ±1 and 7 days (jobs at the same minute of every day or week).
/// Bits: log2 of observed over expected, at most 5, shrunk by 1 − 2^(−pairs / 8) for few pairs.
/// Innocent: a class told to start, a team on one scheduled job. Source: method notes.
struct LockstepFigure: Sendable, Equatable {
    static let windowSeconds: UInt32 = 60
    static let nearShifts = [10, 20]
    static let hourShifts = [60, 120, 180]
    static let dayShifts = [1440, 7 * 1440]
    static let mostBits = 5.0

    var pairs = 0.0
    var expected = 0.0
    var bits = 0.0

    /// O(exchanges of members, sorted).
    init(_ members: [Int32], _ activity: ActivityColumns) {
        var all: [UInt32] = []
        let families = [Self.nearShifts, Self.hourShifts, Self.dayShifts]
        var own = families.map { [Double](repeating: 0, count: $0.count) }
        for account in members {
            var windows: [UInt32] = []
            for place in activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1] {
                let window = activity.seconds[place] / Self.windowSeconds
                if windows.last != window { windows.append(window) }
            }
            for (row, shifts) in families.enumerated() {
                for (slot, shift) in shifts.enumerated() { own[row][slot] += Self.matches(windows, shift) }
            }
            all += windows
        }
        all.sort()
        let (windows, counts) = Self.counted(all)
        pairs = counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        let shifted = zip(families, own).map { shifts, own in
            zip(shifts, own).map { Self.shifted(windows, counts, $0) - $1 }
        }
        // A shift pairs every two members both ways round; the same minute only once.
        expected = max(Self.mean(shifted[0]), Self.mean(shifted[1]), shifted[2].max() ?? 0) / 2
        guard pairs > 0 else { return }
        let ratio = log2((pairs + 0.5) / (expected + 0.5))
        let shrunk = ratio * (1 - exp2(-pairs / 8))
        bits = shrunk < 1 ? 0 : min(Self.mostBits, shrunk)
    }

    private static func mean(_ list: [Double]) -> Double { list.reduce(0, +) / Double(list.count) }

    private static func counted(_ sorted: [UInt32]) -> ([UInt32], [Double]) {
        var (windows, counts): ([UInt32], [Double]) = ([], [])
        for window in sorted {
            if windows.last == window {
                counts[counts.count - 1] += 1
            } else {
                windows.append(window)
                counts.append(1)
            }
        }
        return (windows, counts)
    }

    /// Windows of one account that are `shift` apart, both counted once forward.
    private static func matches(_ windows: [UInt32], _ shift: Int) -> Double {
        shifted(windows, [Double](repeating: 1, count: windows.count), shift)
    }

    /// Σ over windows of count here · count `shift` windows later, times two where counted both ways is meant.
    private static func shifted(_ windows: [UInt32], _ counts: [Double], _ shift: Int) -> Double {
        var sum = 0.0
        var later = 0
        for place in windows.indices {
            while later < windows.count, Int(windows[later]) < Int(windows[place]) + shift { later += 1 }
            guard later < windows.count else { break }
            if Int(windows[later]) == Int(windows[place]) + shift { sum += counts[place] * counts[later] }
        }
        return sum
    }
}
