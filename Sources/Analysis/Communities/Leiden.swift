/// Communities of a weighted graph by the Leiden algorithm (Traag, Waltman, van Eck, "From Louvain to Leiden",
/// Scientific Reports 9, 2019).
///
/// Every community is connected. The same graph, settings and seeds give the same partition: nodes are visited
/// in an order drawn from the seed, ties fall to the neighbour met first, and no hash table is used. Another
/// numbering of the nodes may give another partition of nearly the same quality where the graph does not decide.
/// The temperature and all thresholds scale with the mean edge weight, so the unit of the weights is of no effect.
///
/// Close to linear in the edges for each iteration; memory is about 100 bytes a node and 12 a half-edge
/// beside the graph.
struct Leiden: Sendable {
    struct Settings: Sendable, Equatable {
        var objective: LeidenObjective = .modularity(resolution: 1)
        /// θ of the refinement in mean edge weights; Traag's default is 0.01.
        var randomness = 0.01
        /// Rounds over all levels for each seed; stops sooner when the quality stands still.
        var maximumIterations = 10
        /// A round that raises Q by less ends the run.
        var leastImprovement = 1e-4
        /// One run for each; the best quality wins.
        var seeds: [UInt64] = [1]
    }

    struct Outcome: Sendable, Equatable {
        let partition: NodePartition
        /// Q as defined at `NullModel`.
        let quality: Double
        let seed: UInt64
        /// Rounds the winning run took.
        let iterations: Int

        /// Higher quality first, then the lexicographically smaller membership.
        func isBetter(than other: Outcome) -> Bool {
            if quality != other.quality { return quality > other.quality }
            return partition.membership.lexicographicallyPrecedes(other.partition.membership)
        }
    }

    /// Gains below this share of the mean edge weight are rounding.
    private static let roundingShare = 1e-10

    private let graph: WeightedGraph
    private let settings: Settings
    private let null: NullModel
    private let meanWeight: Double

    init(_ graph: WeightedGraph, settings: Settings = Settings()) {
        self.graph = graph
        self.settings = settings
        null = NullModel(settings.objective, of: graph)
        meanWeight = graph.edgeCount > 0 ? graph.weights.reduce(0, +) / Double(graph.weights.count) : 0
    }

    /// The best partition over all seeds; equal qualities fall to the lexicographically smaller membership.
    ///
    /// - Parameter start: where to begin (a former result, for a warm start); every node alone if nil.
    func best(from start: NodePartition? = nil) -> Outcome {
        let seeds = settings.seeds.isEmpty ? [1] : settings.seeds
        guard graph.edgeCount >= Self.leastForThreads else {
            return Self.best(seeds.map { run(seed: $0, from: start) })
        }
        return Self.best(inParallel(seeds.count) { run(seed: seeds[$0], from: start) })
    }

    /// Edges from which threads are worth their while.
    private static let leastForThreads = 1 << 13

    private static func best(_ outcomes: [Outcome]) -> Outcome {
        outcomes.dropFirst().reduce(outcomes[0]) { $1.isBetter(than: $0) ? $1 : $0 }
    }

    /// One run under one seed.
    func run(seed: UInt64, from start: NodePartition? = nil) -> Outcome {
        let start = start ?? .singletons(graph.nodeCount)
        precondition(start.membership.count == graph.nodeCount)
        var outcome = Outcome(
            partition: start, quality: null.quality(of: start, in: graph), seed: seed, iterations: 0)
        guard graph.edgeCount > 0 else {
            return Outcome(
                partition: .singletons(graph.nodeCount),
                quality: null.quality(of: .singletons(graph.nodeCount), in: graph), seed: seed, iterations: 0)
        }
        var generator = SeededGenerator(seed: seed)
        let workspace = LeidenWorkspace(nodeCount: graph.nodeCount)
        var base = NumberedLevel(
            level: ContractedGraph(graph, masses: null.masses),
            place: NodePartition.singletons(graph.nodeCount).membership)
        for iteration in 1...max(1, settings.maximumIterations) {
            let partition = iterate(
                from: outcome.partition, on: &base, isFirst: iteration == 1, in: workspace,
                using: &generator)
            let quality = null.quality(of: partition, in: graph)
            let gained = quality - outcome.quality
            guard gained > 0 || iteration == 1 else { break }
            outcome = Outcome(partition: partition, quality: quality, seed: seed, iterations: iteration)
            guard gained >= settings.leastImprovement else { break }
        }
        return outcome
    }

    /// A level, and the node of it that each node of the graph belongs to.
    private struct NumberedLevel {
        var level: ContractedGraph
        var place: [Int32]
    }

    /// One round: moving, refinement and aggregation up the levels until each community is one node.
    ///
    /// The first round renumbers `base` by community, so that what is visited together lies together.
    private func iterate(
        from start: NodePartition, on base: inout NumberedLevel, isFirst: Bool,
        in workspace: borrowing LeidenWorkspace, using generator: inout SeededGenerator
    ) -> NodePartition {
        let moving = LeidenMoving(scale: null.scale, leastGain: meanWeight * Self.roundingShare)
        let refinement = LeidenRefinement(
            scale: null.scale, temperature: meanWeight * max(settings.randomness, Self.roundingShare))
        for node in base.place.indices { workspace.community[base.place[node]] = start.membership[node] }
        var current = base
        while true {
            workspace.tallyCommunities(of: current.level)
            moving.run(on: current.level, in: workspace, using: &generator)
            guard (0..<current.level.nodeCount).contains(where: { workspace.communities[$0].size > 1 }) else {
                break
            }
            if isFirst, current.level.nodeCount == graph.nodeCount {
                renumber(&current, in: workspace)
                base = current
            }
            refinement.run(on: current.level, in: workspace, using: &generator)
            ascend(&current, in: workspace)
        }
        let labels = NodePartition(labels: current.place.map { workspace.community[$0] })
        // Cutting a disconnected community never lowers the quality: no tie is lost, and L R shrinks.
        return graph.connectedPieces(of: labels)
    }

    /// Gives the nodes of a level new numbers, community by community.
    private func renumber(_ current: inout NumberedLevel, in workspace: borrowing LeidenWorkspace) {
        let count = current.level.nodeCount
        let communities = NodePartition(labels: workspace.community.prefix(count))
        var rank = [Int32](repeating: 0, count: count)
        for (index, node) in communities.ordered().nodes.enumerated() { rank[Int(node)] = Int32(index) }
        climb(&current, to: rank, count, communities: communities.membership, in: workspace)
        workspace.tallyCommunities(of: current.level)
    }

    /// Goes up to the level whose nodes are the parts, grouped as the communities are.
    private func ascend(_ current: inout NumberedLevel, in workspace: borrowing LeidenWorkspace) {
        let count = current.level.nodeCount
        let communities = NodePartition(labels: workspace.community.prefix(count))
        let parts = NodePartition(labels: workspace.part.prefix(count))
        // When refinement joins nothing (it may, by chance), go up by communities, or the loop never ends.
        let groups = parts.communityCount < count ? parts : communities
        climb(
            &current, to: groups.membership, groups.communityCount, communities: communities.membership,
            in: workspace)
    }

    private func climb(
        _ current: inout NumberedLevel, to group: [Int32], _ groupCount: Int, communities: [Int32],
        in workspace: borrowing LeidenWorkspace
    ) {
        current.level = current.level.aggregated(group: group, groupCount: groupCount)
        for (node, community) in communities.enumerated() { workspace.community[group[node]] = community }
        for node in current.place.indices { current.place[node] = group[Int(current.place[node])] }
    }
}
