/// Makes text from evidence safe for standard output: a plain terminal, a pipe, a log.
///
/// What could move a cursor, set a colour, reorder or hide text comes out as a visible mark: `\n`, `\t`, `\r`,
/// `\x1b` for controls, `\u{202e}` for the rest, `\xff` for a byte that is no UTF-8. A backslash in evidence
/// stays as it is: this form is for reading, JSON is the exact one. Everything is linear in the input.
public enum SafeOutput {
    /// The text on one line, with marks.
    public static func escaped(_ text: String) -> String {
        let utf8 = text.utf8
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        return String(decoding: escaped(utf8: Array(utf8)), as: UTF8.self)
    }

    /// Bytes, possibly no UTF-8, as one line of valid UTF-8 with marks.
    public static func escaped(utf8 bytes: [UInt8]) -> [UInt8] {
        rewritten(bytes) { piece, output in
            switch piece {
            case .invalid(let byte): appendHex(byte, to: &output)
            case .scalar(let scalar): appendMark(scalar, to: &output)
            }
        }
    }

    /// At most `limit` scalars of the text with marks; `…` where more follows. For messages.
    public static func brief(_ text: String, limit: Int = 60) -> String {
        let scalars = text.unicodeScalars
        let head = scalars.prefix(limit)
        let isWhole = head.endIndex == scalars.endIndex
        return escaped(String(String.UnicodeScalarView(head))) + (isWhole ? "" : "…")
    }

    /// Valid JSON with the same values, in which no string holds a scalar that a terminal would obey.
    ///
    /// DEL, C1, bidi, zero-width and the like become `\u` and four digits, beyond the basic plane a surrogate pair; a byte
    /// that is no UTF-8 becomes `\ufffd`. Nothing outside strings changes, since there JSON is ASCII.
    public static func json(_ bytes: [UInt8]) -> [UInt8] {
        rewritten(bytes) { piece, output in
            switch piece {
            case .invalid: appendJSON(0xFFFD, to: &output)
            // C0 is layout between tokens here; inside strings every encoder has escaped it.
            case .scalar(let value) where value < 0x20: output.append(UInt8(value))
            case .scalar(let value): appendJSON(value, to: &output)
            }
        }
    }

    /// Whether a scalar has no honest look of its own on a terminal. O(1).
    @inlinable
    public static func isUnsafe(_ value: UInt32) -> Bool {
        if value < 0x20 { return true }
        if value < 0x7F { return false }
        for range in unsafeRanges where value <= range.upperBound { return value >= range.lowerBound }
        return false
    }

    /// Controls, format and bidi marks, invisible fillers, private codes, non-characters; in order.
    ///
    /// U+FE0F, which asks for the coloured form of the sign before it, is let through.
    @usableFromInline
    static let unsafeRanges: [ClosedRange<UInt32>] = [
        0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x600...0x605, 0x61C...0x61C, 0x6DD...0x6DD, 0x70F...0x70F,
        0x890...0x891, 0x8E2...0x8E2, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xD800...0xF8FF, 0xFDD0...0xFDEF,
        0xFE00...0xFE0E, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB, 0xFFFE...0xFFFF,
        0x110BD...0x110BD, 0x110CD...0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0x1FFFE...0x1FFFF, 0x2FFFE...0x2FFFF, 0x3FFFE...0x10FFFF,
    ]
}

extension SafeOutput {
    fileprivate enum Piece {
        case scalar(UInt32)
        case invalid(UInt8)
    }

    /// Copies runs of safe bytes as they are and hands everything else to `replace`.
    private static func rewritten(_ bytes: [UInt8], replace: (Piece, inout [UInt8]) -> Void) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 16)
        var copied = 0
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= 0x20, byte < 0x7F {
                at += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(bytes, at)
            if let scalar, !isUnsafe(scalar) {
                at += length
                continue
            }
            output.append(contentsOf: bytes[copied..<at])
            replace(scalar.map(Piece.scalar) ?? .invalid(byte), &output)
            at += length
            copied = at
        }
        if copied == 0 { return bytes }
        output.append(contentsOf: bytes[copied...])
        return output
    }

    private static func appendMark(_ value: UInt32, to output: inout [UInt8]) {
        switch value {
        case 0x0A: output += "\\n".utf8
        case 0x0D: output += "\\r".utf8
        case 0x09: output += "\\t".utf8
        case ..<0x80: appendHex(UInt8(value), to: &output)
        default: output += "\\u{\(String(value, radix: 16))}".utf8
        }
    }

    private static func appendHex(_ byte: UInt8, to output: inout [UInt8]) {
        output += [
            UInt8(ascii: "\\"), UInt8(ascii: "x"), hexDigit(UInt32(byte) >> 4), hexDigit(UInt32(byte)),
        ]
    }

    /// Appends `\u` and four hexadecimal digits, or two of them.
    public static func appendJSON(_ value: UInt32, to output: inout [UInt8]) {
        if value > 0xFFFF {
            appendJSON(0xD800 + (value - 0x10000) >> 10, to: &output)
            appendJSON(0xDC00 + (value - 0x10000) & 0x3FF, to: &output)
            return
        }
        output += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        for shift: UInt32 in [12, 8, 4, 0] { output.append(hexDigit(value >> shift)) }
    }

    private static func hexDigit(_ value: UInt32) -> UInt8 {
        let digit = UInt8(value & 0xF)
        return digit < 10 ? 48 + digit : 87 + digit
    }
}
