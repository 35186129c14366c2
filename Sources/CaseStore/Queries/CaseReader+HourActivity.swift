public import Casework

extension CaseReader {
    /// Exchanges by hour of all accounts, from the rollup by hour: never from exchanges.
    ///
    /// One pass over the rollup's blocks, which are decoded on several cores.
    public func hourActivity() throws -> HourActivity {
        try connection.read { handle in
            try HourGathering(handle, members: nil).activity(handle)
        }
    }

    /// The same for some accounts beside all others, with how many of them were active in each hour, day and week.
    ///
    /// Those are left uncounted where accounts times hours are more than 2^28, which would need too much memory.
    public func hourActivity(of accounts: [UInt32]) throws -> HourActivity {
        try connection.read { handle in
            try HourGathering(handle, members: accounts).activity(handle)
        }
    }

    /// The same for one account alone, from the blocks that hold it.
    public func hourActivity(of account: UInt32) throws -> HourActivity {
        try connection.read { handle in
            var activity = try HourSpan(handle).empty
            try MergedRollup(.hour, accounts: account...account).each(handle) { entries in
                for entry in entries { activity.add(Int(entry.rows), hour: entry.value) }
            }
            return activity.trimmed
        }
    }

    /// Account numbers of a group's members, ascending.
    public func memberNumbers(of group: String) throws -> [UInt32] {
        try connection.read { handle in
            try handle.rows("SELECT account FROM member WHERE group_id = ? ORDER BY account", [.text(group)])
            {
                UInt32(clamping: $0.integer(0))
            }
        }
    }
}

/// The weeks that a timeline covers.
struct HourSpan: Sendable {
    /// A Monday.
    let firstDay: Int
    let weeks: Int

    /// Days far from the others, which damaged or hostile evidence has, would make everything else invisible.
    private static let mostDays = 4096

    /// The stretch of at most `mostDays` days that has most of the case's exchanges, in whole weeks.
    init(_ handle: Handle) throws {
        let days = try handle.rows(
            "SELECT day, sum(exchanges) FROM day_count WHERE source <= (SELECT source FROM horizon)"
                + " GROUP BY day ORDER BY day"
        ) { (day: $0.int(0), exchanges: $0.int(1)) }
        var best = (first: 0, last: -1, exchanges: -1)
        var (start, sum) = (0, 0)
        for day in days {
            sum += day.exchanges
            while day.day - days[start].day >= HourSpan.mostDays {
                sum -= days[start].exchanges
                start += 1
            }
            if sum > best.exchanges { best = (days[start].day, day.day, sum) }
        }
        // 1970-01-05 was a Monday.
        let weekday = ((best.first + 3) % 7 + 7) % 7
        firstDay = best.first - weekday
        weeks = best.exchanges < 0 ? 0 : (best.last - firstDay) / 7 + 1
    }

    var empty: HourActivity { HourActivity(firstHour: firstDay * 24, weeks: weeks) }
}

extension HourActivity {
    /// Counts exchanges of one hour since 1970.
    mutating func add(_ rows: Int, hour: Int64) {
        let place = Int(clamping: hour) &- firstHour
        guard exchanges.indices.contains(place) else {
            farOff += rows
            return
        }
        exchanges[place] += rows
        hoursOfDay[place % 24] += rows
    }

    /// Without empty weeks at either end.
    var trimmed: HourActivity {
        guard let first = exchanges.firstIndex(where: { $0 > 0 }),
            let last = exchanges.lastIndex(where: { $0 > 0 })
        else { return self }
        let weeks = first / HourActivity.hoursAWeek..<last / HourActivity.hoursAWeek + 1
        func part(_ figures: [Int], _ perWeek: Int) -> [Int] {
            figures.isEmpty ? [] : Array(figures[weeks.lowerBound * perWeek..<weeks.upperBound * perWeek])
        }
        var trimmed = self
        trimmed.firstHour = firstHour + weeks.lowerBound * HourActivity.hoursAWeek
        trimmed.exchanges = part(exchanges, HourActivity.hoursAWeek)
        trimmed.activeByHour = part(activeByHour, HourActivity.hoursAWeek)
        trimmed.activeByDay = part(activeByDay, 7)
        trimmed.activeByWeek = part(activeByWeek, 1)
        return trimmed
    }
}
