/// What is known of a community or of a part of one: one cache line's worth, read together.
struct LeidenGroup: BitwiseCopyable {
    var mass = NullMass.zero
    /// Weight between the node being looked at and the group; 0 between nodes.
    var tie = 0.0
    /// Nodes of the level in the group.
    var size: Int32 = 0
}

/// The working memory of one Leiden run, allocated once for the lowest level and reused on all others.
///
/// About 100 bytes a node.
struct LeidenWorkspace: ~Copyable {
    /// Community of each node of the level.
    let community: FlatBuffer<Int32>
    let communities: FlatBuffer<LeidenGroup>
    /// Part of its community that each node belongs to, during refinement.
    let part: FlatBuffer<Int32>
    let parts: FlatBuffer<LeidenGroup>
    /// Weight between a part and the rest of its community.
    let partTie: FlatBuffer<Double>
    /// Random visiting order, or queue.
    let order: FlatBuffer<Int32>
    /// Waiting in the queue; during refinement: part of more than one node.
    let flag: FlatBuffer<Bool>
    /// Communities or parts with a tie, in the order they were met; one place more, which is written and never read.
    let touched: FlatBuffer<Int32>
    /// Chance of each touched part, up to a factor.
    let chance: FlatBuffer<Double>
    /// Numbers of communities without a node.
    let free: FlatBuffer<Int32>

    init(nodeCount: Int) {
        community = FlatBuffer(repeating: 0, count: nodeCount)
        communities = FlatBuffer(repeating: LeidenGroup(), count: nodeCount)
        part = FlatBuffer(repeating: 0, count: nodeCount)
        parts = FlatBuffer(repeating: LeidenGroup(), count: nodeCount)
        partTie = FlatBuffer(repeating: 0, count: nodeCount)
        order = FlatBuffer(repeating: 0, count: nodeCount)
        flag = FlatBuffer(repeating: false, count: nodeCount)
        touched = FlatBuffer(repeating: 0, count: nodeCount + 1)
        chance = FlatBuffer(repeating: 0, count: nodeCount)
        free = FlatBuffer(repeating: 0, count: nodeCount)
    }

    /// Sums masses and sizes of the communities of a level. O(nodes).
    func tallyCommunities(of level: ContractedGraph) {
        for index in 0..<level.nodeCount { communities[index] = LeidenGroup() }
        for node in 0..<level.nodeCount {
            communities.withElement(community[node]) {
                $0.mass += level.masses[node]
                $0.size += 1
            }
        }
    }
}
