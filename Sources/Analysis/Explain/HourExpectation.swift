/// How many of a group's accounts are active in the same hour, beside how many would be by themselves.
///
/// Signal: far more members work in one hour of a day than the day's activity and the group's usual hours give. Why
/// it suggests common control: one scheduler starts them together. Innocent: a class, a shared job, an outage that
/// ends, an announcement. Null: every member keeps as many active hours that day, dealt by the hours of day that the
/// group kept on all its other days, drawn towards an even day by one account-hour an hour. Weight: none. It is shown
/// hour by hour to be looked at; the test of a group's synchrony is `SynchronySignal`, and the busiest hour of a day
/// stands above its expectation by chance alone.
public enum HourExpectation {
    private static let even = 1.0

    /// Expected accounts by hour for accounts active by hour; both in whole days. O(hours).
    public static func byHour(_ active: [Int]) -> [Double] {
        var byHourOfDay = [Double](repeating: 0, count: 24)
        for (hour, count) in active.enumerated() { byHourOfDay[hour % 24] += Double(count) }
        let total = byHourOfDay.reduce(0, +)
        return active.indices.map { hour in
            let day = hour / 24 * 24
            let inDay = active[day..<min(active.count, day + 24)].reduce(0) { $0 + Double($1) }
            let usual = byHourOfDay[hour % 24] - Double(active[hour]) + even
            return inDay * usual / (total - inDay + 24 * even)
        }
    }
}
