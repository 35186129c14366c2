/// What Leiden makes as large as it can, each at a resolution: higher means smaller communities.
enum LeidenObjective: Sendable, Equatable {
    /// Newman's modularity with resolution γ (Reichardt and Bornholdt 2006).
    case modularity(resolution: Double)
    /// The constant Potts model: γ is the least density inside a community (Traag, Van Dooren, Nesterov 2011).
    case constantPotts(resolution: Double)
    /// Barber's bipartite modularity (2007): chance ties only join an account to a value. The first
    /// `accountCount` nodes are the accounts.
    case bipartiteModularity(resolution: Double, accountCount: Int)
}

/// The two masses of a node or community in the null model, see `NullModel`.
typealias NullMass = SIMD2<Double>

/// The ties expected by chance, in one form for every objective.
///
/// Each node carries two masses (l, r), which add up over a community, and the quality of a partition is
/// Q = (1/m) Σ over communities of (weight inside − c L R), m being the total edge weight. With strengths k:
///
/// | objective | l | r | c |
/// |---|---|---|---|
/// | modularity | k | k | γ / 4m |
/// | constant Potts | size | size | γ / 2 |
/// | bipartite modularity | k of accounts | k of values | γ / m |
///
/// so putting x and y together costs c (l_x r_y + r_x l_y).
struct NullModel: Sendable {
    /// c in the formula above.
    let scale: Double
    /// (l, r) of each node.
    let masses: [NullMass]

    /// O(edges). Without any edge weight nothing is expected and nothing is gained.
    init(_ objective: LeidenObjective, of graph: WeightedGraph) {
        let total = graph.totalWeight
        switch objective {
        case .modularity(let resolution):
            scale = total > 0 ? resolution / (4 * total) : 0
            masses = graph.strengths().map { NullMass($0, $0) }
        case .constantPotts(let resolution):
            scale = resolution / 2
            masses = graph.nodeWeights.map { NullMass($0, $0) }
        case .bipartiteModularity(let resolution, let accountCount):
            scale = total > 0 ? resolution / total : 0
            masses = graph.strengths().enumerated().map { node, strength in
                node < accountCount ? NullMass(strength, 0) : NullMass(0, strength)
            }
        }
    }

    /// Weight expected by chance between two sets of nodes.
    @inline(__always) func between(_ one: NullMass, _ two: NullMass) -> Double {
        Self.between(one, two, scale: scale)
    }

    /// The order of the products keeps them finite for every admissible weight.
    @inline(__always) static func between(_ one: NullMass, _ two: NullMass, scale: Double) -> Double {
        (scale * one.x) * two.y + (scale * one.y) * two.x
    }

    /// Q of a partition of `graph`; 0 for a graph without edges. O(edges).
    func quality(of partition: NodePartition, in graph: WeightedGraph) -> Double {
        guard graph.totalWeight > 0 else { return 0 }
        var inside = [Double](repeating: 0, count: partition.communityCount)
        var mass = [NullMass](repeating: .zero, count: partition.communityCount)
        for node in 0..<graph.nodeCount {
            let community = Int(partition.membership[node])
            mass[community] += masses[node]
            inside[community] += graph.loopWeights[node]
            for place in graph.offsets[node]..<graph.offsets[node + 1]
            where Int(partition.membership[Int(graph.neighbours[place])]) == community {
                inside[community] += graph.weights[place] / 2
            }
        }
        let excess = zip(inside, mass).reduce(0) { $0 + ($1.0 - (scale * $1.1.x) * $1.1.y) }
        return excess / graph.totalWeight
    }
}
