/// Lets all operations of a world enter.
enum OperationEntry {
    static func enter(_ registry: inout Registry) throws(SyntheticCaseError) {
        var random = registry.random("operations")
        let mix = try OperationMix(registry.knobs, &random)
        registry.operations = mix.operations
        let weighted = mix.operations.reduce(0) { $0 + Double($1.size) * $1.style.intensity }
        guard weighted > 0 else { return }
        let budget = Double(registry.knobs.exchangeCount) * registry.knobs[.fraudTraffic]
        var shared: Reseller?
        for (number, operation) in mix.operations.enumerated() {
            if operation.style == .resold, shared?.pair != operation.pair {
                let customers = mix.operations.filter { $0.pair == operation.pair }
                shared = reseller(of: customers, &registry, &random)
            }
            let own = operation.style == .resold ? shared : nil
            OperationBuilder(
                operation: operation, number: number,
                volume: budget * operation.style.intensity / weighted, sharedPool: own?.pool,
                sharedKit: own?.kit
            ).enter(&registry)
        }
    }

    /// What the customers of one reseller have in common.
    private struct Reseller {
        let pair: Int?
        let pool: Int
        let kit: KitShelf.Kit?
    }

    /// The exits of a reseller who serves two labs: rented ones, and some of each lab's own.
    private static func reseller(
        of pair: [Operation], _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Reseller {
        let habits = OperationHabits(registry.knobs, &random)
        let rented = Exits.rent(habits, accounts: pair.reduce(0) { $0 + $1.size }, &registry, &random)
        var exits = registry.atlas.pools[rented]
        let labExits = max(1, exits.count / 25)
        for operation in pair {
            guard let lab = operation.lab else { continue }
            exits += registry.labs[lab].network.someHosts(labExits, &random)
        }
        let kit = random.chance(0.5) ? KitShelf.own(&registry.texts, &random) : nil
        return Reseller(pair: pair[0].pair, pool: registry.atlas.pool(exits), kit: kit)
    }
}
