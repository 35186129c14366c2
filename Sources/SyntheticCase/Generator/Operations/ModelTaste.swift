/// Which model a customer takes, and how fast they turn to a new one.
struct ModelTaste: Sendable {
    /// Cumulative shares of small and medium among the older models.
    let small: Double
    let medium: Double
    /// Share on the newest within a day of its release, and a month later.
    let firstDay: Double
    let firstMonth: Double

    static let everyday: UInt8 = 0
    static let builder: UInt8 = 1
    static let eager: UInt8 = 2
    static let pivot: UInt8 = 3

    static let all = [
        ModelTaste(small: 0.25, medium: 0.83, firstDay: 0.06, firstMonth: 0.3),
        ModelTaste(small: 0.15, medium: 0.6, firstDay: 0.08, firstMonth: 0.35),
        ModelTaste(small: 0.1, medium: 0.5, firstDay: 0.8, firstMonth: 0.8),
        ModelTaste(small: 0.04, medium: 0.42, firstDay: 0.48, firstMonth: 0.65),
    ]

    /// - Parameter sinceRelease: seconds, negative before it.
    func model(sinceRelease: Int, _ random: inout SeededRandom) -> Model {
        if sinceRelease >= 0 {
            let days = Double(sinceRelease) / Double(Instant.day)
            let later = min(1, max(0, days - 1) / 30)
            if random.unit() < firstDay + (firstMonth - firstDay) * later { return .newest }
        }
        let share = random.unit()
        return share < small ? .small : (share < medium ? .medium : .large)
    }
}
