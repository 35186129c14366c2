/// What the evidence covers of the population: how many accounts each account stands for, and whose samples are known.
///
/// With `suspects+control 1:N` a control stands for N accounts. Only what is usual in the population is weighted:
/// holders outside a group, rarity, base rates, the prior of a link. A member counts once inside its group; the
/// N − 1 others that a control stands for are outside. Without weights everybody stands for one.
struct Coverage: Sendable {
    /// One an account, or empty.
    private let weight: [UInt32]
    /// Accounts of which a sample is known: only of these the lack of a template could say anything.
    let isSampled: [Bool]
    /// Accounts of the population, and those of them that the sampled ones stand for.
    let population: Double
    let sampledPopulation: Double
    /// Accounts that stand for more than themselves.
    let controls: Int

    /// O(accounts), and O(holdings) where templates are held.
    init(_ input: AnalysisInput) {
        let count = input.accounts.count
        let weight = input.accounts.weight
        var isSampled = [Bool](repeating: false, count: count)
        if input.samples.offsets.count == count + 1 {
            for account in 0..<count {
                isSampled[account] = input.samples.offsets[account] < input.samples.offsets[account + 1]
            }
        }
        if let kind = input.values.kinds.firstIndex(of: .template) {
            for account in 0..<count where !isSampled[account] {
                let row = input.holdings.offsets[account]..<input.holdings.offsets[account + 1]
                isSampled[account] = row.contains {
                    Int(input.values.kind[Int(input.holdings.value[$0])]) == kind
                }
            }
        }
        func sum(_ counts: (Int) -> Bool) -> Double {
            (0..<count).reduce(0) { $0 + (counts($1) ? Double(weight.isEmpty ? 1 : weight[$1]) : 0) }
        }
        population = sum { _ in true }
        sampledPopulation = sum { isSampled[$0] }
        controls = weight.count { $0 > 1 }
        self.weight = weight
        self.isSampled = isSampled
    }

    var accountCount: Int { isSampled.count }

    var isWeighted: Bool { controls > 0 }

    /// Accounts of the population that an account stands for, at least 1.
    func weight(of account: Int) -> UInt32 { weight.isEmpty ? 1 : weight[account] }
}

/// Sums weights without overflow: no case has 2³¹ accounts.
func adding(_ weight: UInt32, to count: Int32) -> Int32 {
    Int32(clamping: Int64(count) + Int64(weight))
}
