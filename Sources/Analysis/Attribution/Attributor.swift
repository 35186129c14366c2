import Casework
import Foundation

/// Who may be behind a campaign: the profiles, an actor in none of them, a reseller for several, an honest
/// organisation, or somebody who points at another (false flag).
///
/// Every item's bits are log2 of how much commoner its matches are inside than outside; within a family of
/// evidence the strongest counts and the others a quarter. A profile is explained by its own items, a false flag
/// by forgeable ones alone, a reseller by what two profiles show together. Nobody is named below the threshold, on
/// one family alone, or on what can be forged alone; hours count only beside other evidence; targets not at all yet.
///
/// One exception, which the published case calls for: several people's handles that slip into a minority of the
/// accounts' metadata look like carelessness, where a forger who wants to be believed stamps one value on most
/// accounts. Such slips count up to 5 bits, a false flag explains them 3 bits worse, and they may name an actor alone
/// if the working hours agree too. See `MetadataSlips`.
struct Attributor: Sendable {
    /// Prior probabilities, set by hand: most campaigns found before were tied to a known lab, hardly any framed one.
    static let profilesPrior = 0.40
    static let unknownPrior = 0.40
    static let resellerPrior = 0.10
    static let honestPrior = 0.05
    static let falseFlagPrior = 0.05
    static let dependentShare = 0.25
    /// A family speaks from this many bits.
    static let tellingBits = 2.0

    let input: AnalysisInput
    let index: IndicatorIndex
    let threshold: Double

    func attribute(_ members: [Int32], openShare: Double) -> AttributionFinding {
        var finding = AttributionFinding()
        guard !input.profiles.isEmpty else {
            finding.notes = ["No profiles in this case: nobody can be named."]
            return finding
        }
        var slips: Set<String> = []
        finding.items = items(members, slips: &slips)
        let families = EvidenceFamily.allCases
        let all = hypotheses(finding.items, openShare: openShare, slips, leavingOut: nil)
        let reduced = families.map { hypotheses(finding.items, openShare: openShare, slips, leavingOut: $0) }
        finding.hypotheses = all.indices.map { place in
            var hypothesis = all[place]
            for (family, list) in zip(families, reduced) {
                hypothesis.without[family.rawValue] = list[place].posterior
            }
            return hypothesis
        }.sorted { ($1.posterior, $0.name) < ($0.posterior, $1.name) }
        decide(&finding, slips)
        return finding
    }

    private func items(_ members: [Int32], slips: inout Set<String>) -> [AttributionFinding.Item] {
        var items: [AttributionFinding.Item] = []
        let total = Double(input.accounts.count)
        let size = Double(members.count)
        for entry in index.entries {
            let inside = matches(entry, members)
            guard !inside.accounts.isEmpty else { continue }
            let rule = IndicatorRule.all[entry.rule]
            let all = Set(entry.matches.map(\.account)).count
            var item = AttributionFinding.Item(
                indicator: rule.name, profile: input.profiles[entry.profile].name,
                value: shown(entry, inside.values),
                accounts: inside.accounts.count, outside: all - inside.accounts.count)
            let count = Double(inside.accounts.count)
            let background = (Double(item.outside) + 0.5) / (total - size + 1)
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

    static func family(_ item: AttributionFinding.Item) -> EvidenceFamily {
        IndicatorRule.all.first { $0.name == item.indicator }?.family ?? .time
    }

    private func hypotheses(
        _ items: [AttributionFinding.Item], openShare: Double, _ slips: Set<String>,
        leavingOut family: EvidenceFamily?
    ) -> [AttributionFinding.Hypothesis] {
        let kept = items.filter { Self.family($0) != family }
        func bits(_ profile: String, _ test: (AttributionFinding.Item) -> Bool = { _ in true }) -> Double {
            kept.reduce(0) { $0 + ($1.profile == profile && test($1) ? $1.bits : 0) }
        }
        let names = input.profiles.map(\.name)
        let firm = names.map { bits($0) { !$0.forgeable } }.sorted(by: >)
        let forged =
            names.map { bits($0, \.forgeable) - (slips.contains($0) ? MetadataSlips.unlikeForgeryBits : 0) }
            .max() ?? 0
        let several = firm.count > 1 && firm[1] >= Self.tellingBits ? firm[0] + firm[1] : 0
        var list = names.map {
            AttributionFinding.Hypothesis(
                kind: .profile, name: $0, prior: Self.profilesPrior / Double(names.count), bits: bits($0),
                posterior: 0)
        }
        list.append(
            .init(
                kind: .unknownActor, name: "an actor not in the profiles", prior: Self.unknownPrior, bits: 0,
                posterior: 0))
        list.append(
            .init(
                kind: .resellerForSeveral, name: "a proxy reseller for several", prior: Self.resellerPrior,
                bits: several,
                posterior: 0))
        list.append(
            .init(
                kind: .honestOrganisation, name: "an honest organisation", prior: Self.honestPrior,
                bits: 4 * ramp(openShare, 0.4, 0.9), posterior: 0))
        list.append(
            .init(
                kind: .falseFlag, name: "somebody who points at another", prior: Self.falseFlagPrior,
                bits: max(0, forged),
                posterior: 0))
        let total = list.reduce(0) { $0 + $1.prior * exp2($1.bits) }
        for place in list.indices {
            list[place].posterior = list[place].prior * exp2(list[place].bits) / total
        }
        return list
    }

    private func decide(_ finding: inout AttributionFinding, _ slips: Set<String>) {
        guard let best = finding.hypotheses.first else { return }
        finding.probability = best.posterior
        guard best.kind == .profile else {
            finding.notes.append("Most probable: \(best.name). Nobody is named.")
            return
        }
        let own = finding.items.filter { $0.profile == best.name && $0.indicator != "hours" }
        var byFamily: [EvidenceFamily: Double] = [:]
        for item in own { byFamily[Self.family(item), default: 0] += item.bits }
        let telling = byFamily.values.filter { $0 >= Self.tellingBits }.count
        let firm = own.contains { !$0.forgeable && $0.bits >= Self.tellingBits }
        let hours = finding.items.contains {
            $0.profile == best.name && $0.indicator == "hours" && $0.bits > 0
        }
        let slipped = slips.contains(best.name) && hours
        if best.posterior < threshold {
            finding.notes.append("Below the threshold of \(threshold): nobody is named.")
        } else if !firm && !slipped {
            finding.notes.append("All that points to \(best.name) can be forged: nobody is named.")
        } else if telling < 2 && !slipped {
            finding.notes.append("Only one family of evidence points to \(best.name): nobody is named.")
        } else {
            finding.actor = best.name
            let weak = best.without.filter { $0.value < threshold }.keys.sorted()
            if !weak.isEmpty { finding.notes.append("Hangs on: " + weak.joined(separator: ", ")) }
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
