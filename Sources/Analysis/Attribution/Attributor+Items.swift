import Casework
import Foundation

/// The evidence item by item: indicators met in the campaign, hours and targets.
extension Attributor {
    /// Items of all profiles, discounted.
    ///
    /// - Parameter slips: takes the profiles whose metadata looks like slips (`MetadataSlips`).
    func items(
        _ members: [Int32], sought: [String], slips: inout Set<String>
    ) -> [AttributionFinding.Item] {
        var items: [AttributionFinding.Item] = []
        let size = Double(members.count)
        for entry in index.entries {
            let inside = matches(entry, members)
            guard !inside.accounts.isEmpty else { continue }
            let rule = IndicatorRule.all[entry.rule]
            let all = everybody(entry)
            var item = AttributionFinding.Item(
                indicator: rule.name, profile: input.profiles[entry.profile].name,
                value: shown(entry, inside.values),
                accounts: inside.accounts.count, outside: all.accounts - inside.accounts.count)
            let count = Double(inside.accounts.count)
            let background = (all.population - count + 0.5) / (coverage.population - size + 1)
            let isSlip = MetadataSlips.areSlips(item, values: inside.values.count, size: members.count)
            let most = isSlip ? MetadataSlips.mostBits : rule.mostBits
            // A match of very few members may be a customer's, not the operator's.
            let weight = ramp(count / size, 0.01, 0.08)
            item.rawBits = min(most, max(0, log2((count + 0.5) / (size + 1) / background))) * weight
            item.forgeable = rule.isForgeable
            items.append(item)
            if isSlip { slips.insert(item.profile) }
        }
        addHours(members, to: &items)
        addTargets(sought, members.count, to: &items)
        discount(&items)
        return items
    }

    private func addHours(_ members: [Int32], to items: inout [AttributionFinding.Item]) {
        for profile in input.profiles where items.contains(where: { $0.profile == profile.name }) {
            guard let offset = profile.workingHoursUTCOffset,
                let bits = WorkingHours.bits(members, input.hours, offset: offset)
            else { continue }
            var item = AttributionFinding.Item(
                indicator: "hours", profile: profile.name, value: "UTC\(offset < 0 ? "" : "+")\(offset)",
                accounts: members.count, outside: 0)
            (item.rawBits, item.forgeable) = (bits, true)
            items.append(item)
        }
    }

    /// Shown for every profile whose targets are sought, whatever else speaks for it.
    private func addTargets(_ sought: [String], _ size: Int, to items: inout [AttributionFinding.Item]) {
        let known = input.samples.capabilityNames.count
        for profile in input.profiles {
            guard let match = CapabilityTargets.match(profile.targets, sought: sought, known: known) else {
                continue
            }
            var item = AttributionFinding.Item(
                indicator: CapabilityTargets.name, profile: profile.name,
                value: match.ids.joined(separator: ", "), accounts: size, outside: 0)
            item.rawBits = match.bits
            items.append(item)
        }
    }

    /// All accounts that match, and those of the population they stand for.
    private func everybody(_ entry: IndicatorIndex.Entry) -> (accounts: Int, population: Double) {
        var (accounts, population, last) = (0, 0.0, Int32(-1))
        for match in entry.matches where match.account != last {
            last = match.account
            accounts += 1
            population += Double(coverage.weight(of: Int(last)))
        }
        return (accounts, population)
    }

    /// Within a profile and family the strongest item counts in full, the others a quarter.
    private func discount(_ items: inout [AttributionFinding.Item]) {
        let order = items.indices.sorted { (items[$1].rawBits, $0) < (items[$0].rawBits, $1) }
        var seen: Set<String> = []
        for place in order {
            let isFirst = seen.insert(items[place].profile + "\u{0}" + Self.family(items[place]).rawValue)
                .inserted
            items[place].bits = items[place].rawBits * (isFirst ? 1 : Self.dependentShare)
        }
    }

    /// The members that match, and the distinct values they match by. O(matches · log members).
    private func matches(
        _ entry: IndicatorIndex.Entry, _ members: [Int32]
    ) -> (accounts: [Int32], values: [Int32]) {
        var (accounts, values): ([Int32], [Int32]) = ([], [])
        var next = 0
        for match in entry.matches {
            while next < members.count, members[next] < match.account { next += 1 }
            guard next < members.count, members[next] == match.account else { continue }
            if accounts.last != match.account { accounts.append(match.account) }
            values.append(match.value)
        }
        return (accounts, Array(Set(values)).sorted())
    }

    /// What was met, for people: the values themselves, or the patterns where the values are addresses.
    private func shown(_ entry: IndicatorIndex.Entry, _ values: [Int32]) -> String {
        let rule = IndicatorRule.all[entry.rule]
        if rule.family == .infrastructure { return entry.patterns.joined(separator: ", ") }
        return values.prefix(5).map { input.values.text(Int($0)) }.joined(separator: ", ")
    }
}
