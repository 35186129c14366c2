import Foundation

/// For every account, in how many of its cells it met others, and in how many it would have by chance.
///
/// A cell is a frame and a bucket of `bucketSeconds`; an account is in it or not, however often it sends. Inside
/// a window of `windowSeconds`, the null deals every account's buckets anew, independently of the others, as
/// many as it has there. An account with n of the K buckets then leaves a given one empty with chance 1 − n/K, so
///
///     P(a meets nobody) = Π over b ≠ a of (1 − n_b / K)
///
/// which counts the frame's own rate at that time and the account's own volume exactly. Two corrections make the
/// null wider. The exponent is multiplied by the frame's share, over all other windows, of that place within the
/// hour (jobs that run on the full hour keep to their own level), drawn towards an even hour by
/// `evenHourPresences`. And the rate is taken `rateMargin` higher, since no rate is even inside a window.
/// Source: interval jitter (Amarasingham et al., J. Neurophysiol. 107, 2012), with the expectation written out.
struct SynchronyScan: Sendable {
    struct Scale: Sendable, Hashable {
        var bucketSeconds: Int
        /// Divides the hour.
        var windowSeconds: Int
    }

    /// One account's cells, those with others too, and the expectation and variance of the latter.
    struct Tally: Sendable, Hashable {
        var cells: UInt32 = 0
        var met: UInt32 = 0
        var expected = 0.0
        var variance = 0.0

        mutating func add(_ other: Tally) {
            cells &+= other.cells
            met &+= other.met
            expected += other.expected
            variance += other.variance
        }
    }

    static let evenHourPresences = 16.0
    static let rateMargin = 1.1

    let scale: Scale
    /// By account.
    private(set) var tally: [Tally]

    /// One scan for each scale, beside each other. O(rows · scales), with no sorting; 24 bytes an account and scale,
    /// and for each scale in hand 16 bytes a row of the largest frame.
    static func all(_ frames: FrameRows, scales: [Scale]) -> [SynchronyScan] {
        inParallel(scales.count) { SynchronyScan(frames, scale: scales[$0]) }
    }

    private init(_ frames: FrameRows, scale: Scale) {
        self.scale = scale
        tally = [Tally](repeating: Tally(), count: frames.accounts)
        var pass = FramePass(scale: scale)
        var frame = LocalFrame(accounts: frames.accounts)
        for number in 0..<frames.frames {
            frame.read(frames.rows, frames.offsets[number]..<frames.offsets[number + 1])
            pass.run(frame)
            add(frame.accounts, pass.tally)
        }
    }

    private mutating func add(_ accounts: [UInt32], _ tallies: [Tally]) {
        for (account, own) in zip(accounts, tallies) { tally[Int(account)].add(own) }
    }
}

/// The rows of one frame with its accounts numbered from 0.
private struct LocalFrame {
    /// Second in the upper half, place of the account in `accounts` in the lower; ascending by second.
    private(set) var rows: [UInt64] = []
    private(set) var accounts: [UInt32] = []
    /// By account: its place, and the frame that it holds for.
    private var place: [(frame: UInt32, place: UInt32)]
    private var frame: UInt32 = 0

    init(accounts: Int) { place = Array(repeating: (0, 0), count: accounts) }

    mutating func read(_ all: [UInt64], _ range: Range<Int>) {
        frame &+= 1
        rows.removeAll(keepingCapacity: true)
        accounts.removeAll(keepingCapacity: true)
        for row in all[range] {
            let account = UInt32(truncatingIfNeeded: row)
            if place[Int(account)].frame != frame {
                place[Int(account)] = (frame, UInt32(accounts.count))
                accounts.append(account)
            }
            rows.append(row & ~0xFFFF_FFFF | UInt64(place[Int(account)].place))
        }
    }
}

/// One frame at one scale. Buffers are used again for every frame.
private struct FramePass {
    private struct State {
        /// Number of the cell and of the window that the account was seen in last.
        var cell: UInt32 = 0
        var window: UInt32 = 0
        /// Its buckets in that window.
        var buckets: UInt32 = 0
    }

    private let bucketSeconds: UInt64
    private let buckets: Int
    private let bucketsAnHour: UInt64
    /// ln(1 − n / K) by n; the last is kept finite.
    private let logFree: [Double]
    /// By place of the account in the frame.
    private(set) var tally: [SynchronyScan.Tally] = []
    private var states: [State] = []
    /// Bucket in the upper half, account in the lower; each pair once, buckets ascending.
    private var presences: [UInt64] = []
    /// Presences by place within the hour, over all hours of the frame, and by window within the hour.
    private var byPlace: [Int]
    private var touched: [Int] = []
    private var bySegment: [Int]

