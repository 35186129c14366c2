import Casework
import Foundation
import Testing

@testable import Analysis

struct SynchronyTests {
    /// Independent customers of popular frames, of very different volumes.
    static func innocent(_ count: Int, seed: UInt64, days: Int = 2) -> SignalWorld {
        var (world, random) = (SignalWorld(), SeededGenerator(seed: seed))
        for number in 0..<count {
            let id = "h\(number)"
            world.add(id)
            let volume = 5 + Int(pow(random.unit(), 4) * 600)
            for _ in 0..<volume {
                world.exchange(
                    id, SignalWorld.opening + UInt32(random.below(days * 86_400)), "frame-\(random.below(6))")
            }
        }
        return world
    }

    /// Accounts through which a dispatcher sends every job to several at once.
    static func addRing(_ world: inout SignalWorld, _ count: Int, jobs: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for number in 0..<count { world.add("ring\(number)") }
        for _ in 0..<jobs {
            let start = SignalWorld.opening + UInt32(random.below(2 * 86_400))
            for _ in 0..<4 {
                world.exchange("ring\(random.below(count))", start + UInt32(random.below(4)), "frame-0")
            }
        }
    }

    private func scores(_ world: SignalWorld) -> SynchronyScores {
        SynchronyScores.find(world.input(), seed: 7)
    }

    @Test("Among independent accounts hardly any is called synchronous, and p-values are not too small")
    func isCalibrated() {
        let found = scores(Self.innocent(400, seed: 1))
        #expect(share(found.p, atMost: 0.05) <= 0.06)
        #expect(share(found.p, atMost: 0.5) <= 0.55)
        #expect(found.q.count { $0 <= 0.05 } <= 2)
        #expect((found.calibration?.falseShare ?? 1) <= 0.07)
        #expect(found.calibration?.seed == 7)
    }

    @Test("At one scale the p-values of independent accounts are spread over the whole range")
    func isNotBlind() {
        let scan = scores(Self.innocent(400, seed: 2)).scans[1]
        let some = scan.tally.indices.filter {
            scan.tally[$0].expected > 3 && scan.tally[$0].expected < 30
        }
        let p = some.map { scan.pValue($0) }
        #expect(p.count > 50)
        #expect(share(p, atMost: 0.5) >= 0.15)
        #expect(share(p, atMost: 0.2) >= 0.03)
    }

    @Test("A ring that a dispatcher drives is called, the others around it are not")
    func findsRing() {
        var world = Self.innocent(300, seed: 3)
        Self.addRing(&world, 20, jobs: 200, seed: 4)
        let found = scores(world)
        let ring = world.members("ring").map { found.q[Int($0)] }
        let others = world.members("h").map { found.q[Int($0)] }
        #expect(share(ring, atMost: 0.05) >= 0.8)
        #expect(share(others, atMost: 0.05) <= 0.03)
    }

    @Test("A heavy customer is not synchronous for being heavy")
    func heavyCustomer() {
        var (world, random) = (Self.innocent(200, seed: 5), SeededGenerator(seed: 6))
        world.add("heavy")
        for _ in 0..<20_000 {
            world.exchange("heavy", SignalWorld.opening + UInt32(random.below(2 * 86_400)), "frame-1")
        }
        let found = scores(world)
        #expect(found.q[Int(world.members("heavy")[0])] > 0.05)
        #expect(found.windows[Int(world.members("heavy")[0])] > 100)
    }

    @Test("The rush of a launch day makes nobody synchronous")
    func launchDay() {
        var (world, random) = (Self.innocent(200, seed: 8), SeededGenerator(seed: 9))
        for number in 0..<300 {
            world.add("rush\(number)")
            for _ in 0..<12 {
                let after = -log(1 - random.unit()) * 2400
                world.exchange("rush\(number)", SignalWorld.opening + 7200 + UInt32(after), "frame-2")
            }
        }
        let found = scores(world)
        #expect(share(found.q, atMost: 0.05) <= 0.02)
    }

