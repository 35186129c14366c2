/// Addresses of home lines: an area that stays, and in it an address that changes from lease to lease.
struct HomeAddresses: Sendable {
    private let lines: [Atlas.HomeLine]
    private let fourShare: Double

    init(_ lines: [Atlas.HomeLine], fourShare: Double) {
        (self.lines, self.fourShare) = (lines, fourShare)
    }

    /// The address of a home in the given lease.
    func address(_ habit: AddressHabit, slot: UInt64) -> Address {
        let line = lines[Int(habit.place)]
        let home = SeededRandom.scramble(habit.salt)
        let lease = SeededRandom.scramble(habit.salt ^ slot &* 0x9E37_79B9)
        if Double(home >> 11) * 0x1.0p-53 < fourShare {
            let area = (UInt32(truncatingIfNeeded: home) % (line.fourCount >> 10)) << 10
            // One lease in five lies in a neighbouring /24.
            let block = lease % 5 == 0 ? UInt32(lease >> 40 & 3) : UInt32(home >> 8 & 3)
            return .four(line.four + area + block << 8 + 1 + UInt32(lease >> 16 & 0xFF) % 254)
        }
        let area = (home >> 20 & 0xFFFF) << 8
        return .six(line.six | area | lease >> 50 & 0xFF, 1 + home % 0xFFFE)
    }
}
