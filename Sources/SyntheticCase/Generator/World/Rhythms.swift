/// All rhythms that people of a world have, so that an account needs two bytes for its own.
struct Rhythms: Sendable {
    enum Kind: Int, CaseIterable { case office, longOffice, evenings, student, flat }

    private static let offsets = -11...13
    private static let shifts = 5
    let all: [Rhythm]

    init() {
        var all: [Rhythm] = []
        for kind in Kind.allCases {
            for offset in Rhythms.offsets {
                for shift in 0..<Rhythms.shifts { all.append(Rhythms.rhythm(kind, offset, shift)) }
            }
        }
        self.all = all
    }

    /// Early birds and owls: the hours move by up to two, the weekend weighs more or less.
    private static func rhythm(_ kind: Kind, _ offset: Int, _ shift: Int) -> Rhythm {
        let base: Rhythm
        switch kind {
        case .office: base = .office(offset: offset)
        case .longOffice: base = .longOffice(offset: offset)
        case .evenings: base = .evenings(offset: offset)
        case .student: base = .student(offset: offset)
        case .flat:
            return Rhythm(offset: offset, hours: Rhythm.flat.hours, weekend: 0.9 + 0.025 * Double(shift))
        }
        let moved = (0..<24).map { base.hours[($0 - (shift - 2) + 24) % 24] }
        return Rhythm(
            offset: offset, hours: moved, weekend: min(1, base.weekend * (0.5 + 0.25 * Double(shift))))
    }

    static func index(_ kind: Kind, offset: Int, shift: Int) -> UInt16 {
        let offset = min(max(offset, offsets.lowerBound), offsets.upperBound) - offsets.lowerBound
        let place = (kind.rawValue * offsets.count + offset) * shifts + min(max(shift, 0), shifts - 1)
        return UInt16(truncatingIfNeeded: place)
    }

    /// A person's own version of a kind.
    static func personal(_ kind: Kind, offset: Int, _ random: inout SeededRandom) -> UInt16 {
        index(kind, offset: offset, shift: random.below(shifts))
    }
}
