import Testing

@testable import Analysis

@Suite("Dispatch")
struct DispatchFigureTests {
    private func figure(_ times: [[UInt32]]) -> DispatchFigure {
        var activity = ActivityColumns()
        for list in times {
            activity.seconds += list.sorted()
            activity.promptKey += list.map { _ in 7 }
            activity.offsets.append(activity.seconds.count)
        }
        let members = (0..<times.count).map(Int32.init)
        return DispatchFigure(members, activity, lockstep: LockstepFigure(members, activity))
    }

    /// Jobs at random minutes over twenty days, each dealt to some of thirty accounts.
    private func dealt(to share: Double, seed: UInt64) -> [[UInt32]] {
        var random = SeededGenerator(seed: seed)
        var times = [[UInt32]](repeating: [], count: 30)
        for _ in 0..<400 {
            let minute = SmallWorld.opening / 60 + UInt32(random.below(20 * 1440))
            for account in 0..<30 where Double(random.below(1000)) < share * 1000 {
                times[account].append(minute * 60 + UInt32(random.below(60)))
            }
        }
        return times
    }

    @Test("work dealt to a few accounts at a time is seen, with few of those active that day in each event")
    func few() {
        let figure = figure(dealt(to: 0.1, seed: 5))
        #expect(figure.share > 0.5)
        #expect(figure.attendance < 0.3)
        #expect(figure.days > 15)
    }

    @Test("a product that acts for all its users at once is told by its attendance")
    func all() {
        #expect(figure(dealt(to: 0.9, seed: 6)).attendance > 0.7)
    }

    @Test("people who work for themselves, and jobs at one minute of every day, are no dispatch")
    func people() {
        var random = SeededGenerator(seed: 8)
        let alone = (0..<30).map { _ in
            (0..<40).map { _ in SmallWorld.opening + UInt32(random.below(20 * 86_400)) }
        }
        let daily = (0..<30).map { account in
            (0..<20).map { SmallWorld.opening / 60 * 60 + UInt32($0) * 86_400 + UInt32(account) }
        }
        #expect(figure(alone).share < 0.05)
        #expect(figure(daily).share < 0.15)
    }
}
