import Casework

/// Hours since 1970 as people read them, in UTC.
enum HourWords {
    /// `Tue 2026-01-20`
    static func day(_ hour: Int) -> String {
        "\(weekdays[weekday(hour)]) \(CivilDate(daysSince1970: days(hour)))"
    }

    /// `14:00`
    static func clock(_ hour: Int) -> String {
        let inDay = hour - days(hour) * 24
        return (inDay < 10 ? "0\(inDay)" : "\(inDay)") + ":00"
    }

    /// A bucket's name: `Tue 2026-01-20 14:00`, `Tue 2026-01-20`, `week of Mon 2026-01-19`.
    static func bucket(_ hour: Int, _ zoom: TimelineZoom) -> String {
        switch zoom {
        case .hour: "\(day(hour)) \(clock(hour))"
        case .day: day(hour)
        case .week: "week of \(day(hour))"
        }
    }

    /// What stands below a column where something begins: a day among hours, a month among days and weeks.
    static func tick(_ hour: Int, after previous: Int?, _ zoom: TimelineZoom) -> String? {
        let date = CivilDate(daysSince1970: days(hour))
        let before = previous.map { CivilDate(daysSince1970: days($0)) }
        switch zoom {
        case .hour:
            guard before.map({ $0.day != date.day }) ?? true else { return nil }
            return "\(months[date.month - 1]) \(date.day)"
        case .day, .week:
            guard before.map({ $0.month != date.month }) ?? true else { return nil }
            return date.month == 1 || previous == nil
                ? "\(months[date.month - 1]) \(date.year)" : months[date.month - 1]
        }
    }

    private static func days(_ hour: Int) -> Int { hour >= 0 ? hour / 24 : (hour - 23) / 24 }

    private static func weekday(_ hour: Int) -> Int { ((days(hour) + 3) % 7 + 7) % 7 }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
