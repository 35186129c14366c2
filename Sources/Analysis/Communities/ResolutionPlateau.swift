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
        /// Graphs with more edges are looked at at every other resolution: a guard on cost. What is chosen begins the
        /// search for groups only, each community being divided again alone.
        var mostEdgesForAll = 500_000
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
        let resolutions = resolutions(for: graph)
        let tasks = resolutions.map { resolution in
            var settings = leiden
            settings.objective = objective(resolution)
            return Leiden(graph, settings: settings)
        }
        let seeds = self.settings.seeds
        let outcomes = inParallel(tasks.count * seeds.count) { task in
            tasks[task / seeds.count].run(seed: seeds[task % seeds.count])
        }
        let runs = resolutions.enumerated().map { step, resolution in
            run(at: resolution, outcomes[step * seeds.count..<(step + 1) * seeds.count], first: compared)
        }
        let steps = runs.indices.map { step(runs[$0], next: $0 + 1 < runs.count ? runs[$0 + 1] : nil) }
        return choose(among: steps)
    }

    /// The grid: every resolution, or every other one where the graph is large.
    private func resolutions(for graph: WeightedGraph) -> [Double] {
        let stride = graph.edgeCount > settings.mostEdgesForAll ? 2 : 1
        var all = [settings.lowest]
        while all.count < settings.steps { all.append(all[all.count - 1] * settings.ratio) }
        return all.indices.filter { $0 % stride == 0 }.map { all[$0] }
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

    private func run(at resolution: Double, _ outcomes: ArraySlice<Leiden.Outcome>, first count: Int) -> Run {
        let best = outcomes.dropFirst().reduce(outcomes[outcomes.startIndex]) {
            $1.isBetter(than: $0) ? $1 : $0
        }
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
