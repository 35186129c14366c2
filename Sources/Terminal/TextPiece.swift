/// A scalar of a text, or a byte that is no part of valid UTF-8.
enum TextPiece: Equatable, Sendable {
    case scalar(Unicode.Scalar)
    case invalid(UInt8)
}

/// Reads bytes as UTF-8, giving each byte of an invalid sequence for itself.
///
/// Overlong forms, surrogates and values above U+10FFFF are invalid. Lazy: reads no further than asked.
struct TextPieces<Bytes: IteratorProtocol>: Sequence, IteratorProtocol where Bytes.Element == UInt8 {
    private var bytes: Bytes
    private var waiting: [UInt8] = []

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    mutating func next() -> TextPiece? {
        guard let first = take() else { return nil }
        if first < 0x80 { return .scalar(Unicode.Scalar(first)) }
        let count = UTF8Form.length(first)
        guard count > 1 else { return .invalid(first) }
        var form = [first]
        while form.count < count, let byte = take() {
            form.append(byte)
            if byte & 0xC0 != 0x80 { break }
        }
        if let scalar = UTF8Form.scalar(form) { return .scalar(scalar) }
        waiting = form.dropFirst() + waiting
        return .invalid(first)
    }

    private mutating func take() -> UInt8? {
        waiting.isEmpty ? bytes.next() : waiting.removeFirst()
    }
}

/// The shapes of UTF-8 (RFC 3629).
enum UTF8Form {
    /// How many bytes a scalar with this first byte has; 0 for a byte that cannot be first.
    static func length(_ first: UInt8) -> Int {
        switch first {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// The scalar that exactly these bytes mean, or nil.
    static func scalar(_ form: [UInt8]) -> Unicode.Scalar? {
        guard let first = form.first, form.count == length(first) else { return nil }
        guard form.count > 1 else { return Unicode.Scalar(first) }
        var value = UInt32(first) & (0x7F >> UInt32(form.count))
        for byte in form.dropFirst() {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: [UInt32] = [0, 0, 0x80, 0x800, 0x1_0000]
        return value >= least[form.count] ? Unicode.Scalar(value) : nil
    }
}
