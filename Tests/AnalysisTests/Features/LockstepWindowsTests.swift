import Testing

@testable import Analysis

@Suite("Lockstep windows")
struct LockstepWindowsTests {
    private func world(_ times: (Int, Int, inout SeededGenerator) -> UInt32) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(60, seed: 2)
        var random = SeededGenerator(seed: 3)
        for (number, id) in world.ids.prefix(12).enumerated() {
            for round in 0..<40 { world.exchange(id, at: times(number, round, &random), key: "frame") }
        }
        return world
    }

    @Test("accounts that a dispatcher starts in the same seconds are found")
    func dispatcher() {
        let world = world { _, round, random in
            SmallWorld.opening + UInt32(round) * 20_011 + UInt32(random.below(20))
        }
        #expect(LockstepWindows.derive(world.input()).keys.count >= 30)
    }

    @Test("jobs on the full hour are not lockstep")
    func fullHours() {
        let start = SmallWorld.opening / 3600 * 3600
        let world = world { _, round, random in start + UInt32(round) * 3600 + UInt32(random.below(20)) }
        #expect(LockstepWindows.derive(world.input()).keys.count <= 4)
    }

    @Test("people who ask at any time are not lockstep")
    func anyTime() {
        let world = world { _, _, random in SmallWorld.opening + UInt32(random.below(864_000)) }
        #expect(LockstepWindows.derive(world.input()).keys.isEmpty)
    }
}
