import Casework

/// Reads times from bytes as the format rules: RFC 3339 with offset, seconds or milliseconds since 1970.
///
/// Remembers the last date it read, since the rows of a log share theirs.
struct TimeReading {
    private let earliest = Timestamp.earliest.milliseconds
    private let tooLate = Timestamp.tooLate.milliseconds
    private var dateWord: UInt64 = 0
    private var dateTail: UInt16 = 0
    private var dayMilliseconds: Int64 = 0

    /// UTC milliseconds; nil for anything else and for what is not in 2000 to 2100. Linear in the length.
    @inline(__always)
    mutating func milliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return nil }
        let isDated = bytes.count >= 20 && start[4] == UInt8(ascii: "-")
        let value = isDated ? dated(start, bytes.count) : TimeReading.counted(start, bytes.count)
        guard let value, value >= earliest, value < tooLate else { return nil }
        return value
    }

    mutating func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        milliseconds(bytes).map { Timestamp(milliseconds: $0) }
    }

    // MARK: counted since 1970

    /// Up to 11 digits and decimals: seconds; 12 to 14 digits: milliseconds.
    @inline(__always)
    private static func counted(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        var value: Int64 = 0
        var at = 0
        while at < count, at < 15, bytes[at] &- 48 < 10 {
            value = value &* 10 &+ Int64(bytes[at] &- 48)
            at += 1
        }
        if at == count { return at <= 11 ? value &* 1000 : at <= 14 ? value : nil }
        guard at >= 1, at <= 11, bytes[at] == UInt8(ascii: "."),
            let thousandths = thousandths(bytes, from: at + 1, to: count)
        else { return nil }
        return value &* 1000 &+ thousandths
    }

    /// One or more digits up to the end, as milliseconds; further digits are dropped.
    private static func thousandths(_ bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int64? {
        guard from < end else { return nil }
        var value: Int64 = 0
        for index in from..<end {
            guard bytes[index] &- 48 < 10 else { return nil }
            if index - from < 3 { value = value * 10 + Int64(bytes[index] - 48) }
        }
        for _ in min(end - from, 3)..<3 { value *= 10 }
        return value
    }

    // MARK: RFC 3339

    /// At least 20 bytes.
    @inline(__always)
    private mutating func dated(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        guard readDate(bytes), bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":")
        else { return nil }
        let hour = TimeReading.two(bytes + 11)
        let minute = TimeReading.two(bytes + 14)
        let second = TimeReading.two(bytes + 17)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        let clock = dayMilliseconds &+ Int64((hour &* 60 &+ minute) &* 60 &+ second) &* 1000
        if count == 20, bytes[19] | 0x20 == UInt8(ascii: "z") { return clock }
        return TimeReading.behindSeconds(bytes, count).map { clock &+ $0 }
    }

    /// Milliseconds to add for the fraction and the offset, from byte 19 to the end.
    private static func behindSeconds(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
        var at = 19
        var added: Int64 = 0
        if bytes[at] == UInt8(ascii: ".") {
            let start = at + 1
            at = start
            while at < count, bytes[at] &- 48 < 10 { at += 1 }
            guard let fraction = thousandths(bytes, from: start, to: at) else { return nil }
            added = fraction
        }
        if at == count - 1, bytes[at] | 0x20 == UInt8(ascii: "z") { return added }
        guard count - at == 6, bytes[at + 3] == UInt8(ascii: ":") else { return nil }
        let hours = two(bytes + at + 1)
        let minutes = two(bytes + at + 4)
        guard hours < 24, minutes < 60 else { return nil }
        let offset = Int64(hours * 60 + minutes) * 60_000
        switch bytes[at] {
        case UInt8(ascii: "+"): return added - offset
        case UInt8(ascii: "-"): return added + offset
        default: return nil
        }
    }

    /// Reads the ten bytes of the date into `dayMilliseconds`.
    @inline(__always)
    private mutating func readDate(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let word = WordScan.load(bytes)
        let tail = UnsafeRawPointer(bytes + 8).loadUnaligned(as: UInt16.self)
        if word == dateWord, tail == dateTail { return true }
        guard bytes[7] == UInt8(ascii: "-") else { return false }
        let century = TimeReading.two(bytes)
        let year = TimeReading.two(bytes + 2)
        guard century < 100, year < 100,
            let days = CivilDate.daysSince1970(
                year: century * 100 + year, month: TimeReading.two(bytes + 5), day: TimeReading.two(bytes + 8)
            )
        else { return false }
        dateWord = word
        dateTail = tail
        dayMilliseconds = Int64(days) * 86_400_000
        return true
    }

    /// Two digits; 100 or more for anything else.
    @inline(__always)
    private static func two(_ bytes: UnsafePointer<UInt8>) -> Int {
        let tens = bytes[0] &- 48
        let ones = bytes[1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 1000
    }
}
