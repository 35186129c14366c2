/// Where requests come from: a pure function of time, so that a stretch of work keeps its address.
struct AddressHabit: Sendable {
    enum Kind: UInt8 { case none, home, pool }

    var kind = Kind.none
    /// Of a home: index into `Places.all`.
    var place: UInt8 = 0
    /// How long an address stays.
    var stickyHours: UInt16 = 1
    /// Index into the pools of the registry.
    var pool: UInt32 = 0
    /// People of one home have the same.
    var salt: UInt64 = 0

    static func home(_ place: Int, stickyHours: Int, salt: UInt64) -> AddressHabit {
        AddressHabit(
            kind: .home, place: UInt8(truncatingIfNeeded: place),
            stickyHours: UInt16(clamping: max(1, stickyHours)), salt: salt)
    }

    static func pool(_ pool: Int, stickyHours: Int, salt: UInt64) -> AddressHabit {
        AddressHabit(
            kind: .pool, stickyHours: UInt16(clamping: max(1, stickyHours)), pool: UInt32(clamping: pool),
            salt: salt)
    }
}

/// One of the things an account works on.
struct Task: Sendable {
    /// Index into the frame book: what a sample's text is made from.
    var frame: UInt16
    /// What the provider logs as prompt_key; 0 is none.
    var key: UInt64
    var weight: Float
}

/// How an account behaves over a stretch of time. An account may have several.
struct Conduct: Sendable {
    enum Mode: UInt8 {
        /// Sittings drawn from a rhythm.
        case sittings
        /// By the clock, every `stepHours`.
        case clock
        /// Jobs that a dispatcher deals.
        case jobs
    }

    /// How the volume is settled.
    enum Scale: UInt8 {
        /// `volume` is relative: honest traffic is scaled to what the world is to have.
        case honest
        /// `volume` is a mean number of exchanges.
        case exact
    }

    var mode = Mode.sittings
    var scale = Scale.honest
    var volume: Float = 0
    var from: UInt32
    var until: UInt32
    var rhythm: UInt16 = 0
    /// Mean exchanges of a sitting.
    var sitting: Float = 4
    /// A range of the registry's tasks.
    var firstTask: UInt32 = 0
    var taskCount: UInt16 = 0
    /// A task of the account's own software, taken with chance `ownShare`.
    var ownTask = Task(frame: 0, key: 0, weight: 0)
    var ownShare: Float = 0
    /// What the account's software mixes into its frames, so that its keys are nobody else's; 0 is nothing.
    var salt: UInt64 = 0
    /// Share of its exchanges whose prompt key is logged.
    var keyedShare: Float = 1
    var main = AddressHabit()
    var other = AddressHabit()
    /// Share of the three-hour stretches spent at `other`.
    var otherShare: Float = 0
    var surface = Channel.web
    /// Indices into the registry's texts; 0 is none.
    var client: UInt32 = 0
    var otherClient: UInt32 = 0
    var models: UInt8 = 0
    var stepHours: UInt8 = 1
    var minute: UInt8 = 0
    /// Of `jobs`: the member's number in the world's roster of jobs.
    var seat: UInt32 = 0
}

extension Conduct {
    /// Sends through the exits of a pool, and `otherwise` of the time from where it sent before.
    mutating func send(
        from pool: Int, stickyHours: Int, otherwise: Double, _ random: inout SeededRandom
    ) {
        other = main
        otherShare = Float(otherwise)
        main = .pool(pool, stickyHours: stickyHours, salt: random.next())
    }
}
