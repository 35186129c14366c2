import Casework

/// Members that were created in bursts of sign-up, of a group and of the case.
///
/// Signal, reason and innocent explanations: see `SignUpBursts`. Null for a group: its members were created in
/// bursts as often as accounts outside it; P(Bin(members, share outside) ≥ members in bursts that hold three or
/// more of them). A burst that is mostly the group's own counts as found by the scan, which knew of no groups.
/// Where hours of sign-up helped to find the group, some surprise is to be expected.
enum SignUpBurstSignal {
    static let leastMembers = 3
    /// Bursts of the case that are reported, those with the least q first.
    static let mostCaseBursts = 50

    /// nil with fewer than three members of known creation. O(members).
    static func find(_ members: [Int32], _ context: SignalContext) -> SignalFinding? {
        let known = members.filter { context.inBurst.isTested($0) }
        guard known.count >= leastMembers else { return nil }
        var perBurst: [Int32: [Int32]] = [:]
        for member in known where context.bursts.burst[Int(member)] >= 0 {
            perBurst[context.bursts.burst[Int(member)], default: []].append(member)
        }
        let shared = perBurst.filter { $0.value.count >= leastMembers }.sorted { $0.key < $1.key }
        let inside = shared.flatMap(\.value)
        let outside = context.inBurst.outside(known)
        var finding = SignalFinding(
            kind: .signUpBurst, value: Double(inside.count) / Double(known.count),
            words:
                "\(FigureWords.count(inside.count)) of \(FigureWords.counted(known.count, "member")) were created"
                + " in \(FigureWords.counted(shared.count, "burst")) of sign-up together with other members"
                + " (\(FigureWords.percent(outside)) of other accounts were created in bursts).")
        finding.expected = outside
        finding.pValue = TailProbability.binomial(
            atLeast: inside.count, of: known.count, chance: context.inBurst.chance(known))
        finding.innocent = innocent
        finding.concern(inside, context.input.accounts)
        let bursts = shared.map { context.bursts.bursts[Int($0.key)] }
        finding.firstAt = bursts.map(\.from).min().map { Timestamp(milliseconds: $0) }
        finding.lastAt = bursts.map(\.to).max().map { Timestamp(milliseconds: $0) }
        return finding
    }

    static let innocent =
        "Class sign-ups, hackathons, launch days and organisations that let their people in make bursts too."

    /// Bursts of which less than half belong to any group, the most surprising first. O(accounts).
    static func ofCase(_ context: SignalContext, groups: [[Int32]]) -> [SignalFinding] {
        var isGrouped = [Bool](repeating: false, count: context.input.accounts.count)
        for group in groups {
            for member in group { isGrouped[Int(member)] = true }
        }
        let free = context.bursts.bursts.filter { burst in
            2 * burst.accounts.count { isGrouped[Int($0)] } < burst.accounts.count
        }
        return free.sorted { ($0.q, $0.p, $0.from) < ($1.q, $1.p, $1.from) }.prefix(mostCaseBursts)
            .map { finding($0, context) }
    }

    private static func finding(_ burst: SignUpBursts.Burst, _ context: SignalContext) -> SignalFinding {
        let seconds = Double(burst.to - burst.from) / 1000
        let size = burst.accounts.count
        var finding = SignalFinding(
            kind: .signUpBurst, value: Double(size),
            words:
                "\(FigureWords.counted(size, "account")) were created within \(FigureWords.duration(seconds));"
                + " the usual rate gives \(FigureWords.number(burst.expected)) in its busiest window. They belong"
                + " to no group for the most part.")
        (finding.expected, finding.pValue, finding.qValue) = (burst.expected, burst.p, burst.q)
        let education = burst.accounts.count { context.input.accounts.plan[Int($0)] == .education }
        finding.innocent =
            innocent
            + (education == 0 ? "" : " \(FigureWords.count(education)) of them have education plans.")
        finding.concern(burst.accounts, context.input.accounts)
        finding.firstAt = Timestamp(milliseconds: burst.from)
        finding.lastAt = Timestamp(milliseconds: burst.to)
        return finding
    }
}
