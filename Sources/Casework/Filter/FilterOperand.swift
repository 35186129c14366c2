/// Numbers and times as people write them in a filter.
enum FilterOperand {
    /// `1000`, `-2.5`, `1e6`, `1k`, `2.5M`, `3G`, `90%` (= 0.9); nil for anything else and for what is not finite.
    static func number(_ text: String) -> Double? {
        guard let last = text.utf8.last else { return nil }
        let factor: Double? =
            switch last {
            case UInt8(ascii: "k"), UInt8(ascii: "K"): 1e3
            case UInt8(ascii: "m"), UInt8(ascii: "M"): 1e6
            case UInt8(ascii: "g"), UInt8(ascii: "G"): 1e9
            case UInt8(ascii: "%"): 0.01
            default: nil
            }
        let digits = factor == nil ? Substring(text) : Substring(text.utf8.dropLast())
        // `Double` would read hexadecimal, `nan` and `inf` too.
        guard digits.utf8.allSatisfy(isNumberByte), let value = Double(digits) else { return nil }
        let scaled = factor == 0.01 ? value / 100 : value * (factor ?? 1)
        return scaled.isFinite ? scaled : nil
    }

    /// A number so that `number` reads the same back.
    static func text(_ number: Double) -> String {
        let whole = Int64(exactly: number)
        return whole.map { abs($0) < 1 << 53 ? String($0) : "\(number)" } ?? "\(number)"
    }

    /// `2026`, `2026-01`, `2026-01-12` or an RFC 3339 time: its first and last millisecond, in UTC.
    static func period(_ text: String) -> (first: Timestamp, last: Timestamp)? {
        if let moment = Timestamp(rfc3339: text) { return isPrintable(moment) ? (moment, moment) : nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.count == $1 }),
            parts.joined().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        let numbers = parts.compactMap { Int(String(Substring($0))) }
        guard numbers.count == parts.count, let year = numbers.first, (1...9998).contains(year) else {
            return nil
        }
        return period(year: year, month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
    }

    private static func period(year: Int, month: Int?, day: Int?) -> (first: Timestamp, last: Timestamp)? {
        guard let start = CivilDate.daysSince1970(year: year, month: month ?? 1, day: day ?? 1) else {
            return nil
        }
        let end: Int?
        if day != nil {
            end = start + 1
        } else if let month {
            end = CivilDate.daysSince1970(
                year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
        } else {
            end = CivilDate.daysSince1970(year: year + 1, month: 1, day: 1)
        }
        return end.map { (midnight(start), Timestamp(milliseconds: midnight($0).milliseconds - 1)) }
    }

    /// A time as briefly as `period` reads it back: `isEnd` for the last millisecond that is meant.
    static func text(_ time: Timestamp, isEnd: Bool) -> String {
        let wanted = isEnd ? time.milliseconds &+ 1 : time.milliseconds
        guard wanted % dayMilliseconds == 0, isPrintable(time) else { return time.rfc3339 }
        return time.day
    }

    private static let dayMilliseconds: Int64 = 86_400_000

    private static func midnight(_ day: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(day) * dayMilliseconds)
    }

    /// Years 0001 to 9998: what has four digits in RFC 3339, in every zone.
    private static func isPrintable(_ time: Timestamp) -> Bool {
        (-62_135_596_800_000..<253_370_764_800_000).contains(time.milliseconds)
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte)
            || [UInt8(ascii: "."), 43, 45, UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte)
    }
}

/// The order of filter operands: numbers and times by value, text by its UTF-8 bytes.
enum FilterOrder {
    /// Whether `left` comes before `right`; false where they cannot be compared.
    static func precedes(_ left: FilterValue, _ right: FilterValue) -> Bool {
        switch (left, right) {
        case (.number(let a), .number(let b)): a < b
        case (.time(let a), .time(let b)): a < b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        default: false
        }
    }

    /// Whether the two are of one type.
    static func areComparable(_ left: FilterValue, _ right: FilterValue) -> Bool {
        switch (left, right) {
        case (.number, .number), (.time, .time), (.text, .text): true
        default: false
        }
    }
}
