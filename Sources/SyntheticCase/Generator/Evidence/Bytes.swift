/// Writing into a buffer of bytes without making strings.
extension [UInt8] {
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func add(_ text: String) { append(contentsOf: text.utf8) }

    mutating func add(decimal number: some BinaryInteger) {
        let start = count
        var left = UInt64(clamping: number)
        repeat {
            append(48 + UInt8(left % 10))
            left /= 10
        } while left > 0
        self[start...].reverse()
    }

    /// The low `digits` hexadecimal digits.
    mutating func add(hex number: UInt64, digits: Int) {
        for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
            let digit = UInt8(number >> UInt64(place) & 15)
            append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// Hexadecimal without zeros in front.
    mutating func add(shortHex number: UInt64) {
        add(hex: number, digits: Swift.max(1, (64 - number.leadingZeroBitCount + 3) / 4))
    }

    mutating func add(_ address: Address) {
        switch address {
        case .four(let bits):
            for shift: UInt32 in [24, 16, 8, 0] {
                if shift < 24 { append(46) }
                add(decimal: bits >> shift & 255)
            }
        case .six(let subnet, let interface):
            for shift: UInt64 in [48, 32, 16, 0] {
                add(shortHex: subnet >> shift & 0xFFFF)
                append(58)
            }
            append(58)
            add(shortHex: interface & 0xFFFF)
        }
    }
}

/// Times as RFC 3339 in UTC; the dates of a period are kept.
struct TimeText: Sendable {
    private let firstDay: Int
    private let dates: [[UInt8]]

    init(_ period: Range<Instant>) {
        firstDay = period.lowerBound.seconds / Instant.day
        let last = period.upperBound.seconds / Instant.day
        dates = (firstDay...last).map { Array((Instant(seconds: $0 * Instant.day).date + "T").utf8) }
    }

    func add(_ seconds: Int, to bytes: inout [UInt8]) {
        let day = seconds / Instant.day - firstDay
        if dates.indices.contains(day) {
            bytes.append(contentsOf: dates[day])
        } else {
            bytes.add(Instant(seconds: seconds).date + "T")
        }
        let rest = seconds % Instant.day
        two(rest / 3600, &bytes)
        bytes.append(58)
        two(rest / 60 % 60, &bytes)
        bytes.append(58)
        two(rest % 60, &bytes)
        bytes.append(90)
    }

    private func two(_ number: Int, _ bytes: inout [UInt8]) {
        bytes.append(48 + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(48 + UInt8(truncatingIfNeeded: number % 10))
    }
}
