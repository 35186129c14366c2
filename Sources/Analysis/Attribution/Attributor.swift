import Casework
import Foundation

/// Who may be behind a campaign: the profiles, an actor in none of them, a reseller for several, an honest
/// organisation, or somebody who points at another (false flag).
///
/// Every item's bits are log2 of how much commoner its matches are inside than outside; within a family of
/// evidence the strongest counts and the others a quarter. A profile is explained by its own items, a false flag
/// by forgeable ones alone, a reseller by what two profiles show together. Nobody is named below the threshold, on
/// one family alone, or on what can be forged alone; hours count only beside other evidence, and neither they nor
/// targets ever decide.
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
    let coverage: Coverage

    init(input: AnalysisInput, index: IndicatorIndex, threshold: Double, coverage: Coverage? = nil) {
        (self.input, self.index, self.threshold) = (input, index, threshold)
        self.coverage = coverage ?? Coverage(input)
    }

    /// - Parameters:
    ///   - members: the campaign's, ascending.
    ///   - openShare: share of the members who declare one organisation or domain.
    ///   - sought: capabilities commoner in their samples than elsewhere.
    func attribute(
        _ members: [Int32], openShare: Double, sought: [String] = []
    ) -> AttributionFinding {
        var finding = AttributionFinding()
        guard !input.profiles.isEmpty else {
            finding.notes = ["No profiles in this case: nobody can be named."]
            return finding
        }
        var slips: Set<String> = []
        finding.items = items(members, sought: sought, slips: &slips)
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

    /// True for what supports but never decides: when people work and what they are after.
    static func onlySupports(_ item: AttributionFinding.Item) -> Bool {
        item.indicator == "hours" || item.indicator == CapabilityTargets.name
    }

    static func family(_ item: AttributionFinding.Item) -> EvidenceFamily {
        if item.indicator == CapabilityTargets.name { return .language }
        return IndicatorRule.all.first { $0.name == item.indicator }?.family ?? .time
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
        let firm = names.map { bits($0) { !$0.forgeable && !Self.onlySupports($0) } }.sorted(by: >)
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
        let own = finding.items.filter { $0.profile == best.name && !Self.onlySupports($0) }
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
}