    init(scale: SynchronyScan.Scale) {
        bucketSeconds = UInt64(scale.bucketSeconds)
        buckets = scale.windowSeconds / scale.bucketSeconds
        bucketsAnHour = UInt64(3600 / scale.bucketSeconds)
        byPlace = [Int](repeating: 0, count: 3600 / scale.bucketSeconds)
        bySegment = [Int](repeating: 0, count: 3600 / scale.windowSeconds)
        let count = Double(buckets)
        logFree = (0...buckets).map { log1p(-min(Double($0), count - 0.5) / count) }
    }

    /// O(rows).
    mutating func run(_ frame: LocalFrame) {
        clear(accounts: frame.accounts.count)
        readPresences(frame.rows)
        var (start, window) = (0, UInt32(0))
        while start < presences.count {
            let number = (presences[start] >> 32) / UInt64(buckets)
            var end = start + 1
            while end < presences.count, (presences[end] >> 32) / UInt64(buckets) == number { end += 1 }
            window += 1
            if end - start == 1 {
                // Nobody else is near: nothing to meet and nothing to expect.
                tally[Int(UInt32(truncatingIfNeeded: presences[start]))].cells += 1
            } else {
                scan(start..<end, logNobody: weigh(start..<end, window))
            }
            start = end
        }
    }

    private mutating func clear(accounts: Int) {
        presences.removeAll(keepingCapacity: true)
        tally.removeAll(keepingCapacity: true)
        states.removeAll(keepingCapacity: true)
        for _ in 0..<accounts {
            tally.append(SynchronyScan.Tally())
            states.append(State())
        }
        for place in touched { byPlace[place] = 0 }
        touched.removeAll(keepingCapacity: true)
        for segment in bySegment.indices { bySegment[segment] = 0 }
    }

    private mutating func readPresences(_ rows: [UInt64]) {
        var (last, cell) = (UInt64.max, UInt32(0))
        for row in rows {
            let bucket = (row >> 32) / bucketSeconds
            if bucket != last {
                cell += 1
                last = bucket
            }
            let account = Int(UInt32(truncatingIfNeeded: row))
            guard states[account].cell != cell else { continue }
            states[account].cell = cell
            presences.append(bucket << 32 | UInt64(account))
            let place = Int(bucket % bucketsAnHour)
            if byPlace[place] == 0 { touched.append(place) }
            byPlace[place] += 1
            bySegment[place / buckets] += 1
        }
    }

    /// Counts the accounts' buckets in one window; gives ln P(nobody in a bucket).
    private mutating func weigh(_ range: Range<Int>, _ window: UInt32) -> Double {
        var logNobody = 0.0
        for place in range {
            let account = Int(UInt32(truncatingIfNeeded: presences[place]))
            if states[account].window != window {
                states[account].window = window
                states[account].buckets = 0
            }
            let count = Int(states[account].buckets)
            states[account].buckets += 1
            logNobody += logFree[count + 1] - logFree[count]
        }
        return logNobody
    }

    /// Adds one window, cell by cell.
    private mutating func scan(_ window: Range<Int>, logNobody: Double) {
        var start = window.lowerBound
        while start < window.upperBound {
            let bucket = presences[start] >> 32
            var end = start + 1
            while end < window.upperBound, presences[end] >> 32 == bucket { end += 1 }
            let ratio = hourRatio(bucket, inCell: end - start, inWindow: window.count)
            for place in start..<end {
                let account = Int(UInt32(truncatingIfNeeded: presences[place]))
                let logAlone = min(0, logNobody - logFree[Int(states[account].buckets)])
                let chance = -expm1(logAlone * ratio * SynchronyScan.rateMargin)
                tally[account].cells += 1
                if end - start > 1 { tally[account].met += 1 }
                tally[account].expected += chance
                tally[account].variance += chance * (1 - chance)
            }
            start = end
        }
    }

    /// How much busier this place within the hour is in other hours than its surroundings.
    private func hourRatio(_ bucket: UInt64, inCell: Int, inWindow: Int) -> Double {
        let place = Int(bucket % bucketsAnHour)
        let here = Double(byPlace[place] - inCell)
        let around = Double(bySegment[place / buckets] - inWindow) / Double(buckets)
        return (here + SynchronyScan.evenHourPresences) / (around + SynchronyScan.evenHourPresences)
    }
}
