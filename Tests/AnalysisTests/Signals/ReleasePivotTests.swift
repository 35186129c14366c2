import Casework
import Testing

@testable import Analysis

struct ReleasePivotTests {
    private static let release = SignalWorld.opening + 10 * SignalWorld.day

    /// Accounts that send before and after the release; some of what they send after goes to the new model.
    private func add(
        _ world: inout SignalWorld, _ name: String, _ count: Int, toNew: Double, each: Int = 20, seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<count {
            let id = "\(name)\(number)"
            world.add(id)
            world.exchange(id, Self.release - 5000, model: "amber-3")
            let own = min(1, toNew * 2 * random.unit())
            for _ in 0..<each {
                let isNew = random.unit() < own
                world.exchange(
                    id, Self.release + UInt32(random.below(86_400)),
                    model: isNew ? "amber-4-20250625" : "amber-3")
            }
        }
    }

    private func findings(_ world: SignalWorld, _ prefix: String = "m") -> [SignalFinding] {
        var world = world
        world.events = [CaseEvent(at: Int64(Self.release) * 1000, kind: .modelRelease, name: "Amber 4")]
        return ReleasePivotSignal.find(world.members(prefix), SignalContext(world.input(), seed: 2))
    }

    @Test("A group that moves half of its traffic within a day is found")
    func findsPivot() throws {
        var world = SignalWorld()
        add(&world, "h", 300, toNew: 0.05, seed: 1)
        add(&world, "m", 12, toNew: 0.5, seed: 2)
        let found = try #require(findings(world).first)
        #expect(try #require(found.pValue) <= 0.004)
        #expect(found.value > 0.3)
        #expect(try #require(found.expected) < 0.1)
        #expect(found.words.contains("within 24 h"))
    }

    @Test("A large group is found by the normal tail")
    func findsLargePivot() throws {
        var world = SignalWorld()
        add(&world, "h", 300, toNew: 0.05, seed: 3)
        add(&world, "m", 80, toNew: 0.4, seed: 4)
        #expect(try #require(findings(world).first?.pValue) < 1e-9)
    }

    @Test("Groups that move like everybody are seldom called, whatever the seed", arguments: [10, 70])
    func isCalibrated(size: Int) throws {
        let p = try (0..<40).map { seed -> Double in
            var world = SignalWorld()
            add(&world, "h", 200, toNew: 0.3, seed: UInt64(seed * 2))
            add(&world, "m", size, toNew: 0.3, seed: UInt64(seed * 2 + 1))
            return try #require(findings(world).first?.pValue)
        }
        #expect(share(p, atMost: 0.05) <= 0.125)
        #expect(share(p, atMost: 0.9) >= 0.1)
    }

    @Test("Heavy members are held against heavy accounts")
    func volumeMatched() throws {
        var world = SignalWorld()
        add(&world, "light", 300, toNew: 0, each: 3, seed: 5)
        add(&world, "heavy", 40, toNew: 0.5, each: 80, seed: 6)
        add(&world, "m", 10, toNew: 0.5, each: 80, seed: 7)
        #expect(try #require(findings(world).first?.pValue) > 0.05)
    }

    @Test("Releases are matched to whole words of model names")
    func names() {
        let models = ["amber-4", "amber-45", "basalt-2-20250101", "basalt-2-20250301", "Cobalt 1"]
            .map { ExactText($0) }
        #expect(ModelNames.matches("Amber 4", models) == [0])
        #expect(ModelNames.matches("General release of AMBER_45!", models) == [1])
        #expect(ModelNames.matches("basalt-2", models) == [2, 3])
        #expect(ModelNames.matches("cobalt-1", models) == [4])
        #expect(ModelNames.matches("20250301", models) == [3])
        #expect(ModelNames.matches("basalt", [ExactText("amber")]) == [])
        #expect(ModelNames.matches("amber-5", models) == [])
        #expect(ModelNames.matches("", models) == [])
        #expect(ModelNames.matches("\u{1B}[31m", models) == [])
    }

    @Test("Without releases, models or accounts outside there is no finding")
    func nothing() {
        var world = SignalWorld()
        add(&world, "m", 12, toNew: 0.5, seed: 8)
        #expect(findings(world).isEmpty)
        #expect(ReleasePivotSignal.find(world.members("m"), SignalContext(world.input(), seed: 1)).isEmpty)
    }
}
