import Casework

/// Traffic that moves to a newly released model faster than other accounts'.
///
/// Signal: within a day or a week of a release the members' exchanges go to the new model far more than those of
/// accounts with as much traffic. Why it suggests common control: whoever collects outputs wants the newest model's
/// and can switch all accounts at once; customers test, wait and move one by one. Innocent: an enthusiast's
/// products, an organisation with one configuration, a default that changed, a channel that had the model first.
/// Null model: `MatchedShares`, over all accounts that were active before and after. Two spans, a day and a week: p
/// is doubled. Releases are matched to models by `ModelNames`; those that match none say nothing.
enum ReleasePivotSignal {
    static let leastMembers = 3

    /// One for each release that can be tested, by time. O(members · releases + exchanges in the spans).
    static func find(_ members: [Int32], _ context: SignalContext) -> [SignalFinding] {
        context.releases.enumerated().compactMap { number, release in
            let spans = ModelRelease.spanHours.indices.compactMap { span in
                test(members, release, span, context, seed: context.seed &+ UInt64(number))
            }
            guard let first = spans.first, let best = spans.min(by: { $0.p < $1.p }) else { return nil }
            let p = min(1, best.p * Double(ModelRelease.spanHours.count))
            return finding(first, spans, p: p, release, members, context)
        }
    }

    private struct Test {
        var p: Double
        var hours: Int
        var share: Double
        var expected: Double
        var movers: [Int32]
    }

    private static func test(
        _ members: [Int32], _ release: ModelRelease, _ span: Int, _ context: SignalContext, seed: UInt64
    ) -> Test? {
        let uses = members.compactMap { member in
            release.use(member, span, context.input.activity).map { (member, $0) }
        }
        guard uses.count >= leastMembers,
            let matched = MatchedShares(uses.map(\.1), release.shares[span], seed: seed)
        else { return nil }
        let exchanges = uses.reduce(0) { $0 + $1.1.exchanges }
        let onModel = uses.reduce(0) { $0 + $1.1.onModel }
        return Test(
            p: matched.pValue, hours: ModelRelease.spanHours[span],
            share: Double(onModel) / Double(max(1, exchanges)), expected: matched.expected,
            movers: uses.filter { $0.1.onModel > 0 }.map(\.0))
    }

    private static func finding(
        _ first: Test, _ spans: [Test], p: Double, _ release: ModelRelease, _ members: [Int32],
        _ context: SignalContext
    ) -> SignalFinding {
        let parts = spans.map { test in
            "\(FigureWords.percent(test.share)) within \(test.hours == 24 ? "24 h" : "7 days")"
                + " (accounts with as much traffic: \(FigureWords.percent(test.expected)))"
        }
        let name = String(release.name.prefix(80))
        var finding = SignalFinding(
            kind: .releasePivot, value: first.share,
            words:
                "Of the members' exchanges after the release of \(name), \(parts.joined(separator: " and "))"
                + " went to it.")
        finding.expected = first.expected
        finding.pValue = p
        finding.innocent =
            "Organisations with one configuration, enthusiasts and users of a changed default move at once too."
        finding.concern(spans.max { $0.movers.count < $1.movers.count }?.movers ?? [], context.input.accounts)
        let hours = spans.map(\.hours).max() ?? 0
        finding.span(seconds: release.at, UInt32(clamping: Int(release.at) + hours * 3600))
        return finding
    }
}
