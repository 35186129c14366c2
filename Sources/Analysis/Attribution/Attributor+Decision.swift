import Casework
import Foundation

/// Whether anybody is named, and in words why or why not.
extension Attributor {
    func decide(
        _ finding: inout AttributionFinding, _ all: ActorHypotheses, _ evidence: AttributionEvidence,
        _ order: [Int]
    ) {
        guard let best = finding.hypotheses.first, let place = order.first else { return }
        finding.probability = best.posterior
        let count = input.profiles.count
        if let note = contradiction(all, evidence) { finding.notes.append(note) }
        guard place < count else {
            finding.notes.insert("Most probable: \(best.name). Nobody is named.", at: 0)
            return
        }
        if let reason = doubt(best, all.weighed[place].telling(evidence)) {
            finding.standing = .withheld
            finding.notes.insert(reason, at: 0)
            return
        }
        (finding.actor, finding.standing) = (best.name, .named)
        let weak = best.without.filter { $0.value < threshold }.keys.sorted()
        if !weak.isEmpty { finding.notes.insert("Hangs on: " + weak.joined(separator: ", "), at: 0) }
    }

    /// Why a leading profile is not named; nil where it may be.
    private func doubt(
        _ best: AttributionFinding.Hypothesis,
        _ families: [(family: EvidenceFamily, bits: Double, isFirm: Bool)]
    ) -> String? {
        if best.posterior < threshold { return "Below the threshold of \(threshold): nobody is named." }
        if !families.contains(where: \.isFirm) {
            return "All that points to \(best.name) can be forged: nobody is named."
        }
        if families.count(where: { $0.bits >= WeighedEvidence.tellingBits }) < 2 {
            return "Only one family of evidence points to \(best.name): nobody is named."
        }
        if best.lower < threshold {
            return "Under other assumptions that a reasonable person could make \(best.name) falls to "
                + "\(Self.hundredths(best.lower)), below the threshold of \(threshold): nobody is named."
        }
        return nil
    }

    /// Where what can be forged points to one lab and what is hard to forge to another, or to none.
    private func contradiction(_ all: ActorHypotheses, _ evidence: AttributionEvidence) -> String? {
        let firm = all.weighed.map { $0.firmBits(evidence) }
        guard
            let pointed = all.weighed.indices.filter({ evidence.metadata[$0] != nil }).max(by: {
                (all.weighed[$0].bits - firm[$0], -$0) < (all.weighed[$1].bits - firm[$1], -$1)
            }), firm[pointed] < WeighedEvidence.tellingBits
        else { return nil }
        let name = input.profiles[pointed].name
        let other = firm.indices.filter { $0 != pointed && firm[$0] >= WeighedEvidence.tellingBits }
            .max { (firm[$0], -$0) < (firm[$1], -$1) }
        if let other {
            return "Metadata points to \(name), what is hard to forge to \(input.profiles[other].name): "
                + "so would a false flag look."
        }
        let isHeld = all.weighed[pointed].parts.contains { part in
            guard case .silence(let place) = part.source else { return false }
            return !IndicatorRule.all[evidence.observations[place].rule].isForgeable
        }
        return isHeld
            ? "Metadata points to \(name), and nothing that is hard to forge does so with any weight: so would a "
                + "false flag look."
            : "The profile of \(name) has nothing that is hard to forge, so its metadata cannot be checked against "
                + "anything."
    }

    /// `.07`, `.83`.
    static func hundredths(_ value: Double) -> String {
        let units = Int((min(0.99, max(0, value)) * 100).rounded(.down))
        return "." + (units < 10 ? "0" : "") + "\(units)"
    }
}
