/// What one round of `Membership` needs of every group, as flat columns.
struct GroupScales: Sendable {
    let presence: GroupPresence
    /// Members of each group.
    let size: [Double]
    /// What each entry of `presence` is worth to an account outside the group; the formula stands at `Membership`.
    private(set) var weight: [Double]
    /// How many times more values of each kind a member holds than usual, at least 1; by group, then kind.
    private let volume: [Double]
    private let kindCount: Int

    /// O(incidences).
    init(_ assignment: GroupAssignment, _ table: IncidenceTable, usual: [Double]) {
        presence = GroupPresence(assignment, table)
        size = assignment.members.map { Double($0.count) }
        kindCount = table.kindCount
        volume = assignment.members.flatMap { members in
            zip(Self.meanValues(members, table), usual).map { $1 > 0 ? max(1, $0 / $1) : 1 }
        }
        weight = [Double](repeating: 0, count: presence.group.count)
        for value in 0..<table.valueCount {
            for entry in presence.offsets[value]..<presence.offsets[value + 1] {
                weight[entry] = worth(
                    entry, of: value, table, inside: Double(presence.inside[entry]),
                    size: size[Int(presence.group[entry])])
            }
        }
    }

    /// The same for a member, who does not count itself; 0 where nobody else inside holds the value.
    func weightForMember(_ entry: Int, of value: Int, _ table: IncidenceTable) -> Double {
        let inside = Double(presence.inside[entry]) - 1
        guard inside > 0 else { return 0 }
        return worth(entry, of: value, table, inside: inside, size: size[Int(presence.group[entry])] - 1)
    }

    private func worth(_ entry: Int, of value: Int, _ table: IncidenceTable, inside: Double, size: Double)
        -> Double
    {
        let outside = max(0, Double(table.holders[value]) - inside - 1)
        let q = (outside + 0.5) / (Double(table.accountCount) - size + 1)
        let excess = volume[Int(presence.group[entry]) * kindCount + Int(table.kind[value])]
        return (inside + q / 2) / (size + 0.5) / q / excess
    }

    /// Mean number of values of each kind over these accounts.
    static func meanValues(_ accounts: [Int32], _ table: IncidenceTable) -> [Double] {
        var sums = [Double](repeating: 0, count: table.kindCount)
        for account in accounts {
            for place in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                sums[Int(table.kind[Int(table.value[place])])] += 1
            }
        }
        return sums.map { $0 / Double(max(1, accounts.count)) }
    }
}
