import Casework
import Foundation

/// How surprisingly often each account meets others in the same frame at the same moment.
///
/// Signal: a dispatcher sends one job through many accounts, so they act within seconds of each other, again and
/// again. Why it suggests common control: independent customers of one frame meet as often as its rate and their
/// own volume make them, and no more. Innocent: a class told to start, colleagues on one scheduled job, a product
/// whose clients wake together, retries after an outage. Null model: `SynchronyScan`; heavy customers, launch days
/// and full-hour jobs are at their own level in it.
///
/// Three scales. One second is what the columns resolve, and all that is left where a frame is sent several times
/// a second; ten seconds hold one dispatch with its queueing; sixty hold a worker that waits for answers. The
/// windows (a minute, ten, twenty) are long enough to hold twenty buckets and more, and short enough that a
/// launch-day's rate changes little within. p is the least of the three scales, times three (Bonferroni); at each
/// it is P(Bin(cells, mean chance) ≥ met), a bound on the tail of the sum of unequal chances (Hoeffding 1956).
/// q is by Benjamini and Hochberg over all accounts that have a cell.
///
/// Without prompt keys and templates all exchanges count as one frame: that has power only in small or quiet
/// cases, since in a busy second everybody meets somebody; `source` tells.
struct SynchronyScores: Sendable {
    static let scales = [
        SynchronyScan.Scale(bucketSeconds: 1, windowSeconds: 60),
        SynchronyScan.Scale(bucketSeconds: 10, windowSeconds: 600),
        SynchronyScan.Scale(bucketSeconds: 60, windowSeconds: 1200),
    ]

    let source: FrameRows.Source
    /// One for each of `scales`.
    let scans: [SynchronyScan]
    /// By account; z, p and windows are those of the most surprising scale. 0, 1, 1, 0 without a shared frame.
    private(set) var z: [Double]
    private(set) var p: [Double]
    private(set) var q: [Double]
    /// Cells in which the account met others.
    private(set) var windows: [UInt32]
    /// How the scores behave where there is no synchrony by construction; nil where there is too little to tell.
    let calibration: SynchronyCalibration?

    static func find(_ input: AnalysisInput, seed: UInt64) -> SynchronyScores {
        SynchronyScores(FrameRows(input), seed: seed)
    }

    /// O(rows · scales).
    init(_ frames: FrameRows, seed: UInt64) {
        source = frames.source
        scans = SynchronyScan.all(frames, scales: Self.scales)
        calibration = SynchronyCalibration(frames, scale: Self.scales[1], seed: seed)
        z = [Double](repeating: 0, count: frames.accounts)
        p = [Double](repeating: 1, count: frames.accounts)
        q = p
        windows = [UInt32](repeating: 0, count: frames.accounts)
        for account in 0..<frames.accounts where isTested(account) { score(account) }
        let tested = p.indices.filter { isTested($0) }
        for (account, value) in zip(tested, FalseDiscovery.adjust(tested.map { p[$0] })) {
            q[account] = value
        }
    }

    /// Whether the account ever used a frame that others use.
    func isTested(_ account: Int) -> Bool { scans[0].tally[account].cells > 0 }

    private mutating func score(_ account: Int) {
        var best = 2.0
        for scan in scans {
            let value = scan.pValue(account)
            guard value < best else { continue }
            best = value
            z[account] = scan.zScore(account)
            windows[account] = scan.tally[account].met
        }
        p[account] = min(1, best * Double(scans.count))
    }
}

extension SynchronyScan {
    /// P(so many meetings or more); 1 without a cell.
    func pValue(_ account: Int) -> Double {
        let own = tally[account]
        guard own.cells > 0 else { return 1 }
        return TailProbability.binomial(
            atLeast: Int(own.met), of: Int(own.cells), chance: min(1, own.expected / Double(own.cells)))
    }

    /// Standard deviations above expectation; 0 where nothing can vary.
    func zScore(_ account: Int) -> Double {
        let own = tally[account]
        guard own.variance > 1e-12 else { return 0 }
        return (Double(own.met) - own.expected) / own.variance.squareRoot()
    }
}