    @Test("Jobs that run on the full hour keep to their own level")
    func fullHours() {
        var (world, random) = (Self.innocent(100, seed: 10, days: 8), SeededGenerator(seed: 11))
        for number in 0..<60 {
            world.add("job\(number)")
            for hour in 0..<192 where random.below(2) == 0 {
                world.exchange(
                    "job\(number)", SignalWorld.opening + UInt32(hour * 3600 + random.below(6)), "frame-3")
            }
        }
        let found = scores(world)
        #expect(share(world.members("job").map { found.q[Int($0)] }, atMost: 0.05) <= 0.1)
    }

    @Test("Expected meetings are those of a simulation, a tenth and its margin above")
    func expectationIsExact() {
        let width = SynchronyScan.Scale(bucketSeconds: 10, windowSeconds: 600)
        let volume = ["a": 12, "b": 5, "c": 30, "d": 1]
        var random = SeededGenerator(seed: 12)
        var (sum, expected) = ([0.0, 0, 0, 0], [0.0, 0, 0, 0])
        for _ in 0..<1500 {
            var world = SignalWorld()
            for (id, count) in volume.sorted(by: { $0.key < $1.key }) {
                world.add(id)
                for bucket in Array(0..<60).shuffled(using: &random).prefix(count) {
                    world.exchange(id, SignalWorld.opening + UInt32(bucket * 10), "f")
                }
            }
            let scan = SynchronyScan.all(FrameRows(world.input()), scales: [width])[0]
            for account in 0..<4 {
                sum[account] += Double(scan.tally[account].met) / 1500
                expected[account] = scan.tally[account].expected
            }
        }
        for account in 0..<4 {
            #expect(expected[account] >= sum[account] * 0.98, "account \(account)")
            #expect(expected[account] <= sum[account] * 1.13, "account \(account)")
        }
    }

    @Test("Without frames the moments alone are compared, without exchanges nothing is")
    func withoutFrames() {
        var world = SignalWorld()
        for number in 0..<8 { world.add("a\(number)") }
        #expect(scores(world).p == [Double](repeating: 1, count: 8))
        for number in 0..<8 { world.exchange("a\(number)", SignalWorld.opening) }
        #expect(scores(world).source == .timeAlone)
        #expect(scores(world).isTested(0))
        #expect(SynchronyScores.find(AnalysisInput(), seed: 1).p.isEmpty)
    }

    @Test("Times of nothing, of the end of time, and crowds in one second are borne")
    func hostileTimes() {
        var world = SignalWorld()
        for number in 0..<300 {
            world.add("a\(number)")
            for second in [0, 1, 59, UInt32.max, UInt32.max - 1, SignalWorld.opening] {
                world.exchange("a\(number)", second, "f")
            }
        }
        for second in 0..<4000 { world.exchange("a0", SignalWorld.opening + UInt32(second), "f") }
        let found = scores(world)
        #expect(found.p.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(found.z.allSatisfy { $0.isFinite })
    }

    @Test("Rows in another order give the same scores")
    func orderDoesNotMatter() {
        var world = Self.innocent(60, seed: 13)
        Self.addRing(&world, 10, jobs: 60, seed: 14)
        let (first, second) = (scores(world), scores(world.shuffled(seed: 15)))
        #expect(first.p == second.p)
        #expect(first.q == second.q)
        #expect(first.calibration == second.calibration)
    }

    @Test("A group's finding is strong for the ring and unremarkable for groups drawn from innocent accounts")
    func groupFinding() throws {
        var world = Self.innocent(300, seed: 16)
        Self.addRing(&world, 20, jobs: 60, seed: 17)
        let context = SignalContext(world.input(), seed: 1)
        let ring = try #require(SynchronySignal.find(world.members("ring"), context))
        #expect(try #require(ring.pValue) < 1e-6)
        #expect(ring.value > (ring.expected ?? 1))
        var (random, low) = (SeededGenerator(seed: 18), 0)
        for _ in 0..<60 {
            let drawn = Array(world.members("h").shuffled(using: &random).prefix(15))
            if let p = SynchronySignal.find(drawn, context)?.pValue, p <= 0.05 { low += 1 }
        }
        #expect(low <= 7)
    }
}
