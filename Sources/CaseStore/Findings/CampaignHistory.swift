import Casework

/// Replays the registry: what every id has been through, with who was in common with whom.
struct CampaignHistory {
    /// The oldest first.
    private(set) var events: [CampaignEvent] = []
    /// Members of every id when it was last a group.
    private var members: [String: [UInt32]] = [:]

    /// - Parameter entries: the oldest first; those of one run follow each other. O(members of all entries).
    init(_ entries: [CampaignRegistry.Recorded]) {
        var start = 0
        while start < entries.count {
            var end = start
            while end < entries.count, entries[end].run == entries[start].run { end += 1 }
            add(entries[start..<end])
            start = end
        }
    }

    private mutating func add(_ run: ArraySlice<CampaignRegistry.Recorded>) {
        var after = members
        for entry in run where !entry.members.isEmpty { after[entry.id] = entry.members }
        for entry in run { events.append(event(entry, after)) }
        members = after
    }

    /// - Parameter after: members of the ids once the run was through.
    private func event(_ entry: CampaignRegistry.Recorded, _ after: [String: [UInt32]]) -> CampaignEvent {
        let before = Set(members[entry.id] ?? [])
        let isOver = entry.members.isEmpty
        let own = isOver ? before : Set(entry.members)
        let kin = entry.others.map { id in
            let other = (isOver ? after[id] : members[id]) ?? []
            let shared = other.count(where: own.contains)
            return CampaignEvent.Kin(
                id: id, accounts: shared, share: Double(shared) / Double(max(1, own.count)),
                shareOfOther: Double(shared) / Double(max(1, other.count)))
        }
        return CampaignEvent(
            run: entry.run, id: entry.id, event: entry.event, accounts: own.count,
            joined: isOver ? 0 : own.subtracting(before).count,
            left: isOver ? before.count : before.subtracting(own).count,
            kin: kin)
    }
}

extension CampaignHistory {
    /// Events of one id, and those of others that it had a part in.
    func events(of id: String) -> [CampaignEvent] {
        events.filter { $0.id == id || $0.kin.contains { $0.id == id } }
    }
}
