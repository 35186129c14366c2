/// When an account was first and last seen, and how often.
struct ActivitySummary: Sendable {
    var first: Instant
    var last: Instant
    var exchanges = 0

    /// One for each account, by number; linear in the exchanges. An idle account was seen when it was opened.
    static func all(of world: World) -> [ActivitySummary] {
        var summaries = world.accounts.map { account in
            let seen = max(account.created, Calendar.opening)
            return ActivitySummary(first: seen, last: seen)
        }
        for exchange in world.exchanges {
            let number = exchange.account
            if summaries[number].exchanges == 0 { summaries[number].first = exchange.at }
            summaries[number].last = exchange.at
            summaries[number].exchanges += 1
        }
        return summaries
    }

    /// The part of the activity that one of several values of a kind may claim: at least one use, at most all.
    func uses(of value: String) -> Int {
        let share = Double(SeededRandom.scramble(SeededRandom.digest(of: value)) >> 11) * 0x1.0p-53
        return max(1, Int(Double(exchanges) * (0.4 + 0.6 * share)))
    }
}
