import Casework
import Foundation
import Testing

@testable import Analysis

struct SignUpBurstTests {
    /// People who sign up by day more than by night, over some weeks.
    static func innocent(_ count: Int, seed: UInt64, days: Int = 42) -> SignalWorld {
        var (world, random) = (SignalWorld(), SeededGenerator(seed: seed))
        var number = 0
        while number < count {
            let second = random.below(days * 86_400)
            let isDay = 1 + 0.8 * sin(Double(second % 86_400) / 86_400 * 2 * .pi)
            guard random.unit() * 1.8 < isDay else { continue }
            world.add("h\(number)", createdAt: SignalWorld.opening + UInt32(second))
            number += 1
        }
        return world
    }

    static func addBatch(
        _ world: inout SignalWorld, _ name: String, _ count: Int, at second: UInt32, within: Int,
        seed: UInt64,
        plan: Plan? = nil
    ) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<count {
            world.add("\(name)\(number)", createdAt: second + UInt32(random.below(within)), plan: plan)
        }
    }

    private func bursts(_ world: SignalWorld) -> SignUpBursts { SignUpBursts(world.input().accounts) }

    @Test("People who sign up by the hour of the day make next to no bursts")
    func isCalibrated() {
        let found = (0..<6).map { bursts(Self.innocent(3000, seed: $0)).bursts.count }
        #expect(found.reduce(0, +) <= 3)
    }

    @Test("A class is a burst of the case, with its innocent reason and its education plans")
    func classSignUp() throws {
        var world = Self.innocent(2000, seed: 11)
        Self.addBatch(
            &world, "class", 30, at: SignalWorld.opening + 20 * SignalWorld.day, within: 2400, seed: 12,
            plan: .education)
        let context = SignalContext(world.input(), seed: 1)
        let found = try #require(CaseSignals.find(context, groups: []).first)
        #expect(found.accountsTotal >= 25)
        #expect(found.innocent?.contains("hackathons") == true)
        #expect(found.innocent?.contains("have education plans") == true)
        #expect(try #require(found.qValue) <= 0.05)
        let grouped = CaseSignals.find(context, groups: [world.members("class")])
        #expect(grouped.count == CaseSignals.find(context, groups: []).count - 1)
    }

    @Test("Batches of an operation are bursts of its group, a random group has none")
    func groupOfBatches() throws {
        var world = Self.innocent(2000, seed: 13)
        for batch in 0..<5 {
            let at = SignalWorld.opening + UInt32(5 + 6 * batch) * SignalWorld.day + UInt32(batch * 7000)
            Self.addBatch(&world, "op\(batch)-", 12, at: at, within: 1500, seed: UInt64(20 + batch))
        }
        let context = SignalContext(world.input(), seed: 1)
        let found = try #require(SignUpBurstSignal.find(world.members("op"), context))
        #expect(found.value > 0.8)
        #expect(try #require(found.pValue) < 1e-10)
        let others = try #require(SignUpBurstSignal.find(Array(world.members("h").prefix(60)), context))
        #expect(others.pValue == 1)
    }

    @Test("A launch that doubles a whole day's sign-ups is no burst within it")
    func launchDay() {
        var world = Self.innocent(3000, seed: 14)
        Self.addBatch(
            &world, "launch", 300, at: SignalWorld.opening + 20 * SignalWorld.day, within: 86_400, seed: 15)
        let inBurst = bursts(world).bursts.reduce(0) { $0 + $1.accounts.count }
        #expect(inBurst <= 15)
    }

    @Test("Sources that log days have no bursts within them")
    func daysOnly() {
        var world = SignalWorld()
        let midnight = SignalWorld.opening / 86_400 * 86_400
        for number in 0..<900 {
            world.add("a\(number)", createdAt: midnight + UInt32(number % 30) * SignalWorld.day)
        }
        #expect(bursts(world).bursts.isEmpty)
    }

    @Test("Accounts created in one and the same moment are one burst")
    func oneMoment() throws {
        var world = Self.innocent(1000, seed: 16)
        for number in 0..<40 { world.add("x\(number)", createdAt: SignalWorld.opening + 9 * SignalWorld.day) }
        let found = bursts(world).bursts
        #expect(found.contains { $0.accounts.count >= 40 && $0.to - $0.from <= 600_000 })
    }

    @Test("Unknown and impossible times of creation are left out")
    func hostileTimes() {
        var accounts = AccountColumns()
        for (number, time) in [Int64.min, .max, -1, 0, .min + 1, 4_133_980_800_000].enumerated() {
            accounts.append(number: UInt32(number), createdAt: time)
        }
        let found = SignUpBursts(accounts)
        #expect(found.isKnown.allSatisfy { !$0 })
        #expect(found.bursts.isEmpty)
        #expect(SignUpBursts(AccountColumns()).bursts.isEmpty)
    }
}
