import Casework

/// Writes the graph inside each group: the values that tie its members, and their strongest links.
struct GraphWriter {
    private let insertHub: BulkInsert
    private let insertLink: BulkInsert

    init(_ handle: Handle) throws {
        insertHub = try BulkInsert(
            handle, "group_hub (group_id, place, kind, value, family, bits, outside, holders)", columns: 8)
        insertLink = try BulkInsert(handle, "group_link (group_id, a, b, bits, by)", columns: 5)
    }

    func write(_ group: GroupFinding, _ id: String) throws {
        try write(group.hubs, id)
        try write(group.links, id)
    }

    /// Call it after the last group.
    func finish() throws {
        try insertHub.finish()
        try insertLink.finish()
    }

    private func write(_ hubs: [GroupHub], _ id: String) throws {
        var holders = ByteWriter(capacity: 1 << 10)
        for (place, hub) in hubs.enumerated() {
            try insertHub.bind(1, .text(id))
            try insertHub.bind(2, .integer(place))
            try insertHub.bind(3, .text(hub.artifact.kind.rawValue))
            try insertHub.bind(4, .text(hub.artifact.value.string))
            try insertHub.bind(5, .text(hub.family.rawValue))
            try insertHub.bind(6, .real(hub.bits))
            try insertHub.bind(7, .integer(hub.outside))
            holders.removeAll()
            MemberList.write(hub.holders, to: &holders)
            try insertHub.bind(8, bytes: holders.bytes)
            try insertHub.endRow()
        }
    }

    private func write(_ links: [GroupLink], _ id: String) throws {
        var json = JSONBytes()
        for link in links {
            try insertLink.bind(1, .text(id))
            try insertLink.bind(2, .integer(Int64(link.a)))
            try insertLink.bind(3, .integer(Int64(link.b)))
            try insertLink.bind(4, .real(link.bits))
            json.removeAll()
            ArtifactColumn.write(link.by, to: &json)
            try insertLink.bind(5, json)
            try insertLink.endRow()
        }
    }
}
