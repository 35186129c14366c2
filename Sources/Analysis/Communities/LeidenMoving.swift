/// Leiden's fast local moving: every node goes to the neighbouring community where it gains most, or to one of
/// its own; whenever a node moves, its neighbours elsewhere are looked at again (Traag, Waltman, van Eck 2019,
/// algorithm A.2, `MoveNodesFast`).
///
/// A visit costs the degree of the node; the passes together are close to linear in the edges.
struct LeidenMoving {
    let scale: Double
    /// Gains up to this size are rounding and move nothing.
    let leastGain: Double

    /// Rounding could make nodes chase each other for ever; a pass ends after this many visits a node.
    /// Ordinary graphs need 2 to 10.
    private static let visitsPerNode = 100

    /// Improves `workspace.community`, whose masses and sizes must be tallied.
    func run(
        on level: ContractedGraph, in workspace: borrowing LeidenWorkspace,
        using generator: inout SeededGenerator
    ) {
        let count = level.nodeCount
        workspace.order.fillShuffled(count: count, using: &generator)
        var freeCount = 0
        for index in 0..<count {
            workspace.flag[index] = true
            guard workspace.communities[index].size == 0 else { continue }
            workspace.free[freeCount] = Int32(index)
            freeCount += 1
        }
        var head = 0
        var waiting = count
        var visits = 0
        while waiting > 0, visits < Self.visitsPerNode * count {
            let node = Int(workspace.order[head])
            head = head + 1 == count ? 0 : head + 1
            waiting -= 1
            visits += 1
            workspace.flag[node] = false
            guard move(node, on: level, in: workspace, freeCount: &freeCount) else { continue }
            let own = workspace.community[node]
            for place in level.offsets[node]..<level.offsets[node + 1] {
                let neighbour = level.neighbours[place]
                guard workspace.community[neighbour] != own, !workspace.flag[neighbour] else { continue }
                workspace.flag[neighbour] = true
                let tail = head + waiting
                workspace.order[tail < count ? tail : tail - count] = neighbour
                waiting += 1
            }
        }
    }

    /// Puts one node where it gains most; false when it stays.
    @inline(__always) private func move(
        _ node: Int, on level: ContractedGraph, in workspace: borrowing LeidenWorkspace, freeCount: inout Int
    ) -> Bool {
        let old = workspace.community[node]
        let mass = level.masses[node]
        let touchedCount = gatherTies(of: node, on: level, in: workspace)
        let current = workspace.communities[old]
        let alone = current.size == 1
        let expected = alone ? 0 : NullModel.between(mass, current.mass - mass, scale: scale)
        var best = old
        var bestGain = (alone ? 0 : current.tie - expected) + leastGain
        for index in 0..<touchedCount {
            let other = workspace.touched[index]
            let group = workspace.communities[other]
            workspace.communities.withElement(other) { $0.tie = 0 }
            let gain = group.tie - NullModel.between(mass, group.mass, scale: scale)
            guard gain > bestGain, other != old else { continue }
            best = other
            bestGain = gain
        }
        if bestGain < 0, !alone, freeCount > 0 { best = workspace.free[freeCount - 1] }
        guard best != old else { return false }
        transfer(node, mass, from: old, to: best, in: workspace, freeCount: &freeCount)
        return true
    }

    /// Sums the ties of a node by community; the count of communities touched.
    @inline(__always) private func gatherTies(
        of node: Int, on level: ContractedGraph, in workspace: borrowing LeidenWorkspace
    ) -> Int {
        var touchedCount = 0
        for place in level.offsets[node]..<level.offsets[node + 1] {
            let other = workspace.community[level.neighbours[place]]
            workspace.communities.withElement(other) {
                // Without a branch, which would be foretold wrongly half of the time: what is not new is written over.
                workspace.touched[touchedCount] = other
                touchedCount += $0.tie == 0 ? 1 : 0
                $0.tie += level.weights[place]
            }
        }
        return touchedCount
    }

    @inline(__always) private func transfer(
        _ node: Int, _ mass: NullMass, from old: Int32, to new: Int32,
        in workspace: borrowing LeidenWorkspace, freeCount: inout Int
    ) {
        if workspace.communities[new].size == 0 { freeCount -= 1 }
        workspace.communities.withElement(new) {
            $0.mass += mass
            $0.size += 1
        }
        workspace.communities.withElement(old) {
            $0.size -= 1
            $0.mass = $0.size == 0 ? .zero : $0.mass - mass
        }
        workspace.community[node] = new
        guard workspace.communities[old].size == 0 else { return }
        workspace.free[freeCount] = old
        freeCount += 1
    }
}
