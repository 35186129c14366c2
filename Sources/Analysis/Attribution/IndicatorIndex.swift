import Casework

/// Which accounts match which indicator of which profile, for the whole case: one entry for each profile and kind of
/// indicator, however many patterns it has.
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
    }

    private(set) var entries: [Entry] = []

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
        let (offsets, matched) = Self.matches(input, addresses, entries)
        for account in 0..<input.accounts.count {
            for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                let value = Int(input.holdings.value[place])
                for entry in matched[offsets[value]..<offsets[value + 1]] {
                    entries[Int(entry)].matches.append(Match(account: Int32(account), value: Int32(value)))
                }
            }
        }
    }

    /// Entries that each value matches, as a CSR.
    private static func matches(
        _ input: AnalysisInput, _ addresses: AddressTable, _ entries: [Entry]
    ) -> ([Int], [Int32]) {
        let readers = input.values.kinds.map { kind in
            entries.indices.filter { IndicatorRule.all[entries[$0].rule].reads(kind) }
        }
        var (offsets, matched): ([Int], [Int32]) = ([0], [])
        for value in 0..<input.values.count {
            let candidates = readers[Int(input.values.kind[value])]
            if !candidates.isEmpty {
                var candidate = IndicatorRule.Candidate(text: input.values.text(value))
                candidate.address = addresses[value]
                candidate.asNumber = addresses.range(of: value).flatMap { input.ranges[$0].asNumber }
                for entry in candidates {
                    let rule = IndicatorRule.all[entries[entry].rule]
                    if entries[entry].patterns.contains(where: { rule.matches($0, candidate) }) {
                        matched.append(Int32(entry))
                    }
                }
            }
            offsets.append(matched.count)
        }
        return (offsets, matched)
    }
}
