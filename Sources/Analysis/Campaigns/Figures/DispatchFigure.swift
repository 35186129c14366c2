/// How much of the members' work is dealt out in the same minutes, a few accounts at a time.
///
/// An *event* is a minute in which two or more members send one frame (or anything, where no frames are known).
/// Signal: a program that holds the keys of all accounts deals every batch of requests to a few of them, at any time of
/// day, so that a good share of all exchanges has company, events lie on many days, and each takes a small part of the
/// members active that day. Why it suggests common control: strangers do not hand over their keys. Innocent: an
/// organisation's own service accounts (they declare it), and a product that acts for all its users at once when
/// something happens: then most of the active members are in the event, and `attendance` says so.
/// What chance and timetables give comes off by the ratio of `LockstepFigure`.
struct DispatchFigure: Sendable, Equatable {
    /// Exchanges looked at; of larger groups whole minutes are drawn, which leaves all shares as they are.
    static let mostExchanges = 1_000_000
    private static let minutesOfDay: UInt32 = 1440

    /// Share of the exchanges in company beyond what chance and timetables give, 0…1.
    var share = 0.0
    /// Days with an event.
    var days = 0
    /// Members in an event as a share of those active that day, mean over members in events.
    var attendance = 0.0

    init() {}

    /// O(exchanges of members, sorted).
    init(_ members: [Int32], _ activity: ActivityColumns, lockstep: LockstepFigure) {
        guard lockstep.pairs > lockstep.expected else { return }
        let uses = Self.uses(members, activity)
        let active = Self.activeByDay(uses)
        var (all, inCompany, weight) = (0, 0, 0.0)
        var busy: [UInt32] = []
        var start = 0
        while start < uses.count {
            var end = start
            var accounts = 0
            while end < uses.count, uses[end].minute == uses[start].minute,
                uses[end].frame == uses[start].frame
            {
                if end == start || uses[end].account != uses[end - 1].account { accounts += 1 }
                end += 1
            }
            all += end - start
            if accounts > 1 {
                let day = uses[start].minute / Self.minutesOfDay
                inCompany += end - start
                weight += Double(accounts)
                attendance += Double(accounts) * Double(accounts) / Double(max(1, active[day] ?? 1))
                if busy.last != day { busy.append(day) }
            }
            start = end
        }
        guard inCompany > 0 else { return }
        share = Double(inCompany) / Double(all) * (1 - lockstep.expected / lockstep.pairs)
        days = busy.count
        attendance /= weight
    }

    private struct Use {
        var minute: UInt32
        var frame: UInt32
        var account: Int32
    }

    /// By minute, frame and account.
    private static func uses(_ members: [Int32], _ activity: ActivityColumns) -> [Use] {
        let count = members.reduce(0) {
            $0 + activity.offsets[Int($1) + 1] - activity.offsets[Int($1)]
        }
        let step = UInt32(max(1, (count + mostExchanges - 1) / mostExchanges))
        var uses: [Use] = []
        uses.reserveCapacity(count / Int(step) + 1)
        for account in members {
            for place in activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1] {
                let minute = activity.seconds[place] / LockstepFigure.windowSeconds
                // Multiplication by an odd number spreads neighbouring minutes.
                guard step == 1 || ((minute &* 2_654_435_761) >> 8) % step == 0 else { continue }
                uses.append(Use(minute: minute, frame: activity.promptKey[place], account: account))
            }
        }
        uses.sort { ($0.minute, $0.frame, $0.account) < ($1.minute, $1.frame, $1.account) }
        return uses
    }

    /// Members seen on each day, among the exchanges looked at.
    private static func activeByDay(_ uses: [Use]) -> [UInt32: Int] {
        var active: [UInt32: Int] = [:]
        var day: UInt32?
        var accounts: Set<Int32> = []
        for use in uses {
            let today = use.minute / minutesOfDay
            if today != day {
                if let day { active[day] = accounts.count }
                (day, accounts) = (today, [])
            }
            accounts.insert(use.account)
        }
        if let day { active[day] = accounts.count }
        return active
    }
}
