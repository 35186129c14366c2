import Casework
import Foundation
import Testing

@testable import Analysis

struct LoadBalancingTests {
    private func context(_ world: SignalWorld) -> SignalContext { SignalContext(world.input(), seed: 3) }

    private func p(_ world: SignalWorld, _ prefix: String = "m") throws -> Double {
        try #require(LoadBalancingSignal.find(world.members(prefix), context(world))?.pValue)
    }

    /// Requests that arrive at random, dealt out in turn; a share of them at random instead.
    private func dealt(_ accounts: Int, seed: UInt64, atRandom share: Double = 0) -> SignalWorld {
        var (world, random) = (SignalWorld(), SeededGenerator(seed: seed))
        for number in 0..<accounts { world.add("m\(number)") }
        var (second, turn) = (Double(SignalWorld.opening), 0)
        for _ in 0..<1500 {
            second += -log(1 - random.unit()) * 9
            let account = random.unit() < share ? random.below(accounts) : turn % accounts
            world.exchange("m\(account)", UInt32(second), "f")
            turn += 1
        }
        return world
    }

    @Test("Mean and variance are those of all orders of the turns")
    func exactMoments() {
        let members: [Int32] = [0, 0, 0, 1, 1, 2]
        var sums: (n: Double, first: Double, second: Double) = (0, 0, 0)
        func orders(_ rest: [Int32], _ chosen: [Int32]) {
            guard !rest.isEmpty else {
                let same = Double(zip(chosen, chosen.dropFirst()).count { $0 == $1 })
                sums = (sums.n + 1, sums.first + same, sums.second + same * same)
                return
            }
            for place in rest.indices {
                var left = rest
                let next = left.remove(at: place)
                orders(left, chosen + [next])
            }
        }
        orders(members, [])
        let turns = members.map { TurnSequence.Turn(second: 1, member: $0, frame: 0, tie: 0) }
        let moments = SelfSuccession(TurnSequence(members: 3, turns: turns, blocks: [0..<6]))
        let mean = sums.first / sums.n
        #expect(abs(moments.expected - mean) < 1e-12)
        #expect(abs(moments.variance - (sums.second / sums.n - mean * mean)) < 1e-12)
    }

    @Test("Requests dealt in turn are found")
    func findsTurns() throws {
        #expect(try p(dealt(6, seed: 1)) < 1e-4)
        #expect(try p(dealt(25, seed: 2)) < 1e-4)
    }

    @Test("A fifth dealt at random does not hide the turns of the rest")
    func findsImperfectTurns() throws {
        #expect(try p(dealt(25, seed: 6, atRandom: 0.2)) < 1e-3)
    }

    @Test("Requests dealt in turn are found among other members' traffic")
    func findsMixedTurns() throws {
        var (world, random) = (dealt(8, seed: 3), SeededGenerator(seed: 4))
        for number in 0..<10 {
            world.add("m-other\(number)")
            for _ in 0..<40 {
                world.exchange(
                    "m-other\(number)", SignalWorld.opening + UInt32(random.below(13_000)),
                    "g\(random.below(3))")
            }
        }
        #expect(try p(world) < 0.01)
    }

    @Test("Accounts used at random are seldom called, whatever the seed")
    func randomUse() throws {
        let found = try (0..<40).map { try p(dealt(10, seed: 100 + $0, atRandom: 1)) }
        #expect(share(found, atMost: 0.05) <= 0.1)
    }

    @Test("Unsteady timers of one period pass for turns in their order, and are not called")
    func timers() throws {
        var low = 0
        for seed in 0..<10 {
            var (world, random) = (SignalWorld(), SeededGenerator(seed: UInt64(200 + seed)))
            for number in 0..<12 {
                world.add("m\(number)")
                let phase = random.below(120)
                for turn in 0..<200 {
                    world.exchange(
                        "m\(number)", SignalWorld.opening + UInt32(phase + turn * 120 + random.below(9)), "f")
                }
            }
            if try p(world) <= 0.05 { low += 1 }
        }
        #expect(low <= 2)
    }

    @Test("People who wait for answers never follow themselves in a crowd, and are not called")
    func waiting() throws {
        var low = 0
        for seed in 0..<10 {
            var (world, random) = (SignalWorld(), SeededGenerator(seed: UInt64(300 + seed)))
            for number in 0..<25 {
                world.add("m\(number)")
                var second = Double(SignalWorld.opening + UInt32(random.below(60)))
                for _ in 0..<60 {
                    second += 25 + -log(1 - random.unit()) * 35
                    world.exchange("m\(number)", UInt32(second), "f")
                }
            }
            if try p(world) <= 0.05 { low += 1 }
        }
        #expect(low <= 2)
    }

    @Test("Customers who come in bouts are not called")
    func bouts() throws {
        var (world, random) = (SignalWorld(), SeededGenerator(seed: 5))
        for number in 0..<15 {
            world.add("m\(number)")
            for _ in 0..<10 {
                let start = random.below(40_000)
                for turn in 0..<12 {
                    world.exchange(
                        "m\(number)", SignalWorld.opening + UInt32(start + turn * 20 + random.below(20)), "f")
                }
            }
        }
        #expect(try p(world) > 0.5)
    }

    @Test("Too little to tell is no finding")
    func tooLittle() {
        var world = SignalWorld()
        for number in 0..<5 {
            world.add("m\(number)")
            world.exchange("m\(number)", SignalWorld.opening + UInt32(number), "f")
        }
        #expect(LoadBalancingSignal.find(world.members("m"), context(world)) == nil)
        #expect(LoadBalancingSignal.find([], context(world)) == nil)
    }
}
