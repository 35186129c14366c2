import Casework

/// What the signals of all groups are held against; computed once for a case.
struct SignalContext: Sendable {
    let input: AnalysisInput
    /// Every random order is drawn from it.
    let seed: UInt64
    let synchrony: SynchronyScores
    /// Accounts in shared frames, and those among them with q ≤ .05.
    let synchronous: ShareOutside
    let bursts: SignUpBursts
    /// Accounts of known creation, and those created in a burst.
    let inBurst: ShareOutside
    let arrivals: Arrivals
    let releases: [ModelRelease]
    /// By account, then country, basis and clause.
    let violations: [AccessViolation]
    let violating: ShareOutside
    /// Holders by value.
    let holders: [UInt32]
    /// By kind of value: whether a replacement would take it up.
    let isTakenUp: [Bool]
    private let violationOffsets: [Int]

    /// O(exchanges · scales + holdings + accounts log accounts + addresses).
    init(_ input: AnalysisInput, seed: UInt64) {
        self.input = input
        self.seed = seed
        let synchrony = SynchronyScores.find(input, seed: seed)
        self.synchrony = synchrony
        let accounts = 0..<input.accounts.count
        synchronous = ShareOutside(
            tested: accounts.map { synchrony.isTested($0) },
            hit: synchrony.q.map { $0 <= SynchronySignal.level }, input.accounts)
        let bursts = SignUpBursts(input.accounts)
        self.bursts = bursts
        inBurst = ShareOutside(tested: bursts.isKnown, hit: bursts.burst.map { $0 >= 0 }, input.accounts)
        arrivals = Arrivals(input)
        releases = ModelRelease.all(input)
        let violations = AccessViolations.find(input)
        self.violations = violations
        violationOffsets = Self.offsets(violations, input.accounts)
        let offsets = violationOffsets
        violating = ShareOutside(
            tested: accounts.map { _ in true }, hit: accounts.map { offsets[$0] < offsets[$0 + 1] },
            input.accounts)
        var holders = [UInt32](repeating: 0, count: input.values.count)
        for value in input.holdings.value { holders[Int(value)] += 1 }
        self.holders = holders
        isTakenUp = input.values.kinds.map { kind in
            [.means, .infrastructure, .language].contains(kind.family) || kind.rawValue.hasPrefix("device")
        }
    }

    /// Records come in the order of accounts.
    private static func offsets(_ violations: [AccessViolation], _ accounts: AccountColumns) -> [Int] {
        var next = 0
        return [0]
            + accounts.number.map { number in
                while next < violations.count, violations[next].account == number { next += 1 }
                return next
            }
    }

    func violations(of account: Int32) -> ArraySlice<AccessViolation> {
        violations[violationOffsets[Int(account)]..<violationOffsets[Int(account) + 1]]
    }

    /// First and last known second of any exchange of the accounts; 0 where there is none. O(accounts).
    func activeSpan(_ accounts: [Int32]) -> (first: UInt32, last: UInt32) {
        var (first, last) = (UInt32.max, UInt32(0))
        for account in accounts {
            let rows = input.activity.offsets[Int(account)]..<input.activity.offsets[Int(account) + 1]
            guard let row = rows.first(where: { input.activity.seconds[$0] != 0 }) else { continue }
            first = min(first, input.activity.seconds[row])
            last = max(last, input.activity.seconds[rows.upperBound - 1])
        }
        return last == 0 ? (0, 0) : (first, last)
    }
}
