/// One prompt and answer as the provider's log has it, without its text.
struct Exchange: Sendable {
    let account: Int
    let at: Instant
    let address: Address
    let model: Model
    let surface: Channel
    let inputTokens: Int
    let outputTokens: Int
    let client: String
    let promptKey: String
    /// Index into `PromptLibrary.frames`: what the text of a sample is made from.
    let frame: Int
}

/// The invented service's models.
enum Model: String, CaseIterable, Sendable {
    case small = "m-small-3"
    case medium = "m-medium-4"
    case large = "m-large-4"
    case newest = "m-large-4.5"
}

/// Which model a customer uses, and how fast they turn to a new one.
struct ModelHabit: Sendable {
    /// Shares of small, medium and large while the newest does not exist.
    let shares: [Double]
    /// Share of the traffic on the newest within 24 hours of its release.
    let firstDay: Double
    /// Share a month later; grows linearly from the first day.
    let firstMonth: Double

    static let everyday = ModelHabit(shares: [25, 58, 17], firstDay: 0.06, firstMonth: 0.3)
    static let builder = ModelHabit(shares: [30, 45, 25], firstDay: 0.08, firstMonth: 0.35)
    static let cautious = ModelHabit(shares: [60, 38, 2], firstDay: 0.01, firstMonth: 0.06)

    func model(at moment: Instant, _ random: inout SeededRandom) -> Model {
        let days = Double(moment - Calendar.release) / Double(Instant.day)
        if days >= 0 {
            let later = min(1, max(0, days - 1) / 30)
            if random.chance(firstDay + (firstMonth - firstDay) * later) { return .newest }
        }
        return [.small, .medium, .large][random.weighted(shares)]
    }
}
