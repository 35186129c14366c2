import Casework

/// Members that begin soon after others were closed, and take up what those used.
///
/// Signal: within hours of a ban another account of the group begins to act and sends the same frames, or comes
/// from the same addresses, or pays with the same means. Why it suggests common control: whoever lost the account
/// needs another. Innocent: people open a new account after losing one; a campaign of sign-ups may fall on a day of
/// bans. Null models, both of which have to reject (p is the greater): all closures moved round the group's time
/// by one random step (999 steps; stopped at 20 as good, Besag and Clifford 1991), which keeps bans in waves and
/// arrivals in batches; and the share of other accounts' arrivals in the same hours after these closures (binomial),
/// so that a busy day of sign-ups is no replacement. Two spans, 12 and 72 hours: p is doubled. Closures without a
/// time are not used.
enum ReplacementSignal {
    static let spanHours: [Int64] = [12, 72]
    static let leastClosures = 2
    static let leastArrivals = 3
    static let shifts = 999
    static let mostExceeding = 20
    /// Arrivals that the shifts are tried on: enough for a share to within a few percent.
    static let mostTried = 400

    /// nil where there is too little. O(holdings of members, sorted; shifts · arrivals tried · log members).
    static func find(_ members: [Int32], _ context: SignalContext) -> SignalFinding? {
        let successions = Successions(members, context)
        guard successions.bans.count >= leastClosures, successions.arrivals.count >= leastArrivals else {
            return nil
        }
        let tests = spanHours.compactMap { test(successions, $0 * 3_600_000, context) }
        guard let best = tests.min(by: { $0.p < $1.p }) else { return nil }
        return finding(best, p: min(1, best.p * Double(spanHours.count)), successions, context)
    }

    private struct Test {
        var p: Double
        var span: Int64
        var takers: [(account: Int32, time: Int64, delay: Int64)]
        var expected: Double
    }

    private static func test(_ successions: Successions, _ span: Int64, _ context: SignalContext) -> Test? {
        let times = successions.arrivals.map(\.time)
        guard let first = (times + successions.bans).min(), let last = (times + successions.bans).max(),
            last - first > 2 * span
        else { return nil }
        let takers = successions.arrivals.compactMap { arrival in
            successions.lastClosure(arrival, from: arrival.time - span - 1, to: arrival.time)
                .map { (account: arrival.account, time: arrival.time, delay: arrival.time - $0) }
        }
        guard !takers.isEmpty else { return Test(p: 1, span: span, takers: [], expected: 0) }
        let null = shifted(successions, span, first..<last + 1, seed: context.seed)
        let others = amongOthers(successions, span, context)
        return Test(p: max(null.p, others), span: span, takers: takers, expected: null.expected)
    }

    /// The shift null: p, and the takers to be expected among all arrivals.
    private static func shifted(
        _ successions: Successions, _ span: Int64, _ period: Range<Int64>, seed: UInt64
    ) -> (p: Double, expected: Double) {
        var random = SeededGenerator(seed: seed)
        var tried = successions.arrivals
        for place in tried.indices.dropFirst() { tried.swapAt(place, random.below(place + 1)) }
        tried = Array(tried.prefix(mostTried))
        let observed = tried.count {
            successions.lastClosure($0, from: $0.time - span - 1, to: $0.time) != nil
        }
        var (sum, asMany, drawn) = (0, 0, 0)
        while drawn < shifts, asMany < mostExceeding {
            let step = Int64(random.below(period.count))
            let hits = tried.count { isTaker($0, successions, span, period, step) }
            sum += hits
            drawn += 1
            if hits >= observed { asMany += 1 }
        }
        let p =
            asMany == mostExceeding
            ? Double(asMany) / Double(drawn) : Double(asMany + 1) / Double(drawn + 1)
        let scale = Double(successions.arrivals.count) / Double(max(1, tried.count))
        return (p, Double(sum) / Double(drawn) * scale)
    }

    /// Whether it would be one, were all closures `step` later, those beyond the end at the beginning.
    private static func isTaker(
        _ arrival: Successions.Arrival, _ successions: Successions, _ span: Int64, _ period: Range<Int64>,
        _ step: Int64
    ) -> Bool {
        let length = Int64(period.count)
        let to = arrival.time - step
        if successions.lastClosure(arrival, from: to - span - 1, to: to) != nil { return true }
        return successions.lastClosure(arrival, from: to + length - span - 1, to: to + length) != nil
    }

    /// P(so many members arrive within the span after any closure), at the share of the other accounts that do.
    private static func amongOthers(
        _ successions: Successions, _ span: Int64, _ context: SignalContext
    ) -> Double {
        let times = successions.arrivals.map(\.time)
        guard let first = times.min(), let last = times.max() else { return 1 }
        var (all, own, end) = (0, 0, Int64.min)
        let sorted = times.sorted()
        for ban in successions.bans {
            let from = max(ban, end, first - 1)
            let to = min(ban + span, last)
            guard to > from else { continue }
            all += context.arrivals.count(after: from, upTo: to)
            own += sorted.count { $0 > from && $0 <= to }
            end = to
        }
        let others = context.arrivals.count(after: first - 1, upTo: last) - times.count
        let chance = (Double(max(0, all - own)) + 0.5) / (Double(max(0, others)) + 1)
        return TailProbability.binomial(atLeast: own, of: times.count, chance: min(1, chance))
    }

    private static func finding(
        _ test: Test, p: Double, _ successions: Successions, _ context: SignalContext
    ) -> SignalFinding {
        let hours = FigureWords.count(Int(test.span / 3_600_000))
        let delays = test.takers.map(\.delay).sorted()
        var words =
            "\(FigureWords.count(test.takers.count)) of \(FigureWords.counted(successions.arrivals.count, "member"))"
            + " began within \(hours) h after another was closed and took up its frames, addresses, devices or means"
            + " (\(FigureWords.number(test.expected)) at random times)"
        if !delays.isEmpty {
            words += "; median delay \(FigureWords.duration(Double(delays[delays.count / 2]) / 1000))"
        }
        var finding = SignalFinding(
            kind: .replacement, value: Double(test.takers.count), words: words + ".")
        finding.expected = test.expected
        finding.pValue = p
        finding.innocent =
            "People open a new account after losing one, and colleagues go on with a closed account's work."
        finding.concern(test.takers.map(\.account), context.input.accounts)
        finding.firstAt = test.takers.map(\.time).min().map { Timestamp(milliseconds: $0) }
        finding.lastAt = test.takers.map(\.time).max().map { Timestamp(milliseconds: $0) }
        return finding
    }
}
