/// When something happens in one invented world; drawn from its seed.
struct Timeline: Sendable {
    let opening: Instant
    /// The first second after the period.
    let closing: Instant
    let release: Instant
    /// In order of time.
    let banWaves: [Instant]
    let policy: Instant

    init(days: Int, _ random: inout SeededRandom) {
        opening = Calendar.opening
        closing = opening + days * Instant.day
        let length = closing - opening
        func moment(_ share: Double, hour: Int) -> Instant {
            let day = Int(share * Double(length)) / Instant.day
            return Calendar.opening + day * Instant.day + hour * Instant.hour
        }
        release = moment(random.within(0.45...0.75), hour: random.between(14...18))
        policy = moment(random.within(0.1...0.4), hour: 10)
        let waves = random.between(2...4)
        var found: [Instant] = []
        for wave in 0..<waves {
            let share = 0.25 + 0.6 * (Double(wave) + random.unit()) / Double(waves)
            found.append(moment(share, hour: random.between(8...16)) + random.below(50) * Instant.minute)
        }
        banWaves = found.sorted()
    }

    var period: Range<Instant> { opening..<closing }

    /// A moment at `share` of the period.
    func at(_ share: Double) -> Instant {
        opening + Int(share * Double(closing - opening))
    }
}
