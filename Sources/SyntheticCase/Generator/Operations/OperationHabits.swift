/// How one operation goes about its work. Drawn from the seed, then bent by its style, so that no two are alike.
struct OperationHabits: Sendable {
    // Sign-up.
    /// Accounts opened in one go, mean; 1 is one at a time.
    var batch: Double
    var batchGapSeconds: Double
    /// When accounts are opened, as shares of the period; before 0 lies before it.
    var signUp: ClosedRange<Double>
    var banned: Double
    var replaces = false

    // Means. Shares of the accounts that get a value of the common stock, and for how many accounts each value serves.
    var cards: (share: Double, holders: ClosedRange<Int>)
    var devices: (share: Double, holders: ClosedRange<Int>)
    var phones: (share: Double, holders: ClosedRange<Int>)
    /// Values dealt at the same time: 1 deals one after the other, more mixes the batches.
    var openValues: Int
    var prepaid: Double
    /// Accounts that share one value although they should not.
    var leak = 0.0
    var ownDomains: Int
    var ownDomainShare: Double

    // Network.
    /// Exits for each account, and the weights of hosting, unlabelled homes, labelled proxies and VPN.
    var exits: Double
    var exitKinds: [Double]
    var stickyHours: Int
    /// Accounts with a line of their own, which they use most of the time.
    var ownLine = 0.0
    /// Whether strangers rent the same exits.
    var isRented = true

    // Work.
    var frames: Int
    var versions: Int
    /// Exchanges whose prompt key is logged.
    var keyed: Double
    /// Frames that are published.
    var common: Double
    /// Whether every account's keys are its own.
    var isSalted: Bool
    /// Exits of networks that others rent too, and values of sellers who serve others too.
    var market: Double
    var sold: Double
    /// Traffic that a dispatcher deals over the accounts.
    var dealt: Double
    var crew: ClosedRange<Int>
    var jobSeconds: ClosedRange<Int>
    var each: ClosedRange<Int>
    var rhythm: Rhythms.Kind
    var volumeSpread: Double
    var cover = 0.0
    var models = ModelTaste.builder
    var surgesAtRelease = false

    // Access.
    /// Weights of API, web, two clouds and a reseller's channel.
    var channels: [Double]
    var ownKit: Bool
    var startups: Double
    var homeless: Bool

    // Change of method.
    var changes = false

    // What slips of the lab.
    var slips: Double
    /// The chance that a forger imitates slips.
    var forgerCare = 0.0

    /// Habits such as an operation of no particular style has.
    init(_ knobs: KnobSettings, _ random: inout SeededRandom) {
        common = min(0.9, knobs[.commonFrames] * random.within(0...2))
        isSalted = random.chance(knobs[.saltedKeys])
        market = min(1, knobs[.market] * random.within(0.4...1.6))
        sold = min(1, knobs[.soldValues] * random.within(0...2))
        batch = random.heavy(median: 7, spread: 0.7)
        batchGapSeconds = random.heavy(median: 90, spread: 0.9)
        signUp = random.within(-0.3...0.1)...random.within(0.4...0.85)
        banned = random.within(0.05...0.3)
        cards = (random.within(0.6...0.95), 2...random.between(4...9))
        devices = (random.within(0.5...0.95), 2...random.between(4...9))
        phones = (random.within(0.2...0.8), 2...random.between(3...12))
        openValues = random.between(1...12)
        prepaid = random.unit() * 0.5
        ownDomains = random.between(2...25)
        ownDomainShare = random.unit() * 0.8
        exits = random.heavy(median: 0.4, spread: 0.6)
        exitKinds = (0..<4).map { _ in random.wait(mean: 1) }
        stickyHours = Int(random.heavy(median: 10, spread: 1)) + 1
        frames = random.between(3...16)
        versions = random.between(1...4)
        keyed = random.within(0.8...1)
        dealt = random.within(0.3...0.9)
        let crewSize = random.between(6...24)
        crew = crewSize / 2...crewSize
        let jobLength = Int(random.heavy(median: 160, spread: 0.7)) + 20
        jobSeconds = jobLength / 2...jobLength
        each = 1...random.between(1...4)
        rhythm = random.pick([.flat, .flat, .longOffice, .office])
        volumeSpread = random.within(0.3...0.8)
        channels = [random.within(0.5...1), random.unit() * 0.2, random.unit() * 0.2, random.unit() * 0.1, 0]
        ownKit = random.chance(0.4)
        startups = random.unit() * 0.4
        homeless = random.chance(0.3)
        slips = random.within(0.09...0.25)
    }
}
