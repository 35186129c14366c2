import Casework

/// The bipartite graph of one group: every value that ties two or more members, with all of them.
struct GroupHubs {
    struct Hub {
        var value: Int32
        /// Places in the list of members, ascending.
        var holders: [Int32]
    }

    /// By value.
    let hubs: [Hub]
    private let members: [Int32]

    /// O(incidences of members, sorted).
    init(_ members: [Int32], _ table: IncidenceTable) {
        var held: [(value: Int32, member: Int32)] = []
        for (place, account) in members.enumerated() {
            for row in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                held.append((table.value[row], Int32(place)))
            }
        }
        held.sort { $0 < $1 }
        var hubs: [Hub] = []
        var start = 0
        while start < held.count {
            var end = start + 1
            while end < held.count, held[end].value == held[start].value { end += 1 }
            if end - start > 1 {
                hubs.append(Hub(value: held[start].value, holders: held[start..<end].map(\.member)))
            }
            start = end
        }
        self.hubs = hubs
        self.members = members
    }

    /// The hubs as findings name them: the strongest first, ties by artifact.
    func findings(_ evidence: Evidence, _ input: AnalysisInput, _ weights: LinkWeights) -> [GroupHub] {
        hubs.map { hub in
            let artifact = evidence.catalog.artifact(Int(hub.value))
            let outside = max(0, Int(evidence.table.holders[Int(hub.value)]) - hub.holders.count)
            return GroupHub(
                artifact: artifact, family: artifact.kind.family, bits: weights.bits[Int(hub.value)],
                holders: hub.holders.map { input.accounts.number[Int(members[Int($0)])] }, outside: outside)
        }
        .sorted { ($1.bits, $0.artifact) < ($0.bits, $1.artifact) }
    }
}
