import Casework

/// Members that take turns like the backends of a load balancer.
///
/// Signal: in the merged sequence of the members' exchanges the same account follows itself less often than in a
/// random order of the same turns, and waits for the same number of others more often than its own rhythm makes
/// it. Why it suggests common control: whoever deals requests out in turn holds all the accounts; separate
/// customers come in bouts and follow themselves more often. Innocent: an organisation that spreads its own load
/// over its keys. Null models: `SelfSuccession` (order of turns within the hour, every account's volume kept) and
/// `TurnRegularity` (accounts moved against each other, every account's pauses kept); both have to reject, so p
/// is the greater. Polling timers and people waiting for answers pass the first and fail the second. Tested on all
/// exchanges and on the commonest frame (a proxy mixes jobs with other customers' traffic); p is doubled for it.
///
/// Dealing at random leaves no turns and is not found. Blocks are hours, or days where hours hold too little.
enum LoadBalancingSignal {
    static let leastMembers = 3
    static let level = 0.05
    /// Fewer self-successions than this in a random order, and none at all would say little.
    static let leastExpected = 5.0
    static let blockSeconds: [UInt32] = [3600, 86_400]

    /// nil where there are too few turns to tell. O(exchanges of members, sorted).
    static func find(_ members: [Int32], _ context: SignalContext) -> SignalFinding? {
        guard members.count >= leastMembers else { return nil }
        for block in blockSeconds {
            let all = TurnSequence(
                members, context.input.activity, blockSeconds: block, seed: context.seed)
            let variants = [all, all.onCommonestFrame(blockSeconds: block)].compactMap { $0 }
            let tests = variants.enumerated().compactMap {
                test($1, isOneFrame: $0 > 0, blockSeconds: block, seed: context.seed)
            }
            guard let best = tests.min(by: { $0.p < $1.p }) else { continue }
            return finding(best, p: min(1, best.p * Double(variants.count)), members, context)
        }
        return nil
    }

    private struct Test {
        var p: Double
        var succession: SelfSuccession
        var regularity: TurnRegularity?
        var isOneFrame: Bool
    }

    private static func test(
        _ sequence: TurnSequence, isOneFrame: Bool, blockSeconds: UInt32, seed: UInt64
    ) -> Test? {
        let succession = SelfSuccession(sequence)
        guard succession.expected >= leastExpected else { return nil }
        var test = Test(p: 1, succession: succession, isOneFrame: isOneFrame)
        guard succession.pValue <= level else { return test }
        guard let regularity = TurnRegularity(sequence, blockSeconds: blockSeconds, seed: seed) else {
            return nil
        }
        test.p = max(succession.pValue, regularity.pValue)
        test.regularity = regularity
        return test
    }

    private static func finding(
        _ test: Test, p: Double, _ members: [Int32], _ context: SignalContext
    ) -> SignalFinding {
        let turns = Double(max(1, test.succession.turns))
        var words =
            "An account follows itself in \(FigureWords.percent(test.succession.observed / turns)) of"
            + " \(FigureWords.count(test.succession.turns)) turns"
            + (test.isOneFrame ? " on the commonest frame" : "")
            + "; a random order gives \(FigureWords.percent(test.succession.expected / turns))"
        if let regularity = test.regularity {
            words +=
                "; it waits for its usual number of others in \(FigureWords.percent(regularity.value)) of gaps, in"
                + " \(FigureWords.percent(regularity.expected)) when accounts are moved against each other"
        }
        var finding = SignalFinding(
            kind: .loadBalancing, value: test.succession.observed / turns, words: words + ".")
        finding.expected = test.succession.expected / turns
        finding.pValue = p
        finding.innocent =
            "An organisation that spreads the load of its own product over several keys takes turns as well."
        finding.concern(members, context.input.accounts)
        let span = context.activeSpan(members)
        finding.span(seconds: span.first, span.last)
        return finding
    }
}
