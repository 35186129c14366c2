/// Hashing of words and numbers; a seed makes it another function.
enum Mixing {
    static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The prime of FNV-1a with 64 bits.
    static let byteFactor: UInt64 = 0x0000_0100_0000_01B3

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input reaches every bit.
    @inline(__always)
    static func finish(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    @inline(__always)
    static func join(_ hash: UInt64, _ value: UInt64) -> UInt64 {
        (hash ^ value) &* odd ^ (hash >> 29)
    }
}
