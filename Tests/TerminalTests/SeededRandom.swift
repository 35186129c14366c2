@testable import Terminal

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same worlds everywhere.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// Text of the kinds of scalars that break terminals, mixed with plain ones.
    mutating func hostileText() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x00...0x1F, 0x20...0x7E, 0x7F...0x9F, 0x300...0x30F, 0x200B...0x200F, 0x202A...0x202E,
            0x2066...0x2069, 0x4E00...0x4E20, 0x1F600...0x1F610, 0x1F3FB...0x1F3FF, 0xE0000...0xE007F,
            0xFE00...0xFE0F, 0xFFF0...0xFFFF, 0x1100...0x11FF, 0xE000...0xE010, 0x0...0x10FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...40, using: &self) {
            let range = ranges.randomElement(using: &self) ?? 0x20...0x7E
            let value = UInt32.random(in: range, using: &self)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    mutating func bytes(upTo limit: Int, from alphabet: [UInt8]? = nil) -> [UInt8] {
        (0..<Int.random(in: 0...limit, using: &self)).map { _ in
            alphabet?.randomElement(using: &self) ?? UInt8.random(in: 0...255, using: &self)
        }
    }

    /// A buffer with random texts at random places, some of them half outside.
    mutating func buffer(_ size: Size) -> Buffer {
        var buffer = Buffer(size: size)
        for _ in 0..<12 {
            let point = Point(
                column: Int.random(in: -3...size.columns + 2, using: &self),
                row: Int.random(in: -1...size.rows, using: &self))
            let role = Role.allCases.randomElement(using: &self) ?? .normal
            buffer.put(hostileText(), at: point, style: Style(role))
        }
        return buffer
    }
}
