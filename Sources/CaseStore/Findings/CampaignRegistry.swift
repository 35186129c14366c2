import Casework

/// The names that groups keep over runs: `C-01` for campaigns, `G-01` for look-alikes.
///
/// Rule: a group takes the id of the earlier group of its sort with which it has the most members in common, if that is
/// at least half of the smaller of the two; of all such pairs the greatest overlap is dealt first, ties to ids that are
/// in use, then to the closer pair by Jaccard's index, then to the older id, then to the group that comes first. So the
/// largest part of a split keeps the id, and a merged group that of its largest part. Half of the smaller, not of both:
/// an operation of which a day's logs show three times as many accounts is still the same one. A group that matches
/// none gets a new id; an id once given is never given to another, and one that was gone or merged comes back with its
/// members.
struct CampaignRegistry {
    /// What the registry holds of an id: its members when it was last a group.
    struct Known {
        var id: String
        var members: [UInt32]
        /// False once it is gone or another group has taken its members in.
        var isCurrent: Bool
    }

    /// A line to add.
    struct Entry: Hashable {
        var event: CampaignEvent.Sort
        var id: String
        /// The ids it came from or went into.
        var others: [String]
        /// Empty once it is no group any more.
        var members: [UInt32]
    }

    private let known: [Known]

    /// - Parameter known: in the order in which the ids were given.
    init(_ known: [Known]) { self.known = known }

    /// Ids for `groups` (members ascending), in their order, and what to record: nothing for a group that is as
    /// it was. Linear in the members of groups and registry, apart from sorting the pairs.
    func name(_ groups: [(isCampaign: Bool, members: [UInt32])]) -> (ids: [String], entries: [Entry]) {
        let overlaps = self.overlaps(groups.map(\.members))
        let dealt = deal(groups, overlaps)
        var next = nextNumbers()
        let ids = groups.indices.map { group in
            dealt[group].map { known[$0].id } ?? next.take(groups[group].isCampaign ? "C" : "G")
        }
        return (ids, entries(groups.map(\.members), ids, overlaps, dealt))
    }

    /// Members that each group has in common with each known one, by its place.
    private func overlaps(_ groups: [[UInt32]]) -> [[Int: Int]] {
        var owners: [UInt32: [Int]] = [:]
        for (place, group) in known.enumerated() {
            for member in group.members { owners[member, default: []].append(place) }
        }
        return groups.map { members in
            var overlaps: [Int: Int] = [:]
            for member in members { for place in owners[member] ?? [] { overlaps[place, default: 0] += 1 } }
            return overlaps
        }
    }

    private struct Pair {
        var group: Int
        var place: Int
        var shared: Int
        var isCurrent: Bool
        var jaccard: Double

        func goesBefore(_ other: Pair) -> Bool {
            if shared != other.shared { return shared > other.shared }
            if isCurrent != other.isCurrent { return isCurrent }
            if jaccard != other.jaccard { return jaccard > other.jaccard }
            return (place, group) < (other.place, other.group)
        }
    }

    /// The place among the known of the id that each group takes.
    private func deal(_ groups: [(isCampaign: Bool, members: [UInt32])], _ overlaps: [[Int: Int]]) -> [Int?] {
        var pairs: [Pair] = []
        for (group, found) in overlaps.enumerated() {
            let sort = groups[group].isCampaign ? "C-" : "G-"
            let size = groups[group].members.count
            for (place, shared) in found where known[place].id.hasPrefix(sort) {
                guard Self.isHalf(shared, of: min(size, known[place].members.count)) else { continue }
                pairs.append(
                    Pair(
                        group: group, place: place, shared: shared, isCurrent: known[place].isCurrent,
                        jaccard: Double(shared) / Double(size + known[place].members.count - shared)))
            }
        }
        var dealt: [Int?] = groups.map { _ in nil }
        var taken: Set<Int> = []
        for pair in pairs.sorted(by: { $0.goesBefore($1) })
        where dealt[pair.group] == nil && taken.insert(pair.place).inserted {
            dealt[pair.group] = pair.place
        }
        return dealt
    }

    private static func isHalf(_ part: Int, of whole: Int) -> Bool { whole > 0 && 2 * part >= whole }

