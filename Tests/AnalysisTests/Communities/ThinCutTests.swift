import Testing

@testable import Analysis

@Suite("A thin cut")
struct ThinCutTests {
    private func whole(_ graph: BipartiteGraph) -> NodePartition { .whole(graph.graph.nodeCount) }

    @Test("splits two operations that share one value, and says why")
    func oneBridge() throws {
        let world = try GraphWorlds.twoOperations(size: 40, bridges: 1)
        let outcome = ThinCut().split(whole(world), of: world)
        let accounts = outcome.partition.restricted(toFirst: 80)
        #expect(accounts == NodePartition(labels: (0..<80).map { $0 < 40 ? 0 : 1 }))
        let split = try #require(outcome.splits.first)
        #expect(outcome.splits.count == 1)
        #expect(split.weight == 1)
        #expect(split.accounts == 40 && split.otherAccounts == 40)
        #expect(abs(split.bound - 1.9030899869919435) < 1e-12)
    }

    @Test("leaves two operations together that share more values than the bound")
    func manyBridges() throws {
        let world = try GraphWorlds.twoOperations(size: 40, bridges: 3)
        let outcome = ThinCut().split(whole(world), of: world)
        #expect(outcome.partition == whole(world))
        #expect(outcome.splits.isEmpty && outcome.undecided.isEmpty)
    }

    @Test("weighs ties in the unit it is given")
    func unit() throws {
        let world = try GraphWorlds.twoOperations(size: 40, bridges: 3)
        var settings = ThinCut.Settings()
        settings.unit = 2
        // Three ties of weight 1 are 1.5 units; inside, every account has 4 ties, 2 units.
        #expect(ThinCut(settings: settings).split(whole(world), of: world).partition.communityCount == 2)
    }

    @Test("leaves a hub with accounts that hold nothing else whole")
    func star() throws {
        let world = try BipartiteGraph(
            accountCount: 500, valueCount: 1, accounts: (0..<500).map { $0 },
            values: [Int32](repeating: 0, count: 500), weights: [Double](repeating: 1, count: 500))
        let outcome = ThinCut().split(whole(world), of: world)
        #expect(outcome.partition.communityCount == 1 && outcome.undecided.isEmpty)
    }

    @Test("takes no fringe for an operation: values with one holder and accounts on one value stay")
    func fringe() throws {
        var accounts: [Int32] = []
        var values: [Int32] = []
        for account in 0..<40 as Range<Int32> {
            for step in [0, 1, 3, 7] as [Int32] {
                accounts.append(account)
                values.append((account + step) % 40)
            }
            // Five values nobody else holds.
            for own in 0..<5 as Range<Int32> {
                accounts.append(account)
                values.append(60 + account * 5 + own)
            }
        }
        for account in 40..<60 as Range<Int32> {
            accounts.append(account)
            values.append(account % 40)
        }
        let world = try BipartiteGraph(
            accountCount: 60, valueCount: 260, accounts: accounts, values: values,
            weights: [Double](repeating: 1, count: accounts.count))
        let components = world.graph.connectedComponents()
        let outcome = ThinCut().split(components, of: world)
        #expect(outcome.partition == components)
    }

