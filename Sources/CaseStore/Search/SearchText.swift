/// Text as the index holds it and as a query is put: one form for both, so that they meet.
///
/// SQLite's tokenizer takes a run of letters and digits for a word. Chinese, Japanese and Korean, and other
/// scripts written without spaces, would become one word a sentence; here each of their characters becomes a
/// word of its own, so that a phrase of characters finds exactly what stands side by side, two characters as
/// well as ten. Full-width ASCII becomes plain; controls and bytes that are no UTF-8 become spaces. Case and
/// accents are folded by the tokenizer. Simplified and traditional characters stay different.
enum SearchText {
    /// Appends the prepared form of UTF-8 bytes. Linear.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                text.append(byte < 0x20 || byte == 0x7F ? space : byte)
                at &+= 1
                continue
            }
            let (scalar, length) = decode(bytes, at)
            if scalar == 0 {
                text.append(space)
            } else if (0xFF01...0xFF5E).contains(scalar) {
                text.append(UInt8(truncatingIfNeeded: scalar &- 0xFEE0))
            } else if isWord(scalar) {
                text.append(space)
                for place in at..<(at &+ length) { text.append(bytes[place]) }
                text.append(space)
            } else {
                for place in at..<(at &+ length) { text.append(bytes[place]) }
            }
            at &+= length
        }
    }

    static func prepared(_ string: String) -> String {
        var text: [UInt8] = []
        Array(string.utf8).withUnsafeBufferPointer { append($0, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the tokenizer finds a word in the text: a letter, a digit or a private sign.
    static func holdsWord(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber, .letterNumber, .otherNumber, .privateUse:
                true
            default: false
            }
        }
    }

    /// True for characters of scripts that do not put spaces between words.
    private static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x0E00 { return false }
        for range in unspaced where scalar <= range.upperBound { return scalar >= range.lowerBound }
        return false
    }

    /// In order: Thai, Lao, Tibetan, Myanmar, Hangul letters, Khmer, radicals, kana, bopomofo, ideographs, Yi,
    /// Hangul, compatibility and half-width forms, the supplementary ideographic planes.
    private static let unspaced: [ClosedRange<UInt32>] = [
        0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF,
        0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C,
        0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F,
        0x3131...0x318E, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA48C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B16F,
        0x20000...0x3FFFD,
    ]

    /// The scalar at a place and its length; 0 and 1 for bytes that are none.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[at])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, first < 0xF5, at + length <= bytes.count else { return (0, 1) }
        var scalar = first & (0xFF >> UInt32(length + 1))
        for place in 1..<length {
            let byte = UInt32(bytes[at + place])
            guard byte & 0xC0 == 0x80 else { return (0, 1) }
            scalar = scalar << 6 | byte & 0x3F
        }
        let isShortest = length == 2 || scalar >= (length == 3 ? 0x800 : 0x10000)
        let isScalar = scalar < 0x110000 && !(0xD800...0xDFFF).contains(scalar)
        return isShortest && isScalar ? (scalar, length) : (0, 1)
    }

    private static let space = UInt8(ascii: " ")
}
