import Casework
import Foundation

/// Whether metadata that names a lab's people or pipelines looks like slips or like a stamp.
///
/// Signal: people who test by hand leave their own handles now and then: several values, on a minority of the
/// accounts, in a few of an account's requests, beginning at different times, at the hours when people work. A stamp
/// that is meant to be found is one value on most accounts, from each one's beginning, on all its requests, round the
/// clock. Why it matters: it is all that tells metadata left from metadata laid. Innocent: a lab's own pipeline stamps
/// its name too, and a careful forger imitates slips, so neither pattern is ever worth more than its ratio below
/// (1.5 bits between the lab and somebody who frames it), and no pattern carries a name. Weight: set by hand; no
/// frame-up has been published to learn from.
struct MetadataPattern: Sendable {
    static let name = "metadata_pattern"
    /// How often each pattern is seen: of a lab's own metadata and of laid metadata, as stamp and as slips; anybody
    /// else's chance matches are taken to look like either.
    static let ownStamp = 0.3
    static let laidStamp = 0.75
    static let either = 0.5

    /// Share of the accounts that match, effective number of values, share of an account's metadata that matches,
    /// share of accounts that match from the beginning, and how much more the matches keep hours than the campaign.
    private(set) var share: Double
    private(set) var values: Double
    private(set) var constancy: Double?
    private(set) var onset: Double?
    private(set) var rhythm: Double?

    /// 0 a stamp, 1 slips: the mean of the figures that are known.
    var slips: Double {
        let figures = [
            1 - ramp(share, 0.3, 0.7), ramp(values, 1, 3), constancy.map { 1 - ramp($0, 0.4, 0.9) },
            onset.map { 1 - ramp($0, 0.3, 0.8) }, rhythm.map { ramp($0, 0, 0.4) },
        ].compactMap { $0 }
        return figures.reduce(0, +) / Double(figures.count)
    }

    /// log2 of the pattern's chance if the lab, or if somebody who frames it, left it, over anybody's.
    var ownBits: Double { log2((Self.ownStamp * (1 - slips) + (1 - Self.ownStamp) * slips) / Self.either) }
    var laidBits: Double { log2((Self.laidStamp * (1 - slips) + (1 - Self.laidStamp) * slips) / Self.either) }

    var words: String {
        let rounded = (values * 10).rounded() / 10
        return "\(FigureWords.percent(share)) of the accounts, \(rounded) values in effect, "
            + (slips >= 0.6
                ? "like slips" : slips <= 0.4 ? "like a stamp" : "neither like slips nor like a stamp")
    }

    /// - Parameters:
    ///   - matches: of the profile's metadata, members only, by account.
    ///   - known: members of whom metadata are known.
    /// O(holdings of the accounts that match + account-hours of the members).
    init(_ matches: [IndicatorIndex.Match], known: Int, members: [Int32], _ input: AnalysisInput) {
        let accounts = Set(matches.map(\.account)).sorted()
        share = Double(accounts.count) / Double(max(1, known))
        values = Self.effectiveNumber(matches)
        let byAccount = Dictionary(grouping: matches, by: \.account)
        let rows = accounts.map { AccountMetadata(Int($0), byAccount[$0] ?? [], input) }
        constancy = Self.mean(rows.compactMap(\.constancy))
        onset = Self.mean(rows.compactMap { $0.isFromStart.map { $0 ? 1 : 0 } }, least: Self.leastDated)
        rhythm = Self.rhythm(matches, members, input)
    }

    /// e to the entropy of the accounts by value: 1 for one value, n for n values held equally often.
    private static func effectiveNumber(_ matches: [IndicatorIndex.Match]) -> Double {
        let counts = Dictionary(grouping: matches, by: \.value).values.map { Double($0.count) }.sorted()
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return 0 }
        return exp(counts.reduce(0) { $0 - $1 / sum * log($1 / sum) })
    }

    private static func mean(_ figures: [Double], least: Int = 1) -> Double? {
        figures.count < least ? nil : figures.reduce(0, +) / Double(figures.count)
    }

    /// Mean resultant length over the day of the first and last moments of the matches less that of all exchanges.
    private static func rhythm(
        _ matches: [IndicatorIndex.Match], _ members: [Int32], _ input: AnalysisInput
    ) -> Double? {
        let holdings = input.holdings
        let moments = matches.flatMap { match -> [UInt32] in
            let place = Int(match.holding)
            let (first, last) = (holdings.first[place], holdings.last[place])
            return first == last ? [first] : [first, last]
        }.filter { $0 > 0 }
        guard moments.count >= leastMoments, let all = DayMiddle(members, input.hours) else { return nil }
        var day = DayMiddle.Sum()
        for moment in moments { day.add(hour: Double(moment % 86_400) / 3600, count: 1) }
        return day.length - all.length
    }

    private static let leastDated = 5
    private static let leastMoments = 10
}

/// The metadata of one account that matches.
private struct AccountMetadata {
    /// Share of its metadata's uses that match, where any other metadata or more than one use is known.
    var constancy: Double?
    /// True where the first match falls within a day of its first exchange; nil where times are unknown.
    var isFromStart: Bool?

    init(_ account: Int, _ matches: [IndicatorIndex.Match], _ input: AnalysisInput) {
        let holdings = input.holdings
        let matched = Set(matches.map(\.holding))
        var (own, all) = (0.0, 0.0)
        for place in holdings.offsets[account]..<holdings.offsets[account + 1]
        where IndicatorRule.metadata.reads(
            input.values.kinds[Int(input.values.kind[Int(holdings.value[place])])])
        {
            all += Double(holdings.count[place])
            if matched.contains(Int32(truncatingIfNeeded: place)) { own += Double(holdings.count[place]) }
        }
        if all > 1 { constancy = own / all }
        let hours = input.hours.offsets[account]..<input.hours.offsets[account + 1]
        let first = matches.map { holdings.first[Int($0.holding)] }.filter { $0 > 0 }.min()
        if let first, let start = hours.first, hours.count > 1 {
            isFromStart = Int(first) - Int(input.hours.hour[start]) * 3600 < 86_400
        }
    }
}
