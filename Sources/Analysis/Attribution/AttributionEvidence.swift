import Casework

/// What a campaign shows of the profiles' indicators, before any weight is put on it.
struct AttributionEvidence: Sendable {
    /// Matches with one kind of indicator of one profile; none at all is an observation too.
    struct Observation: Sendable {
        var profile: Int
        var rule: Int
        var likelihood: MatchLikelihood
        /// Accounts that match: members, and others.
        var accounts: Int
        var others: Int
        var values: [Int32]
        var patterns: [String]

        var isMatch: Bool { accounts > 0 }
    }

    /// What supports a profile but never decides.
    struct Support: Sendable {
        var profile: Int
        var name: String
        var family: EvidenceFamily
        var words: String
        var bits: Double
        var isForgeable: Bool
    }

    /// By profile, then rule.
    private(set) var observations: [Observation] = []
    /// By profile: how its metadata looks where any was met.
    private(set) var metadata: [Int: MetadataPattern] = [:]
    private(set) var supports: [Support] = []
    /// For an honest organisation: from the share of members who declare one organisation or domain.
    private(set) var honestBits: Double
    let size: Int

    /// Bits for an honest organisation where 40 to 90 % of the members openly belong together. Set by hand.
    private static let openBits = 4.0

    /// O(matches and holdings of members + account-hours of members).
    init(
        _ members: [Int32], openShare: Double, sought: [String], index: IndicatorIndex, input: AnalysisInput,
        coverage: Coverage
    ) {
        size = members.count
        honestBits = Self.openBits * ramp(openShare, 0.4, 0.9)
        observe(members, index, input, coverage)
        support(members, sought, input)
    }

    private mutating func observe(
        _ members: [Int32], _ index: IndicatorIndex, _ input: AnalysisInput, _ coverage: Coverage
    ) {
        var known: [Int: (inside: Int, outside: Double)] = [:]
        for rule in Set(index.entries.map(\.rule)).sorted() {
            let inside = members.count { index.knows(rule, of: Int($0)) }
            let all = (0..<input.accounts.count).reduce(0.0) {
                $0 + (index.knows(rule, of: $1) ? Double(coverage.weight(of: $1)) : 0)
            }
            known[rule] = (inside, all - Double(inside))
        }
        for entry in index.entries {
            guard let known = known[entry.rule] else { continue }
            let inside = MemberMatches(entry, members)
            let all = MemberMatches.everybody(entry, coverage)
            let values = Set(inside.matches.map(\.value)).sorted()
            let count = inside.accounts
            var likelihood = MatchLikelihood(
                matched: Double(count), known: Double(max(count, known.inside)),
                outside: max(0, all.population - Double(count)), knownOutside: known.outside)
            if !values.isEmpty {
                likelihood.sharedExits =
                    Double(values.count(where: index.isSharedExit)) / Double(values.count)
            }
            observations.append(
                Observation(
                    profile: entry.profile, rule: entry.rule, likelihood: likelihood, accounts: count,
                    others: all.accounts - count, values: values, patterns: entry.patterns))
            if count > 0, IndicatorRule.all[entry.rule].name == IndicatorRule.metadata.name {
                metadata[entry.profile] = MetadataPattern(
                    inside.matches, known: max(count, known.inside), members: members, input)
            }
        }
    }

    /// Targets for every profile; hours and roadmap only beside other evidence.
    private mutating func support(_ members: [Int32], _ sought: [String], _ input: AnalysisInput) {
        let day = DayMiddle(members, input.hours)
        let days = RoadmapTiming.days(members, input.hours)
        for (place, profile) in input.profiles.enumerated() {
            if let match = CapabilityTargets.match(
                profile.targets, sought: sought, known: input.samples.capabilityNames.count)
            {
                add(place, CapabilityTargets.name, .language, match.ids.joined(separator: ", "), match.bits)
            }
            guard observations.contains(where: { $0.profile == place && $0.isMatch }) else { continue }
            if let offset = profile.workingHoursUTCOffset, let bits = WorkingHours.bits(day, offset: offset) {
                let words = "UTC\(offset < 0 ? "" : "+")\(FigureWords.number(offset))"
                add(place, WorkingHours.name, .time, words, bits, isForgeable: true)
            }
            if let found = RoadmapTiming.find(profile, input.events, days: days) {
                let words = "\(FigureWords.counted(found.dates, "date")) of the lab"
                add(place, RoadmapTiming.name, .time, words, found.bits)
            }
        }
    }

    private mutating func add(
        _ profile: Int, _ name: String, _ family: EvidenceFamily, _ words: String, _ bits: Double,
        isForgeable: Bool = false
    ) {
        supports.append(
            Support(
                profile: profile, name: name, family: family, words: words, bits: bits,
                isForgeable: isForgeable))
    }
}

/// Matches of one entry among members.
private struct MemberMatches {
    private(set) var matches: [IndicatorIndex.Match] = []
    private(set) var accounts = 0

    /// - Parameter members: ascending. O(matches + members).
    init(_ entry: IndicatorIndex.Entry, _ members: [Int32]) {
        var (next, last) = (0, Int32(-1))
        for match in entry.matches {
            while next < members.count, members[next] < match.account { next += 1 }
            guard next < members.count, members[next] == match.account else { continue }
            if match.account != last { accounts += 1 }
            last = match.account
            matches.append(match)
        }
    }

    /// All accounts that match, and those of the population they stand for.
    static func everybody(_ entry: IndicatorIndex.Entry, _ coverage: Coverage) -> (
        accounts: Int, population: Double
    ) {
        var (accounts, population, last) = (0, 0.0, Int32(-1))
        for match in entry.matches where match.account != last {
            last = match.account
            accounts += 1
            population += Double(coverage.weight(of: Int(last)))
        }
        return (accounts, population)
    }
}
