import Foundation

/// Two to the power of `x`.
func pow2(_ x: Double) -> Double { exp2(x) }

extension Timestamp {
    /// `2026-01-12T03:14:07Z`, with milliseconds only where there are any.
    public var rfc3339: String {
        let day = milliseconds.flooredQuotient(86_400_000)
        let inDay = Int(milliseconds - day * 86_400_000)
        let date = CivilDate(daysSince1970: Int(day))
        let seconds = inDay / 1000
        let clock = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        let fraction = inDay % 1000 == 0 ? "" : "." + three(inDay % 1000)
        return "\(date)T\(clock)\(fraction)Z"
    }

    /// The day alone: `2026-01-12`.
    public var day: String { String(rfc3339.prefix(10)) }

    /// Reads what `rfc3339` writes, and any offset. Digits beyond milliseconds are dropped.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard let moment = CivilTimeReader(bytes).read() else { return nil }
        self = moment
    }
}

/// A date of the proleptic Gregorian calendar.
public struct CivilDate: Sendable, CustomStringConvertible {
    public var year: Int
    public var month: Int
    public var day: Int

    /// After Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = Int(Int64(shifted).flooredQuotient(146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; nil where there is no such day.
    public static func daysSince1970(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year) else {
            return nil
        }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = Int(Int64(shiftedYear).flooredQuotient(400))
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    public var description: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(two(month))-\(two(day))"
    }
}

/// Reads one RFC 3339 time from bytes; every byte has to fit.
private struct CivilTimeReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read() -> Timestamp? {
        var reader = self
        return reader.moment()
    }

    private mutating func moment() -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            take("T") || take("t"), let hour = number(2), take(":"), let minute = number(2), take(":"),
            let second = number(2), hour < 24, minute < 60, second < 60,
            let days = CivilDate.daysSince1970(year: year, month: month, day: day),
            let thousandths = fraction(), let offset = offsetMinutes(), at == bytes.count
        else { return nil }
        let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + (minute - offset) * 60 + second)
        return Timestamp(milliseconds: seconds * 1000 + Int64(thousandths))
    }

    private mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        var value = 0
        var digits = 0
        while at < bytes.count, (48...57).contains(bytes[at]) {
            if digits < 3 { value = value * 10 + Int(bytes[at] - 48) }
            digits += 1
            at += 1
        }
        while digits > 0, digits < 3 {
            value *= 10
            digits += 1
        }
        return digits == 0 ? nil : value
    }

    private mutating func offsetMinutes() -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("+") ? 1 : (take("-") ? -1 : 0)
        guard sign != 0, let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard at + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + digits] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        at += digits
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, UInt32(bytes[at]) == character.value else { return false }
        at += 1
        return true
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

private func three(_ value: Int) -> String {
    value < 10 ? "00\(value)" : value < 100 ? "0\(value)" : "\(value)"
}
