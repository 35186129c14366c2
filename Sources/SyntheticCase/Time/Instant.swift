/// A second in UTC since 1970.
struct Instant: Comparable, Hashable, Sendable {
    var seconds: Int

    static let minute = 60
    static let hour = 3600
    static let day = 86_400

    init(seconds: Int) {
        self.seconds = seconds
    }

    /// A civil date of the Gregorian calendar (Howard Hinnant, "days_from_civil").
    init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        seconds =
            (era * 146_097 + dayOfEra - 719_468) * Instant.day + hour * Instant.hour + minute * Instant.minute
    }

    static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
    static func + (left: Instant, seconds: Int) -> Instant { Instant(seconds: left.seconds + seconds) }
    static func - (left: Instant, seconds: Int) -> Instant { Instant(seconds: left.seconds - seconds) }
    static func - (left: Instant, right: Instant) -> Int { left.seconds - right.seconds }

    /// Local hour of the day, `0..<24`, at a whole-hour offset from UTC.
    func hour(offset: Int) -> Int {
        let local = seconds + offset * Instant.hour
        return (local % Instant.day + Instant.day) % Instant.day / Instant.hour
    }

    /// Whether the local day is a Saturday or a Sunday (1970-01-01 was a Thursday).
    func isWeekend(offset: Int) -> Bool {
        let days = (seconds + offset * Instant.hour) / Instant.day
        return (days + 3) % 7 >= 5
    }

    /// RFC 3339 in UTC to the second, as in `2026-01-12T03:14:07Z`.
    var text: String {
        let (year, month, day) = civil
        let rest = seconds % Instant.day
        return "\(year)-\(padded(month))-\(padded(day))T"
            + "\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    /// The date alone, as in `2026-01-12`.
    var date: String {
        let (year, month, day) = civil
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let days = seconds / Instant.day + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
