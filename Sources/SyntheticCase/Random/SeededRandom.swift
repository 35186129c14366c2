/// A small random source whose every draw is defined here, so one seed gives the same case for ever.
///
/// SplitMix64 (Steele, Lea and Flood 2014). The standard library's `random(in:using:)` and `shuffled(using:)`
/// are not used: their algorithms may change between Swift releases, and then so would the bytes.
struct SeededRandom: Sendable {
    private var state: UInt64

    /// A stream of its own for `stream`: what one part of the world draws never moves another part.
    init(seed: UInt64, stream: String) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ SeededRandom.digest(of: stream)
        _ = next()
    }

    /// A stream of its own for each `number`, as cheap as a draw.
    init(seed: UInt64, number: UInt64) {
        state = SeededRandom.scramble(seed ^ SeededRandom.scramble(number &+ 0x9E37_79B9_7F4A_7C15))
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SeededRandom.scramble(state)
    }

    /// A number in `0..<bound`; `bound` must be above zero.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "an empty range has no member to draw")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    mutating func between(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// A number in `0..<1` with 53 random bits.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1.0p-53
    }

    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    mutating func pick<Item>(_ items: [Item]) -> Item {
        items[below(items.count)]
    }

    /// `digits` lower-case hexadecimal digits.
    mutating func hex(_ digits: Int) -> String {
        let alphabet = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits)
        for _ in 0..<digits { bytes.append(alphabet[below(16)]) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The finalizer of SplitMix64, also used where a value must depend on a place and not on a draw.
    static func scramble(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// FNV-1a over the UTF-8 bytes.
    static func digest(of text: String) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return digest
    }
}
