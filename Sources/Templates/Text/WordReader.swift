/// A word of a text.
struct Word {
    var offset: Int
    var length: Int
    /// What words are compared by: a hash of the word with ASCII letters in lower case, so that two different
    /// words are taken for one in 1 of 2^31 comparisons. The lowest bit says that it is an ideograph.
    var code: UInt32

    static func isIdeograph(_ code: UInt32) -> Bool { code & 1 == 1 }
}

/// Reads the words of a text: runs of letters, digits and `_`; each ideograph by itself. Everything else
/// separates words, and so does a byte that is not UTF-8.
///
/// Complexity: O(bytes), whatever they are.
struct WordReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: UInt64
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) {
        self.bytes = bytes
        start = Mixing.finish(seed &+ Mixing.odd)
    }

    mutating func next() -> Word? {
        var first = -1
        var end = 0
        var hash = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x80 {
                let folded = Self.folded(byte)
                if folded == 0 {
                    if first >= 0 { break }
                    position += 1
                    continue
                }
                if first < 0 { first = position }
                hash = (hash ^ UInt64(folded)) &* Mixing.byteFactor
                position += 1
                end = position
                continue
            }
            let (kind, length) = kind(at: position)
            switch kind {
            case .invisible: break
            case .separator:
                if first >= 0 { return word(first, end, hash, ideograph: false) }
            case .ideograph:
                if first >= 0 { return word(first, end, hash, ideograph: false) }
                let ideograph = word(
                    position, position + length, over(position, length, hash), ideograph: true)
                position += length
                return ideograph
            case .letter:
                if first < 0 { first = position }
                hash = over(position, length, hash)
                end = position + length
            }
            position += length
        }
        return first < 0 ? nil : word(first, end, hash, ideograph: false)
    }

    private func word(_ first: Int, _ end: Int, _ hash: UInt64, ideograph: Bool) -> Word {
        let code = UInt32(truncatingIfNeeded: Mixing.finish(hash) >> 32)
        return Word(offset: first, length: end - first, code: code & ~1 | (ideograph ? 1 : 0))
    }

    private func over(_ at: Int, _ length: Int, _ hash: UInt64) -> UInt64 {
        var hash = hash
        for index in at..<at + length { hash = (hash ^ UInt64(bytes[index])) &* Mixing.byteFactor }
        return hash
    }

    /// The byte in lower case; 0 for one that is in no word.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 { return lower }
        return byte &- 0x30 < 10 || byte == 0x5F ? byte : 0
    }

    /// What the character at `at` is, and its length in bytes; a separator of one byte where none starts.
    private func kind(at: Int) -> (ScalarKind, Int) {
        let first = bytes[at]
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, at + length <= bytes.count else { return (.separator, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in at + 1..<at + length {
            guard bytes[index] & 0xC0 == 0x80 else { return (.separator, 1) }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= least, value <= 0x10FFFF, value & 0xFFFF_F800 != 0xD800 else { return (.separator, 1) }
        return (ScalarKind.of(value), length)
    }
}
