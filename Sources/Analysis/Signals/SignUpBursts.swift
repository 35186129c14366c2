import Casework

/// Bursts of sign-up: windows of `SignUpScan` that do not overlap, the most surprising first, with the accounts
/// created in them (as Kulldorff, Commun. Stat. 26, 1997, takes clusters of a scan).
///
/// Signal: accounts are made in a batch. Why it suggests common control: a script or a farm opens many in one
/// sitting. Innocent: class sign-ups, hackathons, launches, an organisation that lets its people in: most bursts
/// are these, and a burst alone accuses nobody.
struct SignUpBursts: Sendable {
    struct Burst: Sendable, Hashable {
        var from: Int64
        var to: Int64
        /// Indices, ascending.
        var accounts: [Int32]
        /// Of the most surprising window in it.
        var expected: Double
        var p: Double
        var q: Double
    }

    /// By time; no account is in two.
    private(set) var bursts: [Burst] = []
    /// Burst of every account, -1 for none.
    private(set) var burst: [Int32]
    /// Whether the time of creation is known.
    let isKnown: [Bool]

    /// O(accounts log accounts).
    init(_ accounts: AccountColumns) {
        isKnown = accounts.createdAt.map {
            (Timestamp.earliest.milliseconds..<Timestamp.tooLate.milliseconds).contains($0)
        }
        burst = [Int32](repeating: -1, count: accounts.count)
        var order: [(time: Int64, account: Int32)] = []
        for account in 0..<accounts.count where isKnown[account] {
            order.append((accounts.createdAt[account], Int32(account)))
        }
        order.sort { $0 < $1 }
        bursts = Self.disjoint(SignUpScan(order.map(\.time)).windows)
        assign(order)
    }

    private static func disjoint(_ windows: [SignUpScan.Window]) -> [Burst] {
        let ranked = windows.sorted { ($0.p, -$0.count, $0.from) < ($1.p, -$1.count, $1.from) }
        var chosen: [Burst] = []
        for window in ranked {
            // Chosen ones are kept by time, so the first that ends at or after this one's begin decides.
            var (low, high) = (0, chosen.count)
            while low < high {
                let middle = (low + high) / 2
                if chosen[middle].to < window.from { low = middle + 1 } else { high = middle }
            }
            if low < chosen.count, chosen[low].from <= window.to { continue }
            let burst = Burst(
                from: window.from, to: window.to, accounts: [], expected: window.expected, p: window.p,
                q: window.q)
            chosen.insert(burst, at: low)
        }
        return chosen
    }

    private mutating func assign(_ order: [(time: Int64, account: Int32)]) {
        var number = 0
        for entry in order {
            while number < bursts.count, bursts[number].to < entry.time { number += 1 }
            guard number < bursts.count, bursts[number].from <= entry.time else { continue }
            burst[Int(entry.account)] = Int32(number)
            bursts[number].accounts.append(entry.account)
        }
        for number in bursts.indices { bursts[number].accounts.sort() }
    }
}
