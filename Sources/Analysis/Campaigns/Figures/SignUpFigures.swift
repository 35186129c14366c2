/// When the members were created: in one run, in several batches, or any time.
struct SignUpFigures: Sendable, Equatable {
    static let windowMilliseconds: Int64 = 48 * 3_600_000
    static let runMilliseconds: Int64 = 3_600_000
    /// A run is three or more members, each within an hour of the one before.
    static let leastRun = 3

    /// Share of the members created in the busiest 48 hours.
    var busiestShare = 0.0
    /// Separate runs; and the share of members in them.
    var runs = 0
    var runShare = 0.0
    /// Bits of surprise at how many members were created within three days of a member's ban; see `Replacement`.
    var replacementBits = 0.0
    var replaced = 0

    /// O(members log members).
    init(_ members: [Int32], _ accounts: AccountColumns) {
        let times = members.map { accounts.createdAt[Int($0)] }.filter { $0 != AccountColumns.noTime }
            .sorted()
        guard !times.isEmpty else { return }
        var (start, best) = (0, 0)
        for end in times.indices {
            while times[end] - times[start] > Self.windowMilliseconds { start += 1 }
            best = max(best, end - start + 1)
        }
        busiestShare = Double(best) / Double(members.count)
        countRuns(times, size: members.count)
        countReplaced(members, times, accounts)
    }

    private mutating func countRuns(_ times: [Int64], size: Int) {
        // In a dense group neighbours are close by chance: a gap must be short against the mean gap too, and by
        // chance about a tenth of the members then falls into runs, which weighs nothing.
        let mean = Double(times[times.count - 1] - times[0]) / Double(max(1, times.count - 1))
        let gap = min(Double(Self.runMilliseconds), mean / 4)
        var (start, inRuns) = (0, 0)
        for place in 1...times.count {
            if place < times.count, Double(times[place] - times[place - 1]) <= gap { continue }
            if place - start >= Self.leastRun {
                runs += 1
                inRuns += place - start
            }
            start = place
        }
        runShare = Double(inRuns) / Double(size)
    }

    /// Members created in the three days after another member was banned, against the share of time those days are.
    private mutating func countReplaced(_ members: [Int32], _ times: [Int64], _ accounts: AccountColumns) {
        let window: Int64 = 72 * 3_600_000
        let bans = members.filter {
            accounts.status[Int($0)] == .banned || accounts.status[Int($0)] == .suspended
        }
        .map { accounts.closedAt[Int($0)] }.filter { $0 != AccountColumns.noTime }.sorted()
        guard bans.count > 1, let first = times.first, let last = times.last, last > first else { return }
        var covered: Int64 = 0
        var end = Int64.min
        for ban in bans where ban < last {
            covered += max(0, min(ban + window, last) - max(ban, end))
            end = max(end, min(ban + window, last))
        }
        var place = 0
        for time in times {
            while place + 1 < bans.count, bans[place + 1] < time { place += 1 }
            if bans[place] < time, time - bans[place] <= window { replaced += 1 }
        }
        let chance = min(0.95, max(0.01, Double(covered) / Double(last - first)))
        replacementBits = binomialSurpriseBits(
            hits: Double(replaced), trials: Double(times.count), chance: chance)
    }
}
