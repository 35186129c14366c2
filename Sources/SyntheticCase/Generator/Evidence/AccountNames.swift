/// The ids of accounts: scattered numbers of 40 bits, each once, from which neither age nor group can be read.
struct AccountNames: Sendable {
    private static let mask: UInt64 = (1 << 40) - 1
    private let salt: UInt64

    init(seed: UInt64) {
        salt = SeededRandom.scramble(seed ^ 0xACC0) & AccountNames.mask
    }

    /// One to one below 2^40: sums, odd factors and shifted exclusive ors can all be undone.
    func code(_ person: Int) -> UInt64 {
        var code = (UInt64(person) &+ salt) & AccountNames.mask
        for factor: UInt64 in [0x9E_3779_B97F, 0xC2_B2AE_3D27, 0x16_5667_B19F] {
            code = code &* factor & AccountNames.mask
            code ^= code >> 17
        }
        return code
    }

    func add(_ person: Int, to bytes: inout [UInt8]) {
        bytes.add("u-")
        bytes.add(hex: code(person), digits: 10)
    }
}
