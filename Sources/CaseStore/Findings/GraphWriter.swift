import Casework

/// Writes the graph inside each group: the values that tie its members, and their strongest links.
struct GraphWriter {
    private let insertHub: Statement
    private let insertLink: Statement

    init(_ handle: Handle) throws {
        insertHub = try handle.prepare(
            "INSERT INTO group_hub (group_id, place, kind, value, family, bits, outside, holders)"
                + " VALUES (?,?,?,?,?,?,?,?)")
        insertLink = try handle.prepare(
            "INSERT INTO group_link (group_id, a, b, bits, by) VALUES (?,?,?,?,?)")
    }

    func write(_ group: GroupFinding, _ id: String) throws {
        try write(group.hubs, id)
        try write(group.links, id)
    }

    private func write(_ hubs: [GroupHub], _ id: String) throws {
        var holders = ByteWriter(capacity: 1 << 10)
        try insertHub.bind(1, .text(id))
        for (place, hub) in hubs.enumerated() {
            try insertHub.bind(2, .integer(place))
            try insertHub.bind(3, .text(hub.artifact.kind.rawValue))
            try insertHub.bind(4, .text(hub.artifact.value.string))
            try insertHub.bind(5, .text(hub.family.rawValue))
            try insertHub.bind(6, .real(hub.bits))
            try insertHub.bind(7, .integer(hub.outside))
            holders.removeAll()
            MemberList.write(hub.holders, to: &holders)
            try insertHub.bind(8, bytes: holders.bytes)
            try insertHub.run()
        }
    }

    private func write(_ links: [GroupLink], _ id: String) throws {
        var json = JSONBytes()
        try insertLink.bind(1, .text(id))
        for link in links {
            try insertLink.bind(2, .integer(Int64(link.a)))
            try insertLink.bind(3, .integer(Int64(link.b)))
            try insertLink.bind(4, .real(link.bits))
            json.removeAll()
            ArtifactColumn.write(link.by, to: &json)
            try insertLink.bind(5, json)
            try insertLink.run()
        }
    }
}
