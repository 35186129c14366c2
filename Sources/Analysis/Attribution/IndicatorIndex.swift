import Casework

/// Which accounts match which indicator of which profile, for the whole case: one entry for each profile and kind of
/// indicator, however many patterns it has; and of which accounts values of such a kind are known at all.
struct IndicatorIndex: Sendable {
    struct Entry: Sendable {
        var rule: Int
        var profile: Int
        var patterns: [String]
        /// Accounts that match with the value they match by, ascending.
        var matches: [Match] = []
    }

    struct Match: Sendable {
        var account: Int32
        var value: Int32
        /// Place among the account holdings.
        var holding: Int32
    }

    private(set) var entries: [Entry] = []
    /// Bit n: values that rule n can judge are known of the account. Empty without profiles.
    private var knownRules: [UInt16] = []
    /// Matched values that lie in exits which many strangers use at once.
    private var sharedExits: Set<Int32> = []

    /// O(values of the kinds read · patterns + holdings).
    init(_ input: AnalysisInput, addresses: AddressTable) {
        for (profile, lab) in input.profiles.enumerated() {
            for (rule, indicator) in IndicatorRule.all.enumerated() {
                let patterns = indicator.patterns(lab)
                if !patterns.isEmpty {
                    entries.append(Entry(rule: rule, profile: profile, patterns: patterns))
                }
            }
        }
        guard !entries.isEmpty else { return }
        let found = ValueMatches(input, addresses, entries)
        sharedExits = found.sharedExits
        addMatches(input, found)
        spreadMetadata(input)
    }

    /// True where values that the rule can judge are known of the account.
    func knows(_ rule: Int, of account: Int) -> Bool { knownRules[account] & (1 << UInt16(rule)) != 0 }

    func isSharedExit(_ value: Int32) -> Bool { sharedExits.contains(value) }

    private mutating func addMatches(_ input: AnalysisInput, _ found: ValueMatches) {
        knownRules = Array(repeating: 0, count: input.accounts.count)
        for account in 0..<input.accounts.count {
            for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                let value = Int(input.holdings.value[place])
                knownRules[account] |= found.rules[value]
                for entry in found.entries[found.offsets[value]..<found.offsets[value + 1]] {
                    entries[Int(entry)].matches.append(
                        Match(
                            account: Int32(account), value: Int32(value),
                            holding: Int32(truncatingIfNeeded: place)))
                }
            }
        }
    }

    /// Metadata comes with samples or with the log. Where accounts without samples have some, the log has it, and an
    /// account without any is one that sends none; else that is true of accounts with samples only.
    private mutating func spreadMetadata(_ input: AnalysisInput) {
        guard let rule = IndicatorRule.all.firstIndex(where: { $0.name == IndicatorRule.metadata.name })
        else { return }
        let bit = UInt16(1) << UInt16(rule)
        func isSampled(_ account: Int) -> Bool {
            input.samples.offsets.count > account + 1
                && input.samples.offsets[account] < input.samples.offsets[account + 1]
        }
        let isLogged = knownRules.indices.contains { knownRules[$0] & bit != 0 && !isSampled($0) }
        guard knownRules.contains(where: { $0 & bit != 0 }) else { return }
        for account in knownRules.indices where isLogged || isSampled(account) { knownRules[account] |= bit }
    }
}

/// What every value of a case matches.
private struct ValueMatches {
    /// Entries that each value matches, as a CSR.
    var offsets: [Int] = [0]
    var entries: [Int32] = []
    /// Bit n: rule n can judge the value.
    var rules: [UInt16] = []
    var sharedExits: Set<Int32> = []

    init(_ input: AnalysisInput, _ addresses: AddressTable, _ all: [IndicatorIndex.Entry]) {
        let tests = all.map { entry in entry.patterns.compactMap(IndicatorRule.all[entry.rule].compile) }
        // An address in no listed range is taken to lie in none of the lab's AS; without any AS nothing is known.
        let namesAS = input.ranges.contains { $0.asNumber != nil }
        let readers = input.values.kinds.map { kind in
            all.indices.filter { entry in
                let rule = IndicatorRule.all[all[entry].rule]
                return rule.reads(kind) && (namesAS || rule.name != IndicatorRule.asNumber.name)
            }
        }
        rules.reserveCapacity(input.values.count)
        offsets.reserveCapacity(input.values.count + 1)
        for value in 0..<input.values.count {
            rules.append(0)
            let candidates = readers[Int(input.values.kind[value])]
            if !candidates.isEmpty {
                let candidate = Self.candidate(value, input, addresses)
                for entry in candidates {
                    rules[value] |= 1 << UInt16(all[entry].rule)
                    if tests[entry].contains(where: { $0(candidate) }) { entries.append(Int32(entry)) }
                }
                if entries.count > offsets[value], Self.isSharedExit(value, input, addresses) {
                    sharedExits.insert(Int32(value))
                }
            }
            offsets.append(entries.count)
        }
    }

    private static func candidate(
        _ value: Int, _ input: AnalysisInput, _ addresses: AddressTable
    ) -> IndicatorRule.Candidate {
        guard addresses.values.contains(value) else { return .init(text: input.values.text(value)) }
        return .init(
            address: addresses[value],
            asNumber: addresses.range(of: value).flatMap { input.ranges[$0].asNumber })
    }

    private static func isSharedExit(_ value: Int, _ input: AnalysisInput, _ addresses: AddressTable) -> Bool
    {
        switch addresses.range(of: value).flatMap({ input.ranges[$0].usage }) {
        case .vpn, .residentialProxy, .cgnat, .mobile: true
        default: false
        }
    }
}
