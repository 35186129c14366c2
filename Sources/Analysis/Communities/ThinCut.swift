import Foundation

/// Splits communities that hang together by a thread.
///
/// Leiden promises connected communities, not well-connected ones. Following the Connectivity Modifier (Park et
/// al. 2023), a community of n accounts is split along a cut that weighs no more than log10(n), and its parts
/// are tested in turn.
///
/// **Signal**: only a handful of incidences (account, value) join two sizeable sets of accounts.
/// **Innocent**: two operations that share one customer of a proxy, a mistyped value, a bridging account.
///
/// Choices for a bipartite graph, where the plain rule would shred everything:
/// - Size is counted in accounts: n in the bound, and at least `leastAccounts` on either side of a cut. A value
///   with one holder, or an account hanging on one value, is a fringe and no evidence of two operators. A fringe
///   joins the side it is tied to most, and the search goes on without it.
/// - A cut weighs the incidences it severs: 1 each, or their weight over `unit`, so that one ordinary tie counts 1.
///   A value held on both sides costs its holders on the lesser side. So a *hub* held by a thousand accounts of
///   either side is no thin cut: an edge cut cannot tell two operators behind one exit from one operation with
///   one exit. That question needs more than the shape of the graph.
///
/// Every split reported is a true cut within its bound. Cuts are not missed for being unbalanced, since
/// `CapacityForest` contracts only what no cut within the bound parts; but where a fringe is tied equally to
/// several places, joining it to one is a guess, and a cut just within the bound may be missed (190 of 491, on
/// random graphs of 12 accounts made to be marginal): the error is on the side of leaving accounts together. Deterministic; no randomness.
///
/// Cost: a few passes of O(edges log nodes) over each community, and as many again for every level of splits.
struct ThinCut: Sendable {
    struct Settings: Sendable, Equatable {
        /// A cut of at most `boundFactor` × log10(accounts) is thin.
        var boundFactor = 1.0
        /// Least accounts on either side: below this, a part says nothing about who runs it.
        var leastAccounts = 8
        /// Edge weight that counts as one tie; nil counts every incidence as one.
        var unit: Double?
    }

    /// A part cut off, with its reason.
    struct Split: Sendable, Equatable {
        /// The community it was cut from, in the partition given.
        let community: Int
        /// The nodes cut off, ascending; later splits may divide them further.
        let nodes: [Int32]
        let accounts: Int
        /// Accounts of what it was cut from, this part left out.
        let otherAccounts: Int
        /// Ties severed.
        let weight: Double
        /// The most a thin cut may weigh here.
        let bound: Double
    }

    struct Outcome: Sendable, Equatable {
        let partition: NodePartition
        /// By community, then by smallest node.
        let splits: [Split]
        /// Communities (one entry for each part) whose search was given up after `ThinCutSearch.passLimit` passes; left whole.
        let undecided: [Int]
    }

    let settings: Settings

    init(settings: Settings = Settings()) {
        precondition(settings.leastAccounts > 0 && settings.boundFactor >= 0 && settings.unit ?? 1 > 0)
        self.settings = settings
    }

    /// The bound for a set of accounts.
    func bound(accounts: Int) -> Double {
        accounts > 1 ? settings.boundFactor * log10(Double(accounts)) : 0
    }

    /// Tests and splits every community of `partition`. Disconnected communities come apart without a reason.
    func split(_ partition: NodePartition, of bipartite: BipartiteGraph) -> Outcome {
        precondition(partition.membership.count == bipartite.graph.nodeCount)
        var labels = [Int32](repeating: 0, count: partition.membership.count)
        var splits: [Split] = []
        var undecided: [Int] = []
        var extractor = SubgraphExtractor(bipartite.graph.mapWeights { capacity(ofWeight: $0) })
        // A stack, not recursion: how deep splits nest is up to the evidence.
        var waiting: [[Int32]] = bipartite.graph.connectedPieces(of: partition).members().reversed()
        while let nodes = waiting.popLast() {
            for node in nodes { labels[Int(node)] = nodes[0] }
            let accounts = accountCount(of: nodes, in: bipartite)
            guard accounts >= 2 * settings.leastAccounts else { continue }
            let community = Int(partition.membership[Int(nodes[0])])
            var search = ThinCutSearch(
                extractor.subgraph(of: nodes), accountCount: accounts, bound: bound(accounts: accounts),
                leastAccounts: settings.leastAccounts)
            switch search.run() {
            case .wellConnected: continue
            case .undecided: undecided.append(community)
            case .parts(let parts, let cuts):
                let members = parts.members().map { $0.map { nodes[Int($0)] } }
                splits += cuts.map { cut in
                    let inside = accountCount(of: members[cut.part], in: bipartite)
                    return Split(
                        community: community, nodes: members[cut.part], accounts: inside,
                        otherAccounts: accounts - inside, weight: cut.weight, bound: search.bound)
                }
                waiting.append(contentsOf: members.reversed())
            }
        }
        return Outcome(
            partition: NodePartition(labels: labels), splits: inOrder(splits), undecided: undecided.sorted())
    }

    private func accountCount(of nodes: [Int32], in bipartite: BipartiteGraph) -> Int {
        nodes.prefix { $0 < bipartite.accountCount }.count
    }

    private func inOrder(_ splits: [Split]) -> [Split] {
        splits.sorted {
            ($0.community, $0.nodes[0], $0.nodes.count) < ($1.community, $1.nodes[0], $1.nodes.count)
        }
    }

    private func capacity(ofWeight weight: Double) -> Double {
        guard let unit = settings.unit else { return 1 }
        return weight / unit
    }
}
