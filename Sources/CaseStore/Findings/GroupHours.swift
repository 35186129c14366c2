import Casework

/// Exchanges of each group's members by day and by hour of the day, counted once when findings are stored, so
/// that opening a group costs nothing.
struct GroupHours {
    /// Counts of one group.
    struct Counts {
        /// Exchanges by UTC hour of day.
        private(set) var hours = [Int](repeating: 0, count: 24)
        /// Exchanges by day, from `firstDay`.
        private var days: [Int] = []
        private var firstDay = 0
        /// Days far from the others, which damaged or hostile evidence has: not worth a place each.
        private var farDays: [Int: Int] = [:]

        mutating func add(_ rows: Int, hour: Int64) {
            let day = Int(hour >= 0 ? hour / 24 : (hour - 23) / 24)
            hours[Int(hour - Int64(day) * 24)] += rows
            if days.isEmpty { (days, firstDay) = ([0], day) }
            if day < firstDay || day - firstDay >= days.count { reach(day) }
            let place = day - firstDay
            if place >= 0, place < days.count {
                days[place] += rows
            } else {
                farDays[day, default: 0] += rows
            }
        }

        /// Makes room for a day that is not far from the others.
        private mutating func reach(_ day: Int) {
            let (low, high) = (min(day, firstDay), max(day, firstDay + days.count - 1))
            guard high - low < Counts.mostDays else { return }
            days.insert(contentsOf: repeatElement(0, count: firstDay - low), at: 0)
            days.append(contentsOf: repeatElement(0, count: high - low + 1 - days.count))
            firstDay = low
        }

        /// Days with exchanges, in order.
        var activity: [DayCount] {
            let near = days.indices.filter { days[$0] > 0 }.map { ($0 + firstDay, days[$0]) }
            return (near + farDays.map { ($0.key, $0.value) }).sorted { $0.0 < $1.0 }.map {
                DayCount(day: CivilDate(daysSince1970: $0.0).description, exchanges: $0.1)
            }
        }

        private static let mostDays = 4096
    }

    /// In the order of the groups.
    private(set) var groups: [Counts]

    /// One pass over the account-hour rollups of all complete sources.
    init(_ handle: Handle, _ findings: [GroupFinding]) throws {
        groups = findings.map { _ in Counts() }
        let largest = findings.lazy.flatMap(\.members).map(\.account).max()
        guard let largest else { return }
        let memberships = Memberships(findings, accounts: Int(largest) + 1)
        try RollupScan.each(handle, .hour) { columns in
            for entry in 0..<columns.count {
                let account = Int(columns.account.start[entry])
                guard account <= Int(largest) else { continue }
                for place in memberships.offsets[account]..<memberships.offsets[account + 1] {
                    groups[Int(memberships.group[place])].add(
                        Int(truncatingIfNeeded: columns.rows.start[entry]),
                        hour: Int64(bitPattern: columns.value.start[entry]))
                }
            }
        }
    }

    /// The groups of account n are `group[offsets[n] ..< offsets[n + 1]]`.
    private struct Memberships {
        var offsets: [Int]
        var group: [Int32]

        init(_ findings: [GroupFinding], accounts: Int) {
            offsets = [Int](repeating: 0, count: accounts + 1)
            for finding in findings {
                for member in finding.members { offsets[Int(member.account) + 1] += 1 }
            }
            for account in 0..<accounts { offsets[account + 1] += offsets[account] }
            group = [Int32](repeating: 0, count: offsets[accounts])
            var next = offsets
            for (place, finding) in findings.enumerated() {
                for member in finding.members {
                    group[next[Int(member.account)]] = Int32(truncatingIfNeeded: place)
                    next[Int(member.account)] += 1
                }
            }
        }
    }
}
