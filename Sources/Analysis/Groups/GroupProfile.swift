/// How many members of a group hold each value: pairs (value, holders inside), by value.
struct GroupProfile: Sendable {
    var size: Int
    /// Members of whom samples are known.
    var sampled: Int
    var value: [Int32]
    var inside: [Int32]

    /// One profile for each group. O(incidences of members, sorted).
    static func all(_ assignment: GroupAssignment, _ table: IncidenceTable) -> [GroupProfile] {
        assignment.members.map { GroupProfile(members: $0, table) }
    }

    init(members: [Int32], _ table: IncidenceTable) {
        var held: [Int32] = []
        for account in members {
            held += table.value[table.rows[Int(account)]..<table.rows[Int(account) + 1]]
        }
        held.sort()
        (size, value, inside) = (members.count, [], [])
        sampled = members.count { table.coverage.isSampled[Int($0)] }
        for entry in held {
            if value.last == entry {
                inside[inside.count - 1] += 1
            } else {
                value.append(entry)
                inside.append(1)
            }
        }
    }

    /// Members that hold a value. O(log values).
    func count(of wanted: Int32) -> Int32 {
        let slot = slot(of: wanted)
        return slot < value.count && value[slot] == wanted ? inside[slot] : 0
    }

    /// Place among the values, or that of the next larger one. O(log values).
    func slot(of wanted: Int32) -> Int {
        var (low, high) = (0, value.count)
        while low < high {
            let middle = (low + high) / 2
            if value[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Members that could have been seen to hold a value: those sampled for a template, else all.
    func size(seeing value: Int32, _ table: IncidenceTable) -> Double {
        Double(table.kind[Int(value)] == table.templateKind ? sampled : size)
    }

    /// Every value that both hold, ascending, with holders in each. O(values of the one with fewer · log of the others).
    static func forEachShared(
        _ one: GroupProfile, _ two: GroupProfile, _ body: (Int32, Int32, Int32) -> Void
    ) {
        guard one.value.count <= two.value.count else {
            return forEachShared(two, one) { value, second, first in body(value, first, second) }
        }
        for (slot, value) in one.value.enumerated() {
            let inside = two.count(of: value)
            if inside > 0 { body(value, one.inside[slot], inside) }
        }
    }
}
