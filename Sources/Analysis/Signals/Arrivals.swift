import Casework

/// When each account began to act: its first exchange, or its creation where no exchange is known.
///
/// Accounts that are older than the log and act within its first day arrived at an unknown time.
struct Arrivals: Sendable {
    static let none = AccountColumns.noTime
    private static let logMargin: Int64 = 86_400_000

    /// Milliseconds since 1970 by account, `none` where unknown.
    private(set) var time: [Int64]
    /// The known ones, ascending.
    let sorted: [Int64]

    /// O(accounts log accounts).
    init(_ input: AnalysisInput) {
        let activity = input.activity
        let first = (0..<input.accounts.count).map { account -> Int64 in
            let rows = activity.offsets[account]..<activity.offsets[account + 1]
            return rows.first { activity.seconds[$0] != 0 }.map { Int64(activity.seconds[$0]) * 1000 }
                ?? Self.none
        }
        let logStart = first.filter { $0 != Self.none }.min() ?? 0
        time = first.enumerated().map { account, first in
            let created = Self.known(input.accounts.createdAt[account])
            guard first != Self.none else { return created }
            let isOlder = created == Self.none || created < logStart
            return isOlder && first < logStart + Self.logMargin ? Self.none : first
        }
        sorted = time.filter { $0 != Self.none }.sorted()
    }

    /// The time if it lies in the years of evidence, else `none`.
    static func known(_ time: Int64) -> Int64 {
        (Timestamp.earliest.milliseconds..<Timestamp.tooLate.milliseconds).contains(time) ? time : none
    }

    /// How many of all known arrivals lie in `(from, to]`. O(log accounts).
    func count(after from: Int64, upTo to: Int64) -> Int { max(0, rank(to) - rank(from)) }

    /// How many are at or before a time.
    private func rank(_ time: Int64) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
