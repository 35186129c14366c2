/// What an operation lets slip of the lab behind it, or wants others to find.
struct LabTraces {
    private let operation: Operation
    private let lab: Lab?
    private let rival: Lab?
    private let share: Double
    private let handles: [UInt32]
    /// Of strong evidence, which sources there are besides metadata.
    private let hasCards: Bool
    private let hasExits: Bool
    private let thinKind: Int

    init(_ operation: Operation, _ habits: OperationHabits, _ labs: [Lab], _ random: inout SeededRandom) {
        self.operation = operation
        lab = operation.lab.map { labs[$0] }
        let rival = operation.framed.map { labs[$0] }
        self.rival = rival
        let sources = random.between(0...2)
        (hasCards, hasExits) = (sources != 1, sources != 0)
        thinKind = random.between(0...2)
        let imitates = rival != nil && random.chance(habits.forgerCare)
        share = rival == nil || imitates ? habits.slips : random.within(0.5...0.95)
        let count = rival == nil || imitates ? random.between(4...7) : random.between(1...2)
        handles = random.sample(count, of: (rival ?? lab)?.handles ?? [])
    }

    /// Leaves what falls to the next account in its hands.
    ///
    /// - Returns: where else its requests come from, and how often.
    func next(
        _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> (habit: AddressHabit, share: Float)? {
        switch operation.evidence {
        case .strong: return strong(&draft, &random)
        case .thin: return thin(&draft, &registry, &random)
        case .forged:
            if random.chance(share) { stamp(&draft, &random) }
            if let rival, random.chance(share * 0.1) {
                draft.domain = registry.texts.number(rival.domain)
            }
            return nil
        case .none, .reseller: return nil
        }
    }

    private func strong(
        _ draft: inout Draft, _ random: inout SeededRandom
    ) -> (habit: AddressHabit, share: Float)? {
        guard let lab else { return nil }
        if random.chance(share) { stamp(&draft, &random) }
        if hasCards, random.chance(share) { draft.pay(.card, random.pick(lab.fingerprints), issuer: nil) }
        guard hasExits, random.chance(share) else { return nil }
        return (.pool(lab.pool, stickyHours: 24, salt: random.next()), Float(random.within(0.1...0.4)))
    }

    private func thin(
        _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> (habit: AddressHabit, share: Float)? {
        guard let lab, random.chance(0.04) else { return nil }
        switch thinKind {
        case 0: draft.hold(.metadataUser, UInt64(lab.handles[0]))
        case 1: draft.domain = registry.texts.number(lab.domain)
        default:
            return (.pool(lab.pool, stickyHours: 24, salt: random.next()), 0.1)
        }
        return nil
    }

    private func stamp(_ draft: inout Draft, _ random: inout SeededRandom) {
        guard !handles.isEmpty else { return }
        draft.hold(.metadataUser, UInt64(random.pick(handles)))
    }
}
