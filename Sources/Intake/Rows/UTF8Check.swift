/// Whether bytes are UTF-8 (RFC 3629: no overlong form, no surrogate, nothing over U+10FFFF).
enum UTF8Check {
    @inline(__always)
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        var at = 0
        while bytes.count - at >= 8, WordScan.load(start + at) & WordScan.highs == 0 { at += 8 }
        while at < bytes.count, start[at] < 0x80 { at += 1 }
        return at == bytes.count || isValidBeyondASCII(start, from: at, to: bytes.count)
    }

    private static func isValidBeyondASCII(_ bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Bool {
        var at = from
        while at < end {
            let length = sequenceLength(bytes, at: at, to: end)
            if length == 0 { return false }
            at += length
        }
        return true
    }

    /// Length of the code point at `at`, 0 if there is none. Table 3-7 of the Unicode Standard.
    private static func sequenceLength(_ bytes: UnsafePointer<UInt8>, at: Int, to end: Int) -> Int {
        let lead = bytes[at]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return 0
        }
        guard end - at >= length, second.contains(bytes[at + 1]) else { return 0 }
        for index in 2..<max(2, length) where bytes[at + index] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
