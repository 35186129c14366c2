import Casework

/// Reads the parts of a time from bytes, one after the other.
struct TimeCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var year = 0
    private var month = 0
    private var day = 0
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var milliseconds: Int64 = 0
    private var isAfternoon: Bool?
    private var epochSeconds: Int64?
    private(set) var offsetMinutes: Int?

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    /// Milliseconds since 1970, nil where the parts make no time.
    func moment(zoneMinutes: Int?) -> Int64? {
        if let epochSeconds { return epochSeconds * 1000 + milliseconds }
        guard let offset = offsetMinutes ?? zoneMinutes, let hour = fullHour, minute < 60, second < 60,
            let days = CivilDate.daysSince1970(year: year, month: month, day: day)
        else { return nil }
        return (Int64(days) * 86_400 + Int64((hour * 60 + minute - offset) * 60 + second)) * 1000
            + milliseconds
    }

    private var fullHour: Int? {
        guard let isAfternoon else { return hour < 24 ? hour : nil }
        guard (1...12).contains(hour) else { return nil }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    mutating func take(_ part: TimePart) -> Bool {
        switch part {
        case .literal(let byte): return take(byte)
        case .year:
            year = number(4...4)
            return year >= 0
        case .shortYear:
            year = number(2...2)
            defer { year += 2000 }
            return year >= 0
        case .month:
            month = number(1...2)
            return month >= 0
        case .day:
            day = number(1...2)
            return day >= 0
        case .hour, .hour12:
            hour = number(1...2)
            return hour >= 0
        case .minute:
            minute = number(2...2)
            return minute >= 0
        case .second:
            second = number(2...2)
            return second >= 0
        case .fraction: return fraction()
        case .half: return half()
        case .monthName: return monthName()
        case .dayName: return letters() > 0
        case .offset: return offset()
        case .zoneName: return zoneName()
        case .epoch: return epoch()
        }
    }

    /// `2026-01-31T13:00:00.5+02:00` and what leaves parts of it out from the end.
    mutating func iso() -> Bool {
        guard take(.year), take(0x2D), take(.month), take(0x2D), take(.day) else { return false }
        if isAtEnd { return true }
        guard take(0x20) || take(0x54) || take(0x74), take(.hour), take(0x3A), take(.minute) else {
            return false
        }
        if take(0x3A) {
            guard take(.second) else { return false }
            if take(0x2E) || take(0x2C), !fraction() { return false }
        }
        if isAtEnd { return true }
        if take(0x20), at < bytes.count, bytes[at] | 0x20 >= 97 { return zoneName() }
        return offset()
    }

    /// Digits and decimals since 1970, to the end.
    mutating func counted(perSecond: Int64) -> Int64? {
        var value: Int64 = 0
        let start = at
        while at < bytes.count, at - start < 20, let digit = digit() { value = value &* 10 &+ Int64(digit) }
        guard at > start, at - start < 20, value >= 0 else { return nil }
        if perSecond > 1000 { value /= perSecond / 1000 }
        if take(0x2E), !fraction() { return nil }
        guard isAtEnd else { return nil }
        if perSecond > 1 { return value }
        return value < 1 << 40 ? value * 1000 + milliseconds : nil
    }

    mutating func offset() -> Bool {
        if take(0x5A) || take(0x7A) {
            offsetMinutes = 0
            return true
        }
        let sign = take(0x2B) ? 1 : (take(0x2D) ? -1 : 0)
        guard sign != 0 else { return false }
        let hours = number(1...2)
        let minutes = take(0x3A) || !isAtEnd ? number(2...2) : 0
        guard (0...14).contains(hours), (0..<60).contains(minutes) else { return false }
        offsetMinutes = sign * (hours * 60 + minutes)
        return true
    }

    // MARK: parts

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func digit() -> UInt8? {
        guard at < bytes.count, bytes[at] &- 48 < 10 else { return nil }
        at += 1
        return bytes[at - 1] - 48
    }

    /// A number of so many digits; -1 where there is none.
    private mutating func number(_ digits: ClosedRange<Int>) -> Int {
        let start = at
        var value = 0
        while at - start < digits.upperBound, let digit = digit() { value = value * 10 + Int(digit) }
        return at - start >= digits.lowerBound ? value : -1
    }

    /// Up to nine digits after the point; those beyond milliseconds are dropped.
    private mutating func fraction() -> Bool {
        let start = at
        var thousandths: Int64 = 0
        while at - start < 9, let digit = digit() {
            if at - start <= 3 { thousandths = thousandths * 10 + Int64(digit) }
        }
        guard at > start else { return false }
        for _ in min(at - start, 3)..<3 { thousandths *= 10 }
        milliseconds = thousandths
        return true
    }

    private mutating func epoch() -> Bool {
        var seconds: Int64 = 0
        let start = at
        while at - start < 11, let digit = digit() { seconds = seconds * 10 + Int64(digit) }
        epochSeconds = seconds
        return at > start
    }

    private mutating func letters() -> Int {
        let start = at
        while at < bytes.count, (97...122).contains(bytes[at] | 0x20) { at += 1 }
        return at - start
    }

    private func word(from start: Int) -> String {
        String(decoding: bytes[start..<at].map { $0 | 0x20 }, as: UTF8.self)
    }

    private mutating func half() -> Bool {
        let start = at
        guard letters() == 2 else { return false }
        let word = word(from: start)
        isAfternoon = word == "pm"
        return word == "am" || word == "pm"
    }

    private mutating func monthName() -> Bool {
        let start = at
        guard (3...9).contains(letters()) else { return false }
        let word = word(from: start)
        let number = TimeCursor.months.firstIndex { $0 == word || $0.prefix(3) == word }
        month = (number ?? -1) + 1
        return number != nil
    }

    private mutating func zoneName() -> Bool {
        let start = at
        guard (1...3).contains(letters()) else { return false }
        offsetMinutes = 0
        return ["utc", "gmt", "z"].contains(word(from: start))
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
