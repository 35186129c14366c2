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
        held.reserveCapacity(members.reduce(0) { $0 + table.rows[Int($1) + 1] - table.rows[Int($1)] })
        for account in members {
            held += table.value[table.rows[Int(account)]..<table.rows[Int(account) + 1]]
        }
        RadixSort.sort(&held)
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

    /// The profile of two groups without a member in common. O(values).
    init(joining one: GroupProfile, _ two: GroupProfile) {
        (size, sampled) = (one.size + two.size, one.sampled + two.sampled)
        (value, inside) = ([], [])
        value.reserveCapacity(one.value.count + two.value.count)
        inside.reserveCapacity(one.value.count + two.value.count)
        var (left, right) = (0, 0)
        while left < one.value.count || right < two.value.count {
            let first = left < one.value.count ? one.value[left] : .max
            let second = right < two.value.count ? two.value[right] : .max
            value.append(min(first, second))
            inside.append(
                (first <= second ? one.inside[left] : 0) + (second <= first ? two.inside[right] : 0))
            if first <= second { left += 1 }
            if second <= first { right += 1 }
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

    /// Every value that both hold, ascending, with holders in each.
    ///
    /// O(values of the one with fewer · log of the gaps between them in the other).
    static func shared(_ one: GroupProfile, _ two: GroupProfile) -> [(value: Int32, one: Int32, two: Int32)] {
        let isFirstFewer = one.value.count <= two.value.count
        let (few, many) = isFirstFewer ? (one, two) : (two, one)
        var shared: [(value: Int32, one: Int32, two: Int32)] = []
        var place = 0
        for (slot, value) in few.value.enumerated() {
            place = many.slot(of: value, from: place)
            guard place < many.value.count else { break }
            guard many.value[place] == value else { continue }
            let (own, other) = (few.inside[slot], many.inside[place])
            shared.append((value, isFirstFewer ? own : other, isFirstFewer ? other : own))
        }
        return shared
    }

    /// As `slot(of:)` where all values before `start` are smaller: in steps twice as wide each time, then in halves.
    func slot(of wanted: Int32, from start: Int) -> Int {
        var (low, step) = (start, 1)
        while low + step < value.count, value[low + step] < wanted {
            low += step
            step *= 2
        }
        var high = min(value.count, low + step)
        while low < high {
            let middle = (low + high) / 2
            if value[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
