/// The groups in which each value is held, with the number of holders: a CSR over values.
struct GroupPresence: Sendable {
    /// Groups looked at for one value: those with the most holders.
    static let mostGroupsOfValue = 8

    private(set) var offsets: [Int] = [0]
    private(set) var group: [Int32] = []
    private(set) var inside: [Int32] = []

    /// O(incidences).
    init(_ assignment: GroupAssignment, _ table: IncidenceTable) {
        var count = [Int32](repeating: 0, count: assignment.groupCount)
        var touched: [Int32] = []
        for value in 0..<table.valueCount {
            for place in table.columns[value]..<table.columns[value + 1] {
                let group = assignment.group[Int(table.account[place])]
                guard group >= 0 else { continue }
                if count[Int(group)] == 0 { touched.append(group) }
                count[Int(group)] += 1
            }
            if touched.count > Self.mostGroupsOfValue {
                touched.sort { (count[Int($1)], $0) < (count[Int($0)], $1) }
            }
            for entry in touched.prefix(Self.mostGroupsOfValue) {
                group.append(entry)
                inside.append(count[Int(entry)])
            }
            for entry in touched { count[Int(entry)] = 0 }
            touched.removeAll(keepingCapacity: true)
            offsets.append(group.count)
        }
    }
}
