import Casework

/// Hashes contents to 128 bits: SipHash-2-4-128 (Aumasson, Bernstein 2012) under a fixed key.
///
/// The key is fixed since claims outlive an import: the same exchange_id has to have the same hash next
/// year. SipHash mixes every bit of content into all 128; two contents of one hash are not expected before
/// 2^64 of them, and what evidence could gain by forging one is that one of its own rows is a duplicate.
struct ContentHashing {
    private var v0: UInt64 = 0x736F_6D65_7073_6575
    private var v1: UInt64 = 0x646F_7261_6E64_6F6D ^ 0xEE
    private var v2: UInt64 = 0x6C79_6765_6E65_7261
    private var v3: UInt64 = 0x7465_6462_7974_6573

    /// Reference key, as two words; tests use the one of the published vectors.
    init(key: (UInt64, UInt64) = (0x7265_7665_6E75_6572, 0x6578_6368_616E_6765)) {
        v0 ^= key.0
        v1 ^= key.1
        v2 ^= key.0
        v3 ^= key.1
    }

    /// The hash of one content.
    @inline(__always)
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> ContentHash {
        var state = ContentHashing()
        return state.finish(bytes)
    }

    /// Takes the bytes as all there is.
    @inline(__always)
    mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>) -> ContentHash {
        let whole = bytes.count & ~7
        if let start = bytes.baseAddress {
            var at = 0
            while at < whole {
                absorb(WordScan.load(start + at))
                at += 8
            }
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        for index in whole..<bytes.count { last |= UInt64(bytes[index]) << UInt64(8 * (index - whole)) }
        absorb(last)
        v2 ^= 0xEE
        for _ in 0..<4 { round() }
        let high = v0 ^ v1 ^ v2 ^ v3
        v1 ^= 0xDD
        for _ in 0..<4 { round() }
        return ContentHash(high: high, low: v0 ^ v1 ^ v2 ^ v3)
    }

    @inline(__always)
    private mutating func absorb(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
    }

    @inline(__always)
    private mutating func round() {
        v0 = v0 &+ v1
        v1 = v1 << 13 | v1 >> 51
        v1 ^= v0
        v0 = v0 << 32 | v0 >> 32
        v2 = v2 &+ v3
        v3 = v3 << 16 | v3 >> 48
        v3 ^= v2
        v0 = v0 &+ v3
        v3 = v3 << 21 | v3 >> 43
        v3 ^= v0
        v2 = v2 &+ v1
        v1 = v1 << 17 | v1 >> 47
        v1 ^= v2
        v2 = v2 << 32 | v2 >> 32
    }
}
