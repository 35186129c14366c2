/// Chooses the resolution at which a partition is stable, so that nobody has to tune it.
///
/// Leiden runs at every resolution of a geometric grid under every seed. A resolution is *steady* when the
/// seeds agree there, and two neighbours *agree* when their best partitions do (adjusted Rand index over the
/// accounts; normalized mutual information is reported beside it but called nearly everything stable on
/// many small groups). A plateau is a run of steady neighbours that agree; the middle of the widest is chosen.
/// On equal width the higher mean agreement wins, then the lower resolution.
///
/// Cost: grid × seeds Leiden runs, and O(n) for each comparison (seeds each against the best one).
struct ResolutionPlateau: Sendable {
    struct Settings: Sendable, Equatable {
        /// Resolutions from `lowest` upwards, each `ratio` times the one before.
        var lowest = 0.25
        var ratio = 2.0.squareRoot()
        var steps = 9
        /// Least agreement of seeds, and of neighbours, on a plateau.
        var leastAgreement = 0.9
        var seeds: [UInt64] = [1, 2]
    }

    /// What was seen at one resolution.
    struct Step: Sendable, Equatable {
        let resolution: Double
        let best: Leiden.Outcome
        /// Communities with at least two of the compared nodes.
        let groupCount: Int
        /// Mean adjusted Rand index of the other seeds with the best one; 1 with a single seed.
        let seedAgreement: Double
        /// Adjusted Rand index with the next resolution's best; nil at the last.
        let nextAgreement: Double?
        /// Normalized mutual information with the next resolution's best; nil at the last.
        let nextInformation: Double?
    }

    struct Choice: Sendable, Equatable {
        let steps: [Step]
        /// The chosen place in `steps`.
        let chosen: Int
        /// The steps of the plateau.
        let plateau: ClosedRange<Int>
        /// False when no two neighbours agreed: the choice is then only the least unsteady resolution.
        let isStable: Bool
        /// True when the whole grid is one plateau: then the data do not care, and stability tells nothing.
        var spansGrid: Bool { isStable && plateau.count == steps.count }
        var partition: NodePartition { steps[chosen].best.partition }
        var resolution: Double { steps[chosen].resolution }
    }

    private let settings: Settings

    init(settings: Settings = Settings()) {
        precondition(settings.steps >= 1 && settings.ratio > 1 && settings.lowest > 0)
        precondition(!settings.seeds.isEmpty)
        self.settings = settings
    }

    /// Runs the grid and chooses.
    ///
    /// - Parameters:
    ///   - compared: how many of the first nodes are compared: the accounts of a bipartite graph.
    ///   - leiden: Leiden's settings; seeds and objective are replaced.
    ///   - objective: the objective at a resolution.
    func choose(
        _ graph: WeightedGraph, comparingFirst compared: Int, leiden: Leiden.Settings = Leiden.Settings(),
        objective: (Double) -> LeidenObjective = { .modularity(resolution: $0) }
    ) -> Choice {
        var settings = leiden
        var resolution = self.settings.lowest
        var runs: [Run] = []
        for _ in 0..<self.settings.steps {
            settings.objective = objective(resolution)
            runs.append(run(graph, at: resolution, settings, comparingFirst: compared))
            resolution *= self.settings.ratio
        }
        let steps = runs.indices.map { step(runs[$0], next: $0 + 1 < runs.count ? runs[$0 + 1] : nil) }
        return choose(among: steps)
    }

    /// The choice from figures alone.
    func choose(among steps: [Step]) -> Choice {
        let ranges = plateaus(in: steps)
        let isStable = ranges.contains { $0.count > 1 }
        var best = ranges[0]
        for range in ranges.dropFirst() {
            let (width, agreement) = (range.count, meanAgreement(over: range, in: steps))
            let isWider = isStable && width > best.count
            let isEven = !isStable || width == best.count
            guard isWider || isEven && agreement > meanAgreement(over: best, in: steps) else { continue }
            best = range
        }
        return Choice(
            steps: steps, chosen: (best.lowerBound + best.upperBound) / 2, plateau: best, isStable: isStable)
    }

    private struct Run {
        let resolution: Double
        let best: Leiden.Outcome
        let compared: NodePartition
        let seedAgreement: Double
    }

    private func run(
        _ graph: WeightedGraph, at resolution: Double, _ leidenSettings: Leiden.Settings,
        comparingFirst count: Int
    ) -> Run {
        let leiden = Leiden(graph, settings: leidenSettings)
        let outcomes = settings.seeds.map { leiden.run(seed: $0) }
        let best = outcomes.dropFirst().reduce(outcomes[0]) { $1.isBetter(than: $0) ? $1 : $0 }
        let compared = best.partition.restricted(toFirst: count)
        let others = outcomes.filter { $0.seed != best.seed }
        let agreements = others.map {
            adjustedRandIndex(compared, $0.partition.restricted(toFirst: count))
        }
        let mean = agreements.isEmpty ? 1 : agreements.reduce(0, +) / Double(agreements.count)
        return Run(resolution: resolution, best: best, compared: compared, seedAgreement: mean)
    }

    private func step(_ run: Run, next: Run?) -> Step {
        let comparison = next.map { PartitionComparison(run.compared, $0.compared) }
        return Step(
            resolution: run.resolution, best: run.best,
            groupCount: run.compared.communitySizes().count { $0 > 1 }, seedAgreement: run.seedAgreement,
            nextAgreement: comparison?.adjustedRandIndex,
            nextInformation: comparison?.normalizedMutualInformation)
    }

    /// The longest runs of steady, agreeing neighbours; a step that agrees with nobody is a run of its own.
    private func plateaus(in steps: [Step]) -> [ClosedRange<Int>] {
        var ranges = [0...0]
        for index in steps.indices.dropFirst() {
            let agreement = min(
                steps[index - 1].nextAgreement ?? 0, steps[index - 1].seedAgreement,
                steps[index].seedAgreement)
            if agreement >= settings.leastAgreement {
                ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound...index
            } else {
                ranges.append(index...index)
            }
        }
        return ranges
    }

    private func meanAgreement(over range: ClosedRange<Int>, in steps: [Step]) -> Double {
        let figures = range.flatMap { index -> [Double] in
            let before = index > 0 ? steps[index - 1].nextAgreement : nil
            return [steps[index].seedAgreement] + [before, steps[index].nextAgreement].compactMap { $0 }
        }
        return figures.reduce(0, +) / Double(figures.count)
    }
}
