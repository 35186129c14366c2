import Casework

/// The names that groups keep over runs: `C-01` for campaigns, `G-01` for look-alikes.
///
/// Rule: groups in the order of the findings (the largest first); each takes the id of the earlier group of its
/// sort whose members overlap most with its own, if that is at least half by Jaccard's index and nobody took it
/// before; else a new one. An id once given is never given to another.
struct CampaignRegistry {
    /// What the registry holds of an id: its members when they last changed.
    struct Known {
        var id: String
        var members: [UInt32]
        /// False once another group has taken its members in.
        var isCurrent: Bool
    }

    /// A line to add.
    struct Entry: Hashable {
        /// `new`, `continued`, `split`, `merged`, `gone`.
        var event: String
        var id: String
        /// The ids it came from or went into.
        var others: [String]
        var members: [UInt32]
    }

    private var known: [Known]

    init(_ known: [Known]) { self.known = known }

    /// Ids for `groups` (members ascending), in their order, and what to record: nothing for a group that is as
    /// it was.
    func name(_ groups: [(isCampaign: Bool, members: [UInt32])]) -> (ids: [String], entries: [Entry]) {
        var owners: [UInt32: [Int]] = [:]
        for (place, group) in known.enumerated() where group.isCurrent {
            for member in group.members { owners[member, default: []].append(place) }
        }
        let overlaps = groups.map { sharedMembers($0.members, owners) }
        var taken: Set<Int> = []
        var next = nextNumbers()
        var ids: [String] = []
        for (index, group) in groups.enumerated() {
            let place = best(group, overlaps[index], taken)
            if let place { taken.insert(place) }
            ids.append(place.map { known[$0].id } ?? next.take(group.isCampaign ? "C" : "G"))
        }
        return (ids, entries(groups.map(\.members), ids, overlaps, taken))
    }

    private func sharedMembers(_ members: [UInt32], _ owners: [UInt32: [Int]]) -> [Int: Int] {
        var overlaps: [Int: Int] = [:]
        for member in members { for place in owners[member] ?? [] { overlaps[place, default: 0] += 1 } }
        return overlaps
    }

    private func best(
        _ group: (isCampaign: Bool, members: [UInt32]), _ overlaps: [Int: Int], _ taken: Set<Int>
    ) -> Int? {
        let sort = group.isCampaign ? "C-" : "G-"
        let fitting = overlaps.keys.sorted().filter { !taken.contains($0) && known[$0].id.hasPrefix(sort) }
        let scored = fitting.map { place -> (place: Int, score: Double) in
            let shared = overlaps[place] ?? 0
            return (place, Double(shared) / Double(group.members.count + known[place].members.count - shared))
        }
        guard let best = scored.max(by: { ($0.score, $1.place) < ($1.score, $0.place) }) else { return nil }
        return best.score >= CampaignRegistry.leastOverlap ? best.place : nil
    }

    private func entries(
        _ groups: [[UInt32]], _ ids: [String], _ overlaps: [[Int: Int]], _ taken: Set<Int>
    ) -> [Entry] {
        var entries: [Entry] = []
        for (index, members) in groups.enumerated() {
            let earlier = known.first { $0.id == ids[index] }
            if let earlier, earlier.members == members, earlier.isCurrent { continue }
            // Groups that this one shares members with, other than itself: it came out of them.
            let parents = overlaps[index].keys.sorted().map { known[$0].id }.filter { $0 != ids[index] }
            let event = earlier != nil ? "continued" : parents.isEmpty ? "new" : "split"
            entries.append(
                Entry(
                    event: event, id: ids[index], others: event == "continued" ? [] : parents,
                    members: members))
        }
        for (place, group) in known.enumerated() where group.isCurrent && !taken.contains(place) {
            let heirs = groups.indices.filter { overlaps[$0][place] != nil }.map { ids[$0] }
            entries.append(
                Entry(event: heirs.isEmpty ? "gone" : "merged", id: group.id, others: heirs, members: []))
        }
        return entries
    }

    private struct NextNumbers {
        var numbers: [String: Int]

        mutating func take(_ letter: String) -> String {
            let number = (numbers[letter] ?? 0) + 1
            numbers[letter] = number
            return letter + "-" + (number < 10 ? "0\(number)" : "\(number)")
        }
    }

    private func nextNumbers() -> NextNumbers {
        var numbers: [String: Int] = [:]
        for group in known {
            let letter = String(group.id.prefix(1))
            numbers[letter] = max(numbers[letter] ?? 0, Int(group.id.dropFirst(2)) ?? 0)
        }
        return NextNumbers(numbers: numbers)
    }

    /// Half of all members of both: two groups cannot both have that much of a third.
    private static let leastOverlap = 0.5
}

extension CampaignRegistry {
    /// Reads the newest entry of every id.
    init(_ handle: Handle) throws {
        var newest: [String: Known] = [:]
        var order: [String] = []
        try handle.each("SELECT id, event, members FROM campaign_registry ORDER BY number") { row in
            let id = row.text(0)
            let event = row.text(1)
            if newest[id] == nil { order.append(id) }
            let isOver = event == "gone" || event == "merged"
            newest[id] = Known(
                id: id, members: try MemberList.read(row.bytes(2)), isCurrent: !isOver)
        }
        self.init(order.compactMap { newest[$0] })
    }

    static func append(_ entries: [Entry], run: String, _ handle: Handle) throws {
        var number = try handle.number("SELECT coalesce(max(number), 0) FROM campaign_registry")
        for entry in entries {
            number += 1
            try handle.run(
                "INSERT INTO campaign_registry (number, id, event, run, others, members) VALUES (?,?,?,?,?,?)",
                [
                    .integer(number), .text(entry.id), .text(entry.event), .text(run),
                    .text(JSONValue.strings(entry.others).text), .bytes(MemberList.bytes(entry.members)),
                ])
        }
    }
}

/// Account numbers as bytes: varints of the differences, ascending.
enum MemberList {
    static func bytes(_ members: [UInt32]) -> [UInt8] {
        var writer = ByteWriter(capacity: members.count + 16)
        write(members, to: &writer)
        return Array(writer.bytes)
    }

    /// Those in another order come back too: differences are taken modulo 2^32.
    static func write(_ members: [UInt32], to writer: inout ByteWriter) {
        var previous: UInt32 = 0
        for member in members {
            writer.varint(UInt64(member &- previous))
            previous = member
        }
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws -> [UInt32] {
        var reader = ByteReader(bytes)
        var members: [UInt32] = []
        var previous: UInt32 = 0
        while reader.remaining > 0, !reader.isBroken {
            previous = previous &+ UInt32(truncatingIfNeeded: reader.varint())
            members.append(previous)
        }
        if reader.isBroken { throw BlockDamage.cutShort }
        return members
    }
}
