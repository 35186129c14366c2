/// The proxy network: many small cells, replaced as they are banned, with customers' requests mixed in.
enum HydraStyle {
    static func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        habits.batch = random.heavy(median: 18, spread: 0.5)
        habits.banned = min(0.9, knobs[.banned] * random.within(1...2.2))
        habits.replaces = true
        habits.cover = min(0.95, knobs[.cover] * random.within(0.6...1.4))
        habits.dealt = random.within(0.6...0.95)
        habits.frames = random.between(6...24)
        habits.rhythm = .flat
        habits.surgesAtRelease = random.chance(0.5)
    }
}

/// One team over many ways in: a card and a device of its own for every account, office hours, no haste.
///
/// What connects it: the team's frames on every path, one pool of exits, and the accounts that slip.
enum PathsStyle {
    static func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        habits.batch = random.within(1...2)
        (habits.cards.share, habits.devices.share, habits.phones.share) = (0, 0, 0)
        habits.leak = knobs[.leak] * random.within(0.7...2)
        habits.ownDomainShare = random.unit() * 0.15
        habits.exits = random.within(0.15...0.5)
        habits.dealt = random.unit() * 0.15
        habits.rhythm = .longOffice
        habits.channels = [1, 0.8, 0.6, 0.6, 0.4].map { $0 * random.within(0.4...1) }
        habits.keyed = random.within(0.7...1)
        habits.banned *= 0.4
        habits.ownKit = false
        habits.isRented = random.chance(0.5)
    }
}

/// Small and exact: requests balanced over the accounts within seconds, payments shared.
enum SynchronisedStyle {
    static func shape(_ habits: inout OperationHabits, _ random: inout SeededRandom) {
        habits.dealt = random.within(0.9...1)
        habits.jobSeconds = 8...random.between(15...50)
        habits.each = 1...1
        habits.crew = 4...random.between(7...16)
        habits.cards = (random.within(0.8...1), 3...random.between(5...14))
        habits.frames = random.between(2...6)
        habits.rhythm = .flat
    }
}

/// One lab's share of a reseller that serves two.
enum ResoldStyle {
    static func shape(_ habits: inout OperationHabits, _ random: inout SeededRandom) {
        habits.channels = [1, 0, random.unit() * 0.2, 0, random.unit() * 0.3]
        habits.cards.share = random.within(0.7...0.95)
        habits.devices.share = random.within(0.6...0.95)
    }
}

/// Watches for new models: nearly half of its traffic is on one within a day.
enum PivotStyle {
    static func shape(_ habits: inout OperationHabits, _ random: inout SeededRandom) {
        habits.models = ModelTaste.pivot
        habits.surgesAtRelease = true
        habits.dealt = random.within(0.3...0.8)
    }
}

/// Changes cards, devices, frames and exits after a ban wave; what survives the wave carries both.
enum ChangeStyle {
    static func shape(_ habits: inout OperationHabits, _ random: inout SeededRandom) {
        habits.changes = true
        habits.banned = random.within(0.25...0.5)
        habits.replaces = true
        habits.signUp = -0.2...0.7
    }
}

/// Hides among unrelated customers, whose requests are most of its traffic.
enum MixingStyle {
    static func shape(_ habits: inout OperationHabits, _ random: inout SeededRandom) {
        habits.cover = random.within(0.55...0.75)
        habits.dealt = random.within(0.4...0.9)
        habits.rhythm = .flat
    }
}

/// A few exchanges an account, over months.
enum SlowStyle {
    static func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        habits.batch = random.within(1...5)
        habits.dealt = random.unit() * 0.4
        habits.each = 1...1
        habits.signUp = -0.6...0.5
        habits.banned *= 0.3
        habits.leak = knobs[.leak]
        habits.cards.holders = 2...random.between(3...4)
        habits.devices.holders = 2...random.between(3...4)
        habits.volumeSpread = 0.4
    }
}

/// Like any other, but every request says that somebody else sent it.
enum FramedStyle {
    static func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        habits.forgerCare = knobs[.carefulForgers]
        habits.channels = [1, 0, random.unit() * 0.3, random.unit() * 0.3, 0]
    }
}

/// Own card, own device, own line for each account; slow. Only the work, and what slips, is common.
enum CarefulStyle {
    static func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        PathsStyle.shape(&habits, knobs, &random)
        habits.leak = knobs[.leak] * random.within(0.5...1)
        habits.ownLine = random.within(0.7...0.95)
        habits.isRented = false
        habits.batch = 1
        habits.homeless = false
        habits.frames = random.between(3...8)
    }
}
