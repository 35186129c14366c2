import Foundation

/// The cost of likelihood ratios, in bits a trial: Cllr (Brümmer and du Preez 2006).
///
/// Cllr = ½ [mean over target trials of log2(1 + 1/LR) + mean over non-target trials of log2(1 + LR)]. 0 is perfect;
/// 1 is what saying nothing costs (LR = 1 always); above 1 the ratios mislead.
struct LikelihoodRatioCost: Sendable {
    struct Trial: Hashable, Sendable {
        /// log2 of the likelihood ratio.
        var bits: Double
        var isTarget: Bool
    }

    private let targets: [Double]
    private let nonTargets: [Double]
    private let trials: [Trial]

    init(_ trials: [Trial]) {
        self.trials = trials
        targets = trials.filter(\.isTarget).map(\.bits)
        nonTargets = trials.filter { !$0.isTarget }.map(\.bits)
    }

    /// nil without a target trial or without a non-target trial.
    var cost: Double? { Self.cost(targets: targets, nonTargets: nonTargets) }

    /// What is left when the order of the ratios is kept and their sizes are made as good as they can be, by pooling
    /// adjacent violators (PAV): the loss of discrimination. `cost` less this is the loss of calibration.
    /// O(n log n).
    var leastCost: Double? {
        guard !targets.isEmpty, !nonTargets.isEmpty else { return nil }
        let priorBits = log2(Double(targets.count) / Double(nonTargets.count))
        var best: (targets: [Double], nonTargets: [Double]) = ([], [])
        for pool in pools {
            let bits = log2(pool.targets / (pool.trials - pool.targets)) - priorBits
            best.targets += Array(repeating: bits, count: Int(pool.targets))
            best.nonTargets += Array(repeating: bits, count: Int(pool.trials - pool.targets))
        }
        return Self.cost(targets: best.targets, nonTargets: best.nonTargets)
    }

    private struct Pool {
        var targets: Double
        var trials: Double
        var share: Double { targets / trials }
    }

    /// Trials in order of their ratios, pooled until the share of targets rises; equal ratios are one pool.
    private var pools: [Pool] {
        var pools: [Pool] = []
        var last = -Double.infinity
        for trial in trials.sorted(by: { $0.bits < $1.bits }) {
            let one = Pool(targets: trial.isTarget ? 1 : 0, trials: 1)
            if trial.bits == last, let top = pools.popLast() {
                pools.append(Pool(targets: top.targets + one.targets, trials: top.trials + 1))
            } else {
                Self.settle(&pools)
                pools.append(one)
            }
            last = trial.bits
        }
        Self.settle(&pools)
        return pools
    }

    /// Merges the last pool into those before it while its share is not above theirs.
    private static func settle(_ pools: inout [Pool]) {
        while pools.count > 1, pools[pools.count - 1].share <= pools[pools.count - 2].share {
            let top = pools.removeLast()
            pools[pools.count - 1].targets += top.targets
            pools[pools.count - 1].trials += top.trials
        }
    }

    private static func cost(targets: [Double], nonTargets: [Double]) -> Double? {
        guard !targets.isEmpty, !nonTargets.isEmpty else { return nil }
        let missed = targets.reduce(0) { $0 + softened(-$1) } / Double(targets.count)
        let accused = nonTargets.reduce(0) { $0 + softened($1) } / Double(nonTargets.count)
        return (missed + accused) / 2
    }

    /// log2(1 + 2^bits), without overflow.
    private static func softened(_ bits: Double) -> Double {
        bits > 0 ? bits + log1p(exp2(-bits)) / log(2) : log1p(exp2(bits)) / log(2)
    }
}
