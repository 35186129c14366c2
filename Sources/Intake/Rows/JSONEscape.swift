/// What stands behind a backslash in a JSON string.
enum JSONEscape {
    /// Stands for half a surrogate pair; over U+10FFFF, so that no text can mean it.
    static let loneSurrogate: UInt32 = 0xFFFF_FFFF

    /// The code point of the escape of which the backslash is before `at`, which goes behind it;
    /// nil for what is no escape.
    static func read(_ bytes: UnsafePointer<UInt8>, _ at: inout Int, to end: Int) -> UInt32? {
        guard at < end else { return nil }
        at += 1
        switch bytes[at - 1] {
        case Byte.quote: return 0x22
        case Byte.backslash: return 0x5C
        case UInt8(ascii: "/"): return 0x2F
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"): return codeUnits(bytes, &at, to: end)
        default: return nil
        }
    }

    /// One code unit, or two that are a surrogate pair.
    private static func codeUnits(_ bytes: UnsafePointer<UInt8>, _ at: inout Int, to end: Int) -> UInt32? {
        guard let first = fourDigits(bytes, at, to: end) else { return nil }
        at += 4
        guard first & 0xF800 == 0xD800 else { return first }
        guard first < 0xDC00, end - at >= 6, bytes[at] == Byte.backslash, bytes[at + 1] == UInt8(ascii: "u"),
            let second = fourDigits(bytes, at + 2, to: end), second & 0xFC00 == 0xDC00
        else { return loneSurrogate }
        at += 6
        return 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
    }

    private static func fourDigits(_ bytes: UnsafePointer<UInt8>, _ from: Int, to end: Int) -> UInt32? {
        guard end - from >= 4 else { return nil }
        var value: UInt32 = 0
        for index in from..<from + 4 {
            guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

extension ScratchMemory {
    /// Appends a code point as UTF-8.
    func append(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(UInt8(scalar))
        case 0x80..<0x800:
            append(UInt8(0xC0 | scalar >> 6))
            append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(0xE0 | scalar >> 12))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        default:
            append(UInt8(0xF0 | scalar >> 18 & 0x07))
            append(UInt8(0x80 | scalar >> 12 & 0x3F))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}
