import Casework

/// Synchrony of a group: how many members meet others too often, and how often all of them together do.
///
/// Signal, reason, innocent explanations and null model: see `SynchronyScores`. The p-value is of the pooled
/// group, since ten members with ten meetings each say what none of them says alone: P(Poisson(E/2) ≥ T/2) for T
/// meetings where E are expected, halved because a meeting of two members counts twice; the least of the scales,
/// times their number. It says that chance does not explain the meetings. It does not say how the group was
/// found: where shared moments helped to find it, some surprise is to be expected.
enum SynchronySignal {
    static let leastMembers = 3
    static let level = 0.05

    /// nil with fewer than three members in shared frames. O(members).
    static func find(_ members: [Int32], _ context: SignalContext) -> SignalFinding? {
        let scores = context.synchrony
        let tested = members.filter { scores.isTested(Int($0)) }
        guard tested.count >= leastMembers else { return nil }
        let called = tested.filter { scores.q[Int($0)] <= level }
        let outside = context.synchronous.outside(tested)
        let z = tested.map { scores.z[Int($0)] }.sorted()
        let pooled = pooledTests(tested, scores).min { $0.p < $1.p } ?? Pooled(p: 1, met: 0, expected: 0)
        var finding = SignalFinding(
            kind: .synchrony, value: Double(called.count) / Double(tested.count),
            words: words(called.count, tested.count, outside, pooled, z[z.count / 2], scores.source))
        finding.expected = outside
        finding.pValue = min(1, pooled.p * Double(scores.scans.count))
        finding.innocent =
            "A class told to start, colleagues on one scheduled job, or clients of one product that wake together"
            + " meet like this too."
        finding.concern(called, context.input.accounts)
        let span = context.activeSpan(called.isEmpty ? tested : called)
        finding.span(seconds: span.first, span.last)
        return finding
    }

    private struct Pooled {
        var p: Double
        var met: Double
        var expected: Double
    }

    private static func pooledTests(_ members: [Int32], _ scores: SynchronyScores) -> [Pooled] {
        scores.scans.map { scan in
            let met = members.reduce(0.0) { $0 + Double(scan.tally[Int($1)].met) }
            let expected = members.reduce(0.0) { $0 + scan.tally[Int($1)].expected }
            let p = TailProbability.poisson(atLeast: met / 2, mean: expected / 2)
            return Pooled(p: p, met: met, expected: expected)
        }
    }

    private static func words(
        _ called: Int, _ tested: Int, _ outside: Double, _ pooled: Pooled, _ medianZ: Double,
        _ source: FrameRows.Source
    ) -> String {
        let what =
            switch source {
            case .promptKeys: "in the same prompt frame at the same moment"
            case .templates: "in the same template at the same moment"
            case .timeAlone:
                "at the same moment, whatever they send (a weak test: no prompt frames are known)"
            }
        return
            "\(FigureWords.count(called)) of \(FigureWords.counted(tested, "member")) meet other accounts \(what)"
            + " more often than their volume explains (\(FigureWords.percent(outside)) of other accounts do; median"
            + " z \(FigureWords.number(medianZ))): \(FigureWords.number(pooled.met)) meetings where"
            + " \(FigureWords.number(pooled.expected)) are expected."
    }
}
