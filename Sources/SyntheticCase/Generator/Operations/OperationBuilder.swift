/// Enrols the accounts of one operation with all they hold and do.
struct OperationBuilder {
    let operation: Operation
    let number: Int
    /// Mean exchanges for each account.
    let volume: Double
    /// Exits that the customers of one reseller have in common.
    let sharedPool: Int?
    /// Whether the reseller's own software sends.
    let sharedKit: KitShelf.Kit?

    func enter(_ registry: inout Registry) {
        var random = registry.random("operation-\(operation.campaign)")
        var habits = OperationHabits(registry.knobs, &random)
        operation.style.shape(&habits, registry.knobs, &random)
        let offset = operation.lab.map { registry.labs[$0].offset } ?? random.between(-8...10)
        let rhythm = Rhythms.index(habits.rhythm, offset: offset, shift: random.below(5))
        let waves = registry.timeline.banWaves
        let change = habits.changes ? waves[waves.count / 2] : nil
        var stock = equipment(habits, &registry, &random)
        let seats = enrol(habits, rhythm, change, &stock, &registry, &random)
        let dealt = volume * Double(operation.size) * habits.dealt * (1 - habits.cover)
        Dispatcher(habits: habits, stock: stock, change: change, rhythm: rhythm, exchanges: dealt)
            .deal(over: seats, &registry, &random)
    }

    /// One for each method.
    private func equipment(
        _ habits: OperationHabits, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> [Equipment] {
        let purposes = purposes(registry, &random)
        return (0..<(habits.changes ? 2 : 1)).map { _ in
            Equipment(
                habits, purposes: purposes, size: operation.size, sharing: sharedPool, &registry, &random)
        }
    }

    private func enrol(
        _ habits: OperationHabits, _ rhythm: UInt16, _ change: Instant?, _ stock: inout [Equipment],
        _ registry: inout Registry, _ random: inout SeededRandom
    ) -> [Crew.Seat] {
        let label = registry.label(.operation(number: number))
        let hours = Rhythms().all[Int(rhythm)]
        let lives = MemberLives(
            habits, size: operation.size, rhythm: hours, registry.timeline, &random
        ).lives
        let traces = LabTraces(operation, habits, registry.labs, &random)
        var crew = Crew(
            habits: habits, volume: volume, rhythm: rhythm, change: change, label: label,
            firstSeat: registry.roster.seatCount, kit: sharedKit)
        for life in lives { crew.join(life, &stock, traces, &registry, &random) }
        return crew.seats
    }

    /// Mostly what its lab is after.
    private func purposes(_ registry: Registry, _ random: inout SeededRandom) -> [Purpose] {
        var purposes = operation.lab.map { registry.labs[$0].targets } ?? []
        purposes = random.sample(max(1, purposes.count - 1), of: purposes)
        purposes += random.sample(
            purposes.isEmpty ? random.between(2...4) : random.below(2), of: Purpose.sought)
        return purposes
    }
}
