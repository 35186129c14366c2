import Casework

/// The closures of a group's members, and which arrivals of members take up what the closed accounts used.
///
/// An arrival takes up from a closed account where both hold a value of the group's own: a prompt frame or
/// template, an address, a means of payment or a device of which members are at least half of all holders.
struct Successions: Sendable {
    struct Arrival: Sendable {
        var account: Int32
        var time: Int64
        /// When the account itself was closed; `Arrivals.none` if it was not.
        var closed: Int64
        /// Ranges of `closures`: one for each value that closed accounts hold too.
        var taken: [Range<Int>]
    }

    /// More values than these tell nothing new; bounds the cost of heavy accounts.
    static let mostValues = 16

    private(set) var arrivals: [Arrival] = []
    /// Times of closure, ascending within each value.
    private(set) var closures: [Int64] = []
    /// Distinct times of closure, ascending.
    private(set) var bans: [Int64] = []

    /// O(holdings of members, sorted).
    init(_ members: [Int32], _ context: SignalContext) {
        let input = context.input
        let closed = members.map { Self.closedAt($0, input.accounts) }
        bans = Set(closed.filter { $0 != Arrivals.none }).sorted()
        guard !bans.isEmpty else { return }
        let held = Self.ownValues(members, context)
        var ranges: [UInt32: Range<Int>] = [:]
        var start = 0
        while start < held.count {
            var end = start
            while end < held.count, held[end].value == held[start].value { end += 1 }
            let times = held[start..<end].map { closed[$0.place] }.filter { $0 != Arrivals.none }.sorted()
            if !times.isEmpty { ranges[held[start].value] = closures.count..<closures.count + times.count }
            closures += times
            start = end
        }
        var taken = [[Range<Int>]](repeating: [], count: members.count)
        for entry in held {
            guard let range = ranges[entry.value], taken[entry.place].count < Self.mostValues else {
                continue
            }
            taken[entry.place].append(range)
        }
        for (place, account) in members.enumerated()
        where context.arrivals.time[Int(account)] != Arrivals.none {
            arrivals.append(
                Arrival(
                    account: account, time: context.arrivals.time[Int(account)], closed: closed[place],
                    taken: taken[place]))
        }
    }

    /// When an account was banned, suspended or closed; `Arrivals.none` where it was not or nobody says when.
    static func closedAt(_ account: Int32, _ accounts: AccountColumns) -> Int64 {
        guard let status = accounts.status[Int(account)], status != .active else { return Arrivals.none }
        return Arrivals.known(accounts.closedAt[Int(account)])
    }

    /// The group's own values that members hold, by value, then member.
    private static func ownValues(
        _ members: [Int32], _ context: SignalContext
    ) -> [(value: UInt32, place: Int)] {
        let holdings = context.input.holdings
        var held: [(value: UInt32, place: Int)] = []
        for (place, account) in members.enumerated() {
            for row in holdings.offsets[Int(account)]..<holdings.offsets[Int(account) + 1]
            where context.isTakenUp[Int(context.input.values.kind[Int(holdings.value[row])])] {
                held.append((holdings.value[row], place))
            }
        }
        held.sort { $0 < $1 }
        var own: [(value: UInt32, place: Int)] = []
        var start = 0
        while start < held.count {
            var end = start
            while end < held.count, held[end].value == held[start].value { end += 1 }
            let inside = end - start
            if inside > 1, 2 * inside >= Int(context.holders[Int(held[start].value)]) {
                own += held[start..<end]
            }
            start = end
        }
        return own
    }

    /// The last closure of another account, in `(from, to)`, of which the arrival takes something up.
    func lastClosure(_ arrival: Arrival, from: Int64, to: Int64) -> Int64? {
        var best: Int64?
        for range in arrival.taken {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if closures[middle] < to { low = middle + 1 } else { high = middle }
            }
            // Its own closure stands in the list once.
            if low > range.lowerBound, closures[low - 1] == arrival.closed { low -= 1 }
            guard low > range.lowerBound, closures[low - 1] > from else { continue }
            best = max(best ?? .min, closures[low - 1])
        }
        return best
    }
}
