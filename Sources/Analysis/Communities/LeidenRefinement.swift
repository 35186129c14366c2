import Foundation

/// Leiden's refinement: inside every community, nodes that are still alone join a well-connected part, drawn
/// at random among those where nothing is lost (Traag, Waltman, van Eck 2019, algorithm A.2,
/// `RefinePartition`). Parts are connected, because a node only joins where it has a tie.
///
/// Well connected means: tied to the rest of the community at least as strongly as chance would have it. O(edges).
struct LeidenRefinement {
    let scale: Double
    /// θ: the chance of a part grows with exp(gain / θ). In units of edge weight.
    let temperature: Double

    /// Terms more than this many θ below the best have a chance of e^-40 and are left out.
    private static let negligible = -40.0

    /// Fills `workspace.part` (labels are node numbers); communities and their masses must be tallied.
    func run(
        on level: ContractedGraph, in workspace: borrowing LeidenWorkspace,
        using generator: inout SeededGenerator
    ) {
        start(on: level, in: workspace)
        workspace.order.fillShuffled(count: level.nodeCount, using: &generator)
        for index in 0..<level.nodeCount {
            let node = Int(workspace.order[index])
            guard !workspace.flag[node], workspace.communities[workspace.community[node]].size > 1,
                isWellConnected(Int32(node), in: workspace)
            else { continue }
            merge(node, on: level, in: workspace, using: &generator)
        }
    }

    private func start(on level: ContractedGraph, in workspace: borrowing LeidenWorkspace) {
        for node in 0..<level.nodeCount {
            workspace.part[node] = Int32(node)
            workspace.parts[node] = LeidenGroup(mass: level.masses[node])
            workspace.flag[node] = false
            let own = workspace.community[node]
            var tie = 0.0
            for place in level.offsets[node]..<level.offsets[node + 1]
            where workspace.community[level.neighbours[place]] == own {
                tie += level.weights[place]
            }
            workspace.partTie[node] = tie
        }
    }

    @inline(__always) private func isWellConnected(
        _ part: Int32, in workspace: borrowing LeidenWorkspace
    ) -> Bool {
        let mass = workspace.parts[part].mass
        let rest = workspace.communities[workspace.community[part]].mass - mass
        return workspace.partTie[part] >= NullModel.between(mass, rest, scale: scale)
    }

    @inline(__always) private func merge(
        _ node: Int, on level: ContractedGraph, in workspace: borrowing LeidenWorkspace,
        using generator: inout SeededGenerator
    ) {
        let own = workspace.community[node]
        var touchedCount = 0
        for place in level.offsets[node]..<level.offsets[node + 1] {
            let neighbour = level.neighbours[place]
            guard workspace.community[neighbour] == own else { continue }
            let other = workspace.part[neighbour]
            workspace.parts.withElement(other) {
                workspace.touched[touchedCount] = other
                touchedCount += $0.tie == 0 ? 1 : 0
                $0.tie += level.weights[place]
            }
        }
        let target = draw(node, among: touchedCount, in: workspace, using: &generator)
        if target != Int32(node) {
            workspace.parts.withElement(target) { $0.mass += level.masses[node] }
            workspace.partTie[target] += workspace.partTie[node] - 2 * workspace.parts[target].tie
            workspace.part[node] = target
            workspace.flag[target] = true
            workspace.flag[node] = true
        }
        for index in 0..<touchedCount { workspace.parts.withElement(workspace.touched[index]) { $0.tie = 0 } }
    }

    /// Draws a part that takes the node in, or the node's own.
    @inline(__always) private func draw(
        _ node: Int, among touchedCount: Int, in workspace: borrowing LeidenWorkspace,
        using generator: inout SeededGenerator
    ) -> Int32 {
        let mass = workspace.parts[Int32(node)].mass
        var best = 0.0
        for index in 0..<touchedCount {
            let other = workspace.touched[index]
            let gain =
                isWellConnected(other, in: workspace)
                ? workspace.parts[other].tie
                    - NullModel.between(mass, workspace.parts[other].mass, scale: scale)
                : -1
            workspace.chance[index] = gain
            best = max(best, gain)
        }
        let stay = chance(ofGain: 0, best: best)
        var total = stay
        for index in 0..<touchedCount {
            let gain = workspace.chance[index]
            total += gain < 0 ? 0 : chance(ofGain: gain, best: best)
            workspace.chance[index] = total
        }
        let drawn = generator.unit() * total
        guard drawn >= stay else { return Int32(node) }
        for index in 0..<touchedCount where drawn < workspace.chance[index] {
            return workspace.touched[index]
        }
        return Int32(node)
    }

    @inline(__always) private func chance(ofGain gain: Double, best: Double) -> Double {
        if gain == best { return 1 }
        let exponent = (gain - best) / temperature
        return exponent < Self.negligible ? 0 : exp(exponent)
    }
}
