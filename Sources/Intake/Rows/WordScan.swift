/// Eight bytes at a time: which of them equal a byte.
enum WordScan {
    static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// A word of eight times the same byte.
    @inline(__always)
    static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Eight bytes from memory, the first one lowest.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// The top bit of exactly those bytes that are zero.
    ///
    /// The carry-free form of "Determine if a word has a zero byte" (Anderson, Bit Twiddling Hacks).
    @inline(__always)
    static func zeros(_ word: UInt64) -> UInt64 { ~(((word & lows) &+ lows) | word | lows) }

    /// Index of the first byte `wanted` in `bytes[from..<end]`, else `end`.
    @inline(__always)
    static func first(_ wanted: UInt8, in bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int {
        var at = from
        let pattern = repeated(wanted)
        while end - at >= 8 {
            let hits = zeros(load(bytes + at) ^ pattern)
            if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
            at += 8
        }
        while at < end, bytes[at] != wanted { at += 1 }
        return at
    }

    /// How many bytes of `bytes[from..<end]` are line feeds.
    static func lineFeeds(in bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int {
        var count = 0
        var at = first(Byte.lineFeed, in: bytes, from: from, to: end)
        while at < end {
            count += 1
            at = first(Byte.lineFeed, in: bytes, from: at + 1, to: end)
        }
        return count
    }
}

/// The bytes that mean something to the readers.
enum Byte {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
