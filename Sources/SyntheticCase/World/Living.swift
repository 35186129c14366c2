/// One kind of work an account does: a prompt frame, the digest its software leaves, and how often.
struct Work: Sendable {
    let frame: Int
    let promptKey: String
    let weight: Double

    init(_ frame: String, key: String = "", weight: Double = 1) {
        self.frame = PromptLibrary.index(of: frame)
        promptKey = key
        self.weight = weight
    }
}

/// How an account lives: when, how much, from where, on what.
struct Habits {
    var span: Range<Instant>
    var exchanges: Int
    var rhythm: Rhythm
    var work: [Work]
    var addresses: AddressSource
    var models = ModelHabit.everyday
    /// Mean number of exchanges in one sitting.
    var sitting = 4.0
}

extension World {
    /// Lets the account live: sittings drawn from its rhythm, each with a few exchanges minutes apart.
    mutating func live(_ account: Int, _ habits: Habits, _ random: inout SeededRandom) {
        guard !habits.work.isEmpty else { return }
        let weights = habits.work.map(\.weight)
        var left = habits.exchanges
        while left > 0 {
            var moment = habits.rhythm.instant(in: habits.span, &random)
            let count = min(left, 1 + Int(random.exponential(mean: habits.sitting - 1)))
            let topic = habits.work[random.weighted(weights)]
            for turn in 0..<count {
                let work = turn == 0 || random.chance(0.75) ? topic : habits.work[random.weighted(weights)]
                if moment < habits.span.upperBound { send(account, work, at: moment, habits, &random) }
                moment = moment + Int(random.logNormal(median: 75, spread: 0.9)) + 4
            }
            left -= count
        }
    }

    private mutating func send(
        _ account: Int, _ work: Work, at moment: Instant, _ habits: Habits, _ random: inout SeededRandom
    ) {
        let address = habits.addresses.address(at: moment)
        send(account, work, at: moment, from: address, models: habits.models, &random)
    }

    /// Records one exchange at a given moment from a given address.
    mutating func send(
        _ account: Int, _ work: Work, at moment: Instant, from address: Address, models: ModelHabit,
        _ random: inout SeededRandom
    ) {
        let sender = accounts[account]
        let frame = PromptLibrary.frames[work.frame]
        record(
            Exchange(
                account: account, at: moment, address: address, model: models.model(at: moment, &random),
                surface: sender.surface == .reseller ? .api : sender.surface,
                inputTokens: 3 + Int(random.logNormal(median: Double(frame.inputTokens), spread: 0.6)),
                outputTokens: 2 + Int(random.logNormal(median: Double(frame.outputTokens), spread: 0.7)),
                client: sender.clients.isEmpty ? "" : random.pick(sender.clients),
                promptKey: work.promptKey, frame: work.frame))
    }
}
