/// Random numbers that depend on a seed alone, for property tests.
///
/// SplitMix64 (Steele, Lea and Flood 2014). Put `seed` into the message of an expectation, so that a failure
/// says how to repeat it.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    public let seed: UInt64
    private var state: UInt64

    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in `0..<bound`; `bound` must be above zero.
    public mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    public mutating func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// A number in `0..<1`.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    public mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// One of the items, of which there must be at least one.
    public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    /// `length` bytes of any value.
    public mutating func bytes(_ length: Int) -> [UInt8] {
        (0..<length).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// Text of up to `limit` scalars drawn from those that break programs: controls, bidi marks, combining
    /// marks, wide and astral characters, quotes, and the letters given.
    public mutating func hostileText(limit: Int, letters: String = "ab \"\\,'") -> String {
        let nasty: [Unicode.Scalar] = [
            "\0", "\u{1B}", "\u{7}", "\n", "\r", "\t", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{200B}",
            "\u{2066}",
            "\u{301}", "é", "字", "\u{FEFF}", "\u{FE0F}", "😀", "\u{E0041}", "\u{10FFFF}", "\u{2028}",
        ]
        let plain = Array(letters.unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<below(limit + 1) { text.append(chance(0.3) ? pick(nasty) : pick(plain)) }
        return String(text)
    }
}
