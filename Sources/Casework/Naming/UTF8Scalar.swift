/// Decoding of UTF-8 one scalar at a time, for text that may not be UTF-8.
enum UTF8Scalar {
    /// The scalar that starts at `at`, and its length; nil and 1 where no well-formed scalar starts.
    ///
    /// Overlong forms, surrogates and what is beyond U+10FFFF are not well-formed (Unicode 16, table 3-7).
    /// Complexity: O(1). `at` must be an index of `bytes`.
    static func decode(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32?, length: Int) {
        let first = bytes[at]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, at + length <= bytes.count, (secondBytes(first)).contains(bytes[at + 1]) else {
            return (nil, 1)
        }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in bytes[at + 1..<at + length] {
            guard next & 0xC0 == 0x80 else { return (nil, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (value, length)
    }

    private static func secondBytes(_ first: UInt8) -> ClosedRange<UInt8> {
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}
