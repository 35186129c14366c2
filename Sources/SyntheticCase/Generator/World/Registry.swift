/// A world while people enter it: compact arrays, appended to and never rearranged.
///
/// Memory is linear in the accounts, some 300 bytes for each; exchanges are not in it.
struct Registry: Sendable {
    let seed: UInt64
    let knobs: KnobSettings
    let timeline: Timeline
    var atlas = Atlas()
    var frames = FrameBook()
    var texts = Texts()
    var kits: KitShelf
    private(set) var people: [Person] = []
    private(set) var holdings: [Holding] = []
    private(set) var payments: [Means] = []
    private(set) var conducts: [Conduct] = []
    private(set) var tasks: [Task] = []
    private(set) var labels: [Label] = [.ordinary]
    var roster = JobRoster()
    var operations: [Operation] = []
    var labs: [Lab] = []
    /// Pools of exits that operations rent and ordinary people rent too.
    var rentedPools: [Int] = []
    var market = Market()
    /// Pools of the carriers by place, and of hosting companies; made when first asked for.
    var mobilePools: [Int: Int] = [:]
    var racks: [Int] = []
    /// Mean exchanges of a fraudulent account, or of what one would have.
    var fraudMean: Double {
        let accounts = max(1, knobs[.accounts] * max(knobs[.fraudShare], Knob.fraudShare.definition.standard))
        return Double(knobs.exchangeCount) * knobs[.fraudTraffic] / accounts
    }
    private var topics = TopicShelf()

    init(seed: UInt64, knobs: KnobSettings) {
        self.seed = seed
        self.knobs = knobs
        var random = SeededRandom(seed: seed, stream: "timeline")
        timeline = Timeline(days: knobs.count(.days), &random)
        var kitRandom = SeededRandom(seed: seed, stream: "kits")
        kits = KitShelf(&texts, &kitRandom)
        labs = Lab.all(&self)
        market = Market(&self)
    }

    func random(_ stream: String) -> SeededRandom { SeededRandom(seed: seed, stream: stream) }

    mutating func label(_ label: Label) -> UInt16 {
        labels.append(label)
        return UInt16(clamping: labels.count - 1)
    }

    /// Adds the account and returns its number; conducts are cut to the account's life.
    @discardableResult
    mutating func enrol(_ draft: Draft) -> Int {
        let created = UInt32(clamping: draft.created.seconds)
        let closed = draft.closed.map { UInt32(clamping: $0.seconds) } ?? 0
        people.append(
            Person(
                created: created, closed: closed, status: draft.status, channel: draft.channel,
                plan: draft.plan,
                country: draft.declaresCountry ? UInt8(truncatingIfNeeded: draft.place) : Person.nowhere,
                hasEmailHash: draft.hasEmailHash, domain: draft.domain, organization: draft.organization,
                label: draft.label, firstHolding: UInt32(holdings.count),
                firstPayment: UInt32(payments.count), firstConduct: UInt32(conducts.count)))
        holdings += draft.holdings
        payments += draft.payments
        let life = life(created: created, closed: closed)
        for var conduct in draft.conducts {
            conduct.from = max(conduct.from, life.lowerBound)
            conduct.until = min(conduct.until, life.upperBound)
            guard conduct.from < conduct.until else { continue }
            if conduct.mode == .clock { conduct.volume *= share(of: conduct) }
            conducts.append(conduct)
        }
        return people.count - 1
    }

    /// The part of the period in which an account can act.
    func life(created: UInt32, closed: UInt32) -> Range<UInt32> {
        let start = max(UInt32(timeline.opening.seconds), created + 4 * UInt32(Instant.minute))
        let end = min(UInt32(timeline.closing.seconds), closed == 0 ? .max : closed)
        return start..<max(start, end)
    }

    /// The part of the period that a conduct lasts.
    private func share(of conduct: Conduct) -> Float {
        Float(conduct.until - conduct.from) / Float(timeline.closing - timeline.opening)
    }

    /// A conduct over the whole period.
    func conduct() -> Conduct {
        Conduct(from: UInt32(timeline.opening.seconds), until: UInt32(timeline.closing.seconds))
    }

    /// Keeps tasks and gives their place, for any number of conducts.
    mutating func keep(_ new: [Task]) -> (first: UInt32, count: UInt16) {
        let first = UInt32(tasks.count)
        tasks += new
        return (first, UInt16(clamping: new.count))
    }

    /// What people of a place talk about: one of a few dozen mixtures, without keys.
    mutating func talk(at place: Int, _ random: inout SeededRandom) -> (first: UInt32, count: UInt16) {
        let number = random.below(TopicShelf.mixtures)
        if let found = topics[place, number] { return found }
        let kept = keep(TopicShelf.mixture(place, number, seed: seed))
        topics[place, number] = kept
        return kept
    }

    mutating func scaleHonest(by factor: Double) {
        for index in conducts.indices where conducts[index].scale == .honest {
            conducts[index].volume *= Float(factor)
        }
    }

    mutating func change(conduct: Int, _ body: (inout Conduct) -> Void) { body(&conducts[conduct]) }
    mutating func change(person: Int, _ body: (inout Person) -> Void) { body(&people[person]) }
    mutating func change(holding: Int, _ body: (inout Holding) -> Void) { body(&holdings[holding]) }
    mutating func change(payment: Int, _ body: (inout Means) -> Void) { body(&payments[payment]) }

    func isFraudulent(_ person: Int) -> Bool { labels[Int(people[person].label)].isOperation }

    func holdings(of person: Int) -> Range<Int> {
        Int(
            people[person].firstHolding)..<(person + 1 < people.count
            ? Int(people[person + 1].firstHolding) : holdings.count)
    }

    func payments(of person: Int) -> Range<Int> {
        Int(
            people[person].firstPayment)..<(person + 1 < people.count
            ? Int(people[person + 1].firstPayment) : payments.count)
    }

    func conducts(of person: Int) -> Range<Int> {
        Int(
            people[person].firstConduct)..<(person + 1 < people.count
            ? Int(people[person + 1].firstConduct) : conducts.count)
    }
}
