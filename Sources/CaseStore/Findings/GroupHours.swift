import Casework

/// Exchanges of each group's members by day and by hour of the day, counted once when findings are stored, so
/// that opening a group costs nothing.
struct GroupHours {
    /// Counts of one group.
    struct Counts {
        /// Exchanges by UTC hour of day.
        var hours = [Int](repeating: 0, count: 24)
        fileprivate var days: [Int: Int] = [:]

        mutating func add(_ rows: Int, hour: Int64) {
            let day = Int(hour >= 0 ? hour / 24 : (hour - 23) / 24)
            hours[Int(hour - Int64(day) * 24)] += rows
            days[day, default: 0] += rows
        }

        /// Days with exchanges, in order.
        var activity: [DayCount] {
            days.sorted { $0.key < $1.key }.map {
                DayCount(day: CivilDate(daysSince1970: $0.key).description, exchanges: $0.value)
            }
        }
    }

    /// In the order of the groups.
    private(set) var groups: [Counts]

    /// One pass over the account-hour rollups of all complete sources.
    init(_ handle: Handle, _ findings: [GroupFinding]) throws {
        groups = findings.map { _ in Counts() }
        var groupsOf: [UInt32: [Int]] = [:]
        for (place, group) in findings.enumerated() {
            for member in group.members { groupsOf[member.account, default: []].append(place) }
        }
        guard let largest = groupsOf.keys.max() else { return }
        var isMember = [Bool](repeating: false, count: Int(largest) + 1)
        for account in groupsOf.keys { isMember[Int(account)] = true }
        try RollupScan.each(handle, .hour) { columns in
            for entry in 0..<columns.count {
                let account = columns.account.start[entry]
                guard Int(account) < isMember.count, isMember[Int(account)] else { continue }
                let rows = Int(truncatingIfNeeded: columns.rows.start[entry])
                let hour = Int64(bitPattern: columns.value.start[entry])
                for place in groupsOf[account] ?? [] { groups[place].add(rows, hour: hour) }
            }
        }
    }
}