    private func entries(
        _ groups: [[UInt32]], _ ids: [String], _ overlaps: [[Int: Int]], _ dealt: [Int?]
    ) -> [Entry] {
        let taken = Set(dealt.compactMap { $0 })
        var entries: [Entry] = []
        for (index, members) in groups.enumerated() {
            let earlier = dealt[index].map { known[$0] }
            if let earlier, earlier.members == members, earlier.isCurrent { continue }
            let parents = parents(overlaps[index], size: members.count, except: dealt[index])
            entries.append(
                Entry(
                    event: event(earlier, parents, ids[index], taken), id: ids[index],
                    others: parents.map { known[$0].id }, members: members))
        }
        for (place, group) in known.enumerated() where group.isCurrent && !taken.contains(place) {
            let heirs = groups.indices.filter { (overlaps[$0][place] ?? 0) > 0 }
                .sorted { (-(overlaps[$0][place] ?? 0), $0) < (-(overlaps[$1][place] ?? 0), $1) }
            let most = heirs.first.flatMap { overlaps[$0][place] } ?? 0
            let isHeld = Self.isHalf(most, of: group.members.count)
            let isOther = heirs.first.map { ids[$0].first != group.id.first } ?? false
            entries.append(
                Entry(
                    event: !isHeld ? .gone : isOther ? .reclassified : .merged, id: group.id,
                    others: heirs.map { ids[$0] }, members: []))
        }
        return entries
    }

    /// Groups in use that at least half of a group's members were in, or that it holds at least half of: the greatest
    /// part first.
    private func parents(_ overlaps: [Int: Int], size: Int, except own: Int?) -> [Int] {
        overlaps.filter { place, shared in
            place != own && known[place].isCurrent
                && Self.isHalf(shared, of: min(size, known[place].members.count))
        }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    }

    /// - Parameter taken: places whose ids go on in this run.
    private func event(_ earlier: Known?, _ parents: [Int], _ id: String, _ taken: Set<Int>)
        -> CampaignEvent.Sort
    {
        if let earlier { return earlier.isCurrent ? .continued : .back }
        guard let parent = parents.first else { return .new }
        return known[parent].id.first != id.first && !taken.contains(parent) ? .reclassified : .split
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
}

extension CampaignRegistry {
    /// Reads the newest entry of every id.
    init(_ handle: Handle) throws {
        var places: [String: Int] = [:]
        var known: [Known] = []
        for entry in try Self.entries(handle) {
            let place = places[entry.id] ?? known.count
            if place == known.count {
                places[entry.id] = place
                known.append(Known(id: entry.id, members: [], isCurrent: false))
            }
            known[place].isCurrent = !entry.members.isEmpty
            if !entry.members.isEmpty { known[place].members = entry.members }
        }
        self.init(known)
    }

    struct Recorded {
        var run: String
        var id: String
        var event: CampaignEvent.Sort
        var others: [String]
        var members: [UInt32]
    }

    /// All entries, the oldest first. Events of a later version read as `continued`, or `gone` without members.
    static func entries(_ handle: Handle) throws -> [Recorded] {
        try handle.rows("SELECT id, event, members, run, others FROM campaign_registry ORDER BY number") {
            row in
            let members = try MemberList.read(row.bytes(2))
            return Recorded(
                run: row.text(3), id: row.text(0),
                event: CampaignEvent.Sort(rawValue: row.text(1)) ?? (members.isEmpty ? .gone : .continued),
                others: try JSONColumn.decode(row.text(4)), members: members)
        }
    }

    static func append(_ entries: [Entry], run: String, _ handle: Handle) throws {
        var number = try handle.number("SELECT coalesce(max(number), 0) FROM campaign_registry")
        for entry in entries {
            number += 1
            try handle.run(
                "INSERT INTO campaign_registry (number, id, event, run, others, members) VALUES (?,?,?,?,?,?)",
                [
                    .integer(number), .text(entry.id), .text(entry.event.rawValue), .text(run),
                    .text(JSONValue.strings(entry.others).text), .bytes(MemberList.bytes(entry.members)),
                ])
        }
    }
}
