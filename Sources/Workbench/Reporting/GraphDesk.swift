public import CaseStore
import Casework
public import Reports

/// Reads the values that tie groups together into a graph of accounts and artifacts.
public struct GraphDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// The graph of every group, or of one.
    ///
    /// - Throws: `StoreError.notFound` for a group that is not there.
    public func graph(ofGroup id: String? = nil) throws -> GroupGraph {
        let overview = try reader.overview()
        var graph = GroupGraph(title: overview.title, isSynthetic: overview.synthetic)
        graph.run = overview.run?.id
        let groups = try id.map { [try reader.group($0, members: 0).row] } ?? reader.groups(ListQuery())
        for row in groups {
            graph.accounts += try reader.members(of: row.id).map { member in
                GroupGraph.Account(
                    id: member.accountId, group: row.id, kind: row.kind, probability: member.probability,
                    role: member.role)
            }
            graph.hubs += try hubs(of: row.id)
        }
        try reader.eachAccount(ListQuery()) { graph.add(flags: $0.flagged, of: $0.accountId) }
        return graph
    }

    private func hubs(of group: String) throws -> [GroupGraph.Hub] {
        try reader.groupHubs(group).map { hub in
            GroupGraph.Hub(
                artifact: hub.artifact, group: group, family: hub.family, bits: hub.bits,
                holders: try reader.accountIDs(of: hub.holders), outside: hub.outside)
        }
    }
}
