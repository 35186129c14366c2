import Casework

/// Replays the registry: what every id has been through, with who was in common with whom.
struct CampaignHistory {
    /// The oldest first.
    private(set) var events: [CampaignEvent] = []
    /// Members of every id when it was last a group.
    private var members: [String: [UInt32]] = [:]

    /// - Parameters:
    ///   - entries: the oldest first; those of one run follow each other. O(members of all entries).
    ///   - runs: all analyses, the oldest first, for their times.
    init(_ entries: [CampaignRegistry.Recorded], runs: [(id: String, at: Timestamp)]) {
        var start = 0
        var times = RunTimes(runs)
        while start < entries.count {
            var end = start
            while end < entries.count, entries[end].run == entries[start].run { end += 1 }
            add(entries[start..<end], at: times.next(entries[start].run))
            start = end
        }
    }

    private mutating func add(_ run: ArraySlice<CampaignRegistry.Recorded>, at: Timestamp?) {
        var after = members
        for entry in run where !entry.members.isEmpty { after[entry.id] = entry.members }
        for entry in run { events.append(event(entry, at, after)) }
        members = after
    }

    /// - Parameter after: members of the ids once the run was through.
    private func event(
        _ entry: CampaignRegistry.Recorded, _ at: Timestamp?, _ after: [String: [UInt32]]
    ) -> CampaignEvent {
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
            run: entry.run, at: at, id: entry.id, event: entry.event, accounts: own.count,
            joined: isOver ? 0 : own.subtracting(before).count,
            left: isOver ? before.count : before.subtracting(own).count,
            kin: kin)
    }
}

/// When analyses were, asked for in their order. One id may occur several times.
private struct RunTimes {
    private let runs: [(id: String, at: Timestamp)]
    private var place = 0

    init(_ runs: [(id: String, at: Timestamp)]) { self.runs = runs }

    /// The time of the first with this id from where the last one was; nil where none is recorded.
    mutating func next(_ id: String) -> Timestamp? {
        guard let found = runs[place...].firstIndex(where: { $0.id == id }) else { return nil }
        place = found
        return runs[found].at
    }
}

extension CampaignHistory {
    init(_ handle: Handle) throws {
        self.init(
            try CampaignRegistry.entries(handle),
            runs: try RunHistory.runs(handle).map { ($0.run.id, $0.run.at) })
    }

    /// Events of one id, and those of others that it had a part in.
    func events(of id: String) -> [CampaignEvent] {
        events.filter { $0.id == id || $0.kin.contains { $0.id == id } }
    }
}
