/// Takes out of a group those who are tied to each other and not to the rest.
///
/// A class that works through an operator's network can lie so close to its accounts that no division of links parts
/// them, and then its members speak for each other's membership. Members are connected by what is owned and by frames
/// where at least a third of a value's holders are members (`GroupSums.firmShare`); of the connected components all
/// but the largest are compared with the rest, and one of three or more that the mixing test calls another
/// operation, and does not tie, becomes a group of its own. Members with no such tie stay: nothing is known of them.
struct UntiedCliques {
    /// Components of fewer members say too little to be taken out.
    static let leastMembers = 3

    let test: MixingTest

    /// Components compared with the rest, the largest but one first: each comparison costs as much as the group has
    /// incidences, and a large crowd behind one network has thousands of families.
    static let mostCompared = 16

    /// The group without its cliques first, then the cliques, by size. O(incidences of the members, sorted), at most
    /// `mostCompared` times.
    func split(_ members: [Int32]) -> [[Int32]] {
        guard members.count > 2 * Self.leastMembers else { return [members] }
        let bySize = components(members).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        var rest = members
        var cliques: [[Int32]] = []
        for component in bySize.dropFirst().prefix(Self.mostCompared) {
            let inside = Set(component)
            let others = rest.filter { !inside.contains($0) }
            let verdict = test.compare(test.part(component), test.part(others))
            guard verdict.outcome == .two, !verdict.isTied else { continue }
            rest = others
            cliques.append(component)
        }
        return [rest] + cliques
    }

    /// Components of enough members, by first member; each ascending.
    private func components(_ members: [Int32]) -> [[Int32]] {
        let table = test.table
        let profile = GroupProfile(members: members, table)
        let isFirm = profile.value.indices.map { slot in
            let value = profile.value[slot]
            let inside = Double(profile.inside[slot])
            let holders = inside + table.outside(Int(value), inside: inside)
            return inside > 1 && test.isOwnedOrFrame(value) && inside >= GroupSums.firmShare * holders
        }
        var sets = DisjointSets(count: members.count)
        var first = [Int32](repeating: -1, count: profile.value.count)
        for (place, account) in members.enumerated() {
            for row in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                let slot = profile.slot(of: table.value[row])
                guard isFirm[slot] else { continue }
                if first[slot] < 0 {
                    first[slot] = Int32(place)
                } else {
                    sets.join(first[slot], Int32(place))
                }
            }
        }
        var found: [[Int32]] = []
        var number = [Int32: Int]()
        for (place, account) in members.enumerated() {
            let root = sets.find(Int32(place))
            if let known = number[root] {
                found[known].append(account)
            } else {
                number[root] = found.count
                found.append([account])
            }
        }
        return found.filter { $0.count >= Self.leastMembers }
    }
}
