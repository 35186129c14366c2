import Casework

/// Counts the rollup by hour for all accounts or for some of them beside the others.
struct HourGathering: Sendable {
    /// What one worker counted.
    private struct Part: Sendable {
        var activity: HourActivity
        /// One bit for every member and hour; a member's hours begin at a word of their own.
        var seen: [UInt64]
    }

    private let span: HourSpan
    /// By account number: its place among the members, -1 for the others; nil where all accounts are asked for.
    private let place: [Int32]?
    private let members: Int
    private let wordsAMember: Int
    private let countsActive: Bool

    init(_ handle: Handle, members: [UInt32]?) throws {
        span = try HourSpan(handle)
        self.members = members?.count ?? 0
        wordsAMember = (span.weeks * HourActivity.hoursAWeek + 63) / 64
        countsActive = members != nil && self.members * wordsAMember * 64 <= HourGathering.mostBits
        place = members.map { members in
            var place = [Int32](repeating: -1, count: Int(members.max() ?? 0) + 1)
            for (index, account) in members.enumerated() { place[Int(account)] = Int32(index) }
            return place
        }
    }

    /// O(entries of the rollup).
    func activity(_ handle: Handle) throws -> HourActivity {
        let empty = Part(
            activity: span.empty,
            seen: [UInt64](repeating: 0, count: countsActive ? members * wordsAMember : 0))
        let parts = try RollupGathering.parts(handle, .hour, from: empty) { columns, part in
            count(columns, &part)
        }
        var sum = empty
        for part in parts { HourGathering.add(part, to: &sum) }
        if countsActive { countActive(&sum) }
        return sum.activity.trimmed
    }

    private func count(_ columns: RollupColumns, _ part: inout Part) {
        for entry in 0..<columns.count {
            let hour = Int64(bitPattern: columns.value.start[entry])
            let rows = Int(truncatingIfNeeded: columns.rows.start[entry])
            guard let place else {
                part.activity.add(rows, hour: hour)
                continue
            }
            let account = Int(columns.account.start[entry])
            let member = account < place.count ? place[account] : -1
            guard member >= 0 else {
                part.activity.addOther(rows, hour: hour)
                continue
            }
            part.activity.add(rows, hour: hour)
            let offset = Int(clamping: hour) &- part.activity.firstHour
            guard countsActive, offset >= 0, offset < part.activity.exchanges.count else { continue }
            part.seen[Int(member) * wordsAMember + offset / 64] |= 1 << UInt64(offset % 64)
        }
    }

    private static func add(_ part: Part, to sum: inout Part) {
        for hour in part.activity.exchanges.indices {
            sum.activity.exchanges[hour] += part.activity.exchanges[hour]
        }
        for hour in 0..<24 {
            sum.activity.hoursOfDay[hour] += part.activity.hoursOfDay[hour]
            sum.activity.othersByHourOfDay[hour] += part.activity.othersByHourOfDay[hour]
        }
        sum.activity.farOff += part.activity.farOff
        for word in part.seen.indices { sum.seen[word] |= part.seen[word] }
    }

    /// Hours of a member ascend, so a new day or week is one that differs from the last.
    private func countActive(_ sum: inout Part) {
        var byHour = [Int](repeating: 0, count: span.weeks * HourActivity.hoursAWeek)
        var byDay = [Int](repeating: 0, count: span.weeks * 7)
        var byWeek = [Int](repeating: 0, count: span.weeks)
        for member in 0..<members {
            var (lastDay, lastWeek) = (-1, -1)
            for word in 0..<wordsAMember {
                var bits = sum.seen[member * wordsAMember + word]
                while bits != 0 {
                    let hour = word * 64 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    byHour[hour] += 1
                    if hour / 24 != lastDay { byDay[hour / 24] += 1 }
                    if hour / HourActivity.hoursAWeek != lastWeek {
                        byWeek[hour / HourActivity.hoursAWeek] += 1
                    }
                    (lastDay, lastWeek) = (hour / 24, hour / HourActivity.hoursAWeek)
                }
            }
        }
        sum.activity.activeByHour = byHour
        sum.activity.activeByDay = byDay
        sum.activity.activeByWeek = byWeek
    }

    /// 32 MB for each worker.
    private static let mostBits = 1 << 28
}

extension HourActivity {
    /// Counts exchanges of an account that is not asked for.
    fileprivate mutating func addOther(_ rows: Int, hour: Int64) {
        let inDay = hour % 24
        othersByHourOfDay[Int(inDay < 0 ? inDay + 24 : inDay)] += rows
    }
}
