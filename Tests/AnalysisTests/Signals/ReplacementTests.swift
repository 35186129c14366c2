import Casework
import Testing

@testable import Analysis

struct ReplacementTests {
    private static let opening = SignalWorld.opening

    private static let bans = (0..<6).map { number -> UInt32 in
        opening + UInt32(12 + 13 * number) * SignalWorld.day + UInt32(number) * 7000
    }

    /// Strangers who come any time, or within hours of the bans.
    private func background(_ seed: UInt64, isRushing: Bool = false) -> SignalWorld {
        var (world, random) = (SignalWorld(), SeededGenerator(seed: seed))
        for number in 0..<500 {
            let at =
                isRushing
                ? Self.bans[random.below(6)] + UInt32(random.below(22_000))
                : Self.opening + UInt32(random.below(90 * 86_400))
            world.add("h\(number)", createdAt: at)
        }
        return world
    }

    /// An operation that loses two of its first accounts at each ban; others begin soon after, or at any time.
    private func addOperation(
        _ world: inout SignalWorld, seed: UInt64, isReplacing: Bool, knowsTimes: Bool = true
    ) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<48 {
            let isFirst = number < 12
            let ban = Self.bans[number % 6]
            let begun =
                isFirst
                ? Self.opening + UInt32(random.below(10 * 86_400))
                : isReplacing
                    ? ban + 1800 + UInt32(random.below(20_000))
                    : Self.opening + UInt32(random.below(90 * 86_400))
            world.add(
                "op\(number)", createdAt: begun, closedAt: isFirst && knowsTimes ? ban : nil,
                status: isFirst ? .banned : .active)
            world.hold("op\(number)", .payment, "card-\(number % 4)")
        }
    }

    private func finding(_ world: SignalWorld) -> SignalFinding? {
        ReplacementSignal.find(world.members("op"), SignalContext(world.input(), seed: 5))
    }

    @Test("Accounts that begin after bans and take up what the banned ones used are found")
    func findsReplacement() throws {
        var world = background(1)
        addOperation(&world, seed: 2, isReplacing: true)
        let found = try #require(finding(world))
        #expect(try #require(found.pValue) <= 0.02)
        #expect(found.value > 2 * (found.expected ?? .infinity))
        #expect(found.accountsTotal == Int(found.value))
        #expect(found.words.contains("median delay"))
    }

    @Test("Accounts that begin at any time are seldom called, whatever the seed")
    func isCalibrated() {
        let p = (0..<40).map { seed -> Double in
            var world = background(UInt64(seed))
            addOperation(&world, seed: UInt64(1000 + seed), isReplacing: false)
            return finding(world)?.pValue ?? 1
        }
        #expect(share(p, atMost: 0.05) <= 0.125)
    }

    @Test("Where everybody signs up after the ban, nobody replaces anybody")
    func busyDay() throws {
        var world = background(3, isRushing: true)
        addOperation(&world, seed: 4, isReplacing: true)
        #expect(try #require(finding(world)?.pValue) > 0.05)
    }

    @Test("Closures at an unknown time are not used")
    func unknownTimes() {
        var world = background(6)
        addOperation(&world, seed: 7, isReplacing: true, knowsTimes: false)
        #expect(finding(world) == nil)
    }

    @Test("A value that strangers hold as well is not taken up")
    func sharedValue() throws {
        var world = background(8)
        addOperation(&world, seed: 9, isReplacing: true)
        for number in 0..<500 { world.hold("h\(number)", .payment, "card-\(number % 4)") }
        #expect(try #require(finding(world)).value == 0)
    }

    @Test("The first exchange counts as the beginning, unless the log begins there")
    func arrivals() {
        var world = SignalWorld()
        world.add("a", createdAt: Self.opening - 900_000)
        world.exchange("a", Self.opening)
        world.add("b", createdAt: Self.opening - 900_000)
        world.exchange("b", Self.opening + 5 * SignalWorld.day)
        world.add("c", createdAt: Self.opening - 900_000)
        world.add("d")
        let times = Arrivals(world.input()).time
        #expect(times[0] == Arrivals.none)
        #expect(times[1] == Int64(Self.opening + 5 * SignalWorld.day) * 1000)
        #expect(times[2] == Int64(Self.opening - 900_000) * 1000)
        #expect(times[3] == Arrivals.none)
    }
}
