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
        var (low, high) = (0, value.count)
        while low < high {
            let middle = (low + high) / 2
            if value[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < value.count && value[low] == wanted ? inside[low] : 0
    }

    /// Members that could have been seen to hold a value: those sampled for a template, else all.
    func size(seeing value: Int32, _ table: IncidenceTable) -> Double {
        Double(table.kind[Int(value)] == table.templateKind ? sampled : size)
    }

    /// Both groups as one. O(values of both).
    init(joining one: GroupProfile, _ two: GroupProfile) {
        (size, value, inside) = (one.size + two.size, [], [])
        sampled = one.sampled + two.sampled
        GroupProfile.walk(one, two) { value, first, second in
            self.value.append(value)
            inside.append(first + second)
        }
    }

    /// Every value either holds, ascending, with holders in each.
    static func walk(_ one: GroupProfile, _ two: GroupProfile, _ body: (Int32, Int32, Int32) -> Void) {
        var (i, j) = (0, 0)
        while i < one.value.count || j < two.value.count {
            let first = i < one.value.count ? one.value[i] : Int32.max
            let second = j < two.value.count ? two.value[j] : Int32.max
            let value = min(first, second)
            body(value, first == value ? one.inside[i] : 0, second == value ? two.inside[j] : 0)
            if first == value { i += 1 }
            if second == value { j += 1 }
        }
    }
}
