/// What one round of `Membership` needs of every group, as flat columns.
struct GroupScales: Sendable {
    let presence: GroupPresence
    /// Members of each group, and those of whom samples are known.
    let size: [Double]
    private let sampled: [Double]
    /// What each entry of `presence` is worth to an account outside the group; the formula stands at `Membership`.
    private(set) var weight: [Double]
    /// How many times more values of each kind a member holds than usual, at least 1; by group, then kind.
    private let volume: [Double]
    private let kindCount: Int

    /// O(incidences).
    init(_ assignment: GroupAssignment, _ table: IncidenceTable, usual: [Double]) {
        presence = GroupPresence(assignment, table)
        size = assignment.members.map { Double($0.count) }
        sampled = assignment.members.map { members in
            Double(members.count { table.coverage.isSampled[Int($0)] })
        }
        kindCount = table.kindCount
        volume = assignment.members.flatMap { members in
            zip(Self.meanValues(members, table), usual).map { $1 > 0 ? max(1, $0 / $1) : 1 }
        }
        weight = [Double](repeating: 0, count: presence.group.count)
        for value in 0..<table.valueCount {
            for entry in presence.offsets[value]..<presence.offsets[value + 1] {
                weight[entry] = worth(
                    entry, of: value, table, inside: Double(presence.inside[entry]),
                    size: size(entry, of: value, table))
            }
        }
    }

    /// The same for a member, who does not count itself; 0 where nobody else inside holds the value.
    func weightForMember(_ entry: Int, of value: Int, _ table: IncidenceTable) -> Double {
        let inside = Double(presence.inside[entry]) - 1
        guard inside > 0 else { return 0 }
        return worth(entry, of: value, table, inside: inside, size: size(entry, of: value, table) - 1)
    }

    /// Members of the entry's group that could have been seen to hold the value.
    private func size(_ entry: Int, of value: Int, _ table: IncidenceTable) -> Double {
        let group = Int(presence.group[entry])
        return table.kind[value] == table.templateKind ? sampled[group] : size[group]
    }

    private func worth(_ entry: Int, of value: Int, _ table: IncidenceTable, inside: Double, size: Double)
        -> Double
    {
        let outside = table.outside(value, inside: inside + 1)
        let q = (outside + 0.5) / (table.population(of: table.kind[value]) - size + 1)
        let excess = volume[Int(presence.group[entry]) * kindCount + Int(table.kind[value])]
        return (inside + q / 2) / (size + 0.5) / q / excess
    }

    /// Mean number of values of each kind over these accounts; of templates, over those with samples.
    ///
    /// - Parameter weighing: count every account as many times as it stands for: what is usual in the population.
    static func meanValues(
        _ accounts: [Int32], _ table: IncidenceTable, weighing: Bool = false
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: table.kindCount)
        var (all, sampled) = (0.0, 0.0)
        for account in accounts {
            let weight = weighing ? Double(table.coverage.weight(of: Int(account))) : 1
            all += weight
            if table.coverage.isSampled[Int(account)] { sampled += weight }
            for place in table.rows[Int(account)]..<table.rows[Int(account) + 1] {
                sums[Int(table.kind[Int(table.value[place])])] += weight
            }
        }
        return sums.enumerated().map { kind, sum in
            sum / max(1, table.templateKind.map(Int.init) == kind ? sampled : all)
        }
    }
}