    @Test("takes a chain of operations apart, link by link")
    func chain() throws {
        var (accounts, values): ([Int32], [Int32]) = ([], [])
        for operation in 0..<6 as Range<Int32> {
            for account in 0..<20 as Range<Int32> {
                for step in [0, 1, 3, 7] as [Int32] {
                    accounts.append(operation * 20 + account)
                    values.append(operation * 20 + (account + step) % 20)
                }
            }
            guard operation < 5 else { continue }
            accounts += [operation * 20, operation * 20 + 25]
            values += [120 + operation, 120 + operation]
        }
        let world = try BipartiteGraph(
            accountCount: 120, valueCount: 125, accounts: accounts, values: values,
            weights: [Double](repeating: 1, count: accounts.count))
        let outcome = ThinCut().split(whole(world), of: world)
        #expect(
            outcome.partition.restricted(toFirst: 120)
                == NodePartition(labels: (0..<120).map { Int32($0 / 20) }))
        #expect(
            outcome.splits.allSatisfy { $0.weight <= $0.bound && $0.accounts >= 8 && $0.otherAccounts >= 8 })
        #expect(outcome.splits.count == 5)
    }

    @Test(
        "reports only cuts that are there, in connected parts that are large enough",
        arguments: 1...40 as ClosedRange<UInt64>)
    func sound(seed: UInt64) throws {
        let world = try GraphWorlds.planted(
            accounts: 120, values: 100, blocks: 5, edges: 330, noise: 0.02, seed: seed
        ).graph
        let start = world.graph.connectedComponents()
        let outcome = ThinCut().split(start, of: world)
        #expect(outcome == ThinCut().split(start, of: world))
        #expect(GraphWorlds.isConnected(outcome.partition, in: world.graph), "seed \(seed)")
        let plain = world.graph.mapWeights { _ in 1 }
        for split in outcome.splits {
            #expect(split.weight <= split.bound && min(split.accounts, split.otherAccounts) >= 8)
            let inside = Set(split.nodes)
            // What it was cut from may have been smaller than the community, never larger.
            let severed = MinimumCutTests.cutWeight(plain) { inside.contains(Int32($0)) }
            #expect(severed >= split.weight, "seed \(seed)")
        }
    }

    @Test(
        "finds the thinnest cut there is, where both sides are large enough",
        arguments: 1...40 as ClosedRange<UInt64>)
    func complete(seed: UInt64) throws {
        // Two random halves of 12 accounts, a few ties between: every cut of the accounts is tried.
        var generator = SeededGenerator(seed: seed)
        var (accounts, values): ([Int32], [Int32]) = ([], [])
        for account in 0..<12 {
            for _ in 0..<4 {
                let half = generator.unit() < 0.06 ? 1 - account / 6 : account / 6
                accounts.append(Int32(account))
                values.append(Int32(half * 8 + generator.below(8)))
            }
        }
        let world = try BipartiteGraph(
            accountCount: 12, valueCount: 16, accounts: accounts, values: values,
            weights: [Double](repeating: 1, count: accounts.count))
        let holders = (12..<28).map { value in
            world.graph.neighbours[world.graph.offsets[value]..<world.graph.offsets[value + 1]]
        }
        let lightest =
            (1..<1 << 11).filter { (3...9).contains($0.nonzeroBitCount) }.map { mask in
                holders.reduce(0) { sum, held in
                    let inside = held.count { mask >> $0 & 1 == 1 }
                    return sum + min(inside, held.count - inside)
                }
            }.min() ?? 0
        var settings = ThinCut.Settings()
        settings.leastAccounts = 3
        settings.boundFactor = 2
        let outcome = ThinCut(settings: settings).split(whole(world), of: world)
        let isSplit = outcome.partition.restricted(toFirst: 12).members().count { $0.count >= 3 } > 1
        if isSplit {
            #expect(Double(lightest) <= ThinCut(settings: settings).bound(accounts: 12), "seed \(seed)")
        }
        if lightest <= 1 { #expect(isSplit, "seed \(seed)") }
    }

    @Test("has nothing to do with small, empty or isolated communities")
    func corners() throws {
        let empty = try BipartiteGraph(accountCount: 0, valueCount: 0, accounts: [], values: [], weights: [])
        #expect(ThinCut().split(whole(empty), of: empty).partition.communityCount == 0)
        let isolated = try BipartiteGraph(
            accountCount: 40, valueCount: 3, accounts: [], values: [], weights: [])
        #expect(ThinCut().split(whole(isolated), of: isolated).partition == .singletons(43))
        #expect(ThinCut().bound(accounts: 0) == 0)
    }
}
