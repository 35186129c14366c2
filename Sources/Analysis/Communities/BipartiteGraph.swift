/// Accounts and the values they hold, as one graph: nodes `0 ..< accountCount` are the accounts, the rest
/// values, and every edge joins an account to a value.
struct BipartiteGraph: Sendable {
    let graph: WeightedGraph
    let accountCount: Int

    /// Builds the graph of incidences (account, value, weight); repeats are summed. O(nodes + incidences).
    ///
    /// - Throws: `GraphError` as for `WeightedGraph`.
    init(
        accountCount: Int, valueCount: Int, accounts: [Int32], values: [Int32], weights: [Double]
    ) throws(GraphError) {
        guard accountCount >= 0, valueCount >= 0, accountCount < Int(Int32.max) - valueCount else {
            throw .tooLarge
        }
        guard accounts.count == values.count else { throw .unequalLengths }
        for index in accounts.indices {
            guard (0..<accountCount).contains(Int(accounts[index])),
                (0..<valueCount).contains(Int(values[index]))
            else { throw .nodeOutOfRange(edge: index) }
        }
        let targets = values.map { $0 + Int32(accountCount) }
        graph = try WeightedGraph(
            nodeCount: accountCount + valueCount,
            edges: EdgeList(sources: accounts, targets: targets, weights: weights))
        self.accountCount = accountCount
    }

    init(graph: WeightedGraph, accountCount: Int) {
        precondition((0...graph.nodeCount).contains(accountCount))
        self.graph = graph
        self.accountCount = accountCount
    }

    /// 1 for every account and 0 for every value: what group sizes are counted in.
    var accountMasses: [Int32] {
        (0..<graph.nodeCount).map { $0 < accountCount ? 1 : 0 }
    }
}
