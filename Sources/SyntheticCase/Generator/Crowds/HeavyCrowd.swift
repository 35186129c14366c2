/// Honest people who send as much as the fraud does, and try a new model on the day it comes out.
struct HeavyCrowd: Crowd {
    static let kind = "heavy"
    private static let spread = 0.7

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("heavy")
        let label = label(&registry)
        // The mean of a log-normal is e^(spread²/2) times its median.
        let mean = registry.fraudMean * registry.knobs[.heavyVolume]
        let median = mean / PortableMath.exp(HeavyCrowd.spread * HeavyCrowd.spread / 2)
        for _ in 0..<count {
            let volume = random.heavy(median: median, spread: HeavyCrowd.spread)
            customer(volume, label, &registry, &random)
        }
    }

    private func customer(
        _ volume: Double, _ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        var draft = registry.newcomer(label: label, &random)
        draft.channel = random.chance(0.8) ? .api : .nimbus
        draft.plan = random.chance(0.7) ? .paid : .startup
        (draft.status, draft.closed) = (.active, nil)
        draft.created = min(draft.created, registry.timeline.at(0.3))
        registry.settle(&draft, &random)
        var conduct = registry.everyday(&draft, &random)
        (conduct.scale, conduct.sitting) = (.exact, 12)
        if random.chance(0.4) {
            conduct.rhythm = Rhythms.index(.flat, offset: 0, shift: random.below(5))
            conduct.main = .pool(registry.rack(&random), stickyHours: 3000, salt: random.next())
        }
        let burst = registry.knobs[.heavyBurst]
        conduct.volume = Float(volume * (1 - burst))
        draft.conducts = [conduct, launchDay(conduct, volume * burst, registry.timeline, &random)]
        registry.enrol(draft)
    }

    private func launchDay(
        _ conduct: Conduct, _ volume: Double, _ timeline: Timeline, _ random: inout SeededRandom
    ) -> Conduct {
        var day = conduct
        day.from = UInt32(timeline.release.seconds)
        day.until = UInt32((timeline.release + Instant.day).seconds)
        day.volume = Float(volume)
        day.models = ModelTaste.eager
        day.rhythm = Rhythms.index(.flat, offset: 0, shift: random.below(5))
        return day
    }
}
