import Casework
import Foundation

/// What the evidence says of one profile under given assumptions, after the discount for dependence.
///
/// Within a family evidence is dependent: one rack explains the AS and the range, one sign-up the domain. The strongest
/// match of a family counts in full, the others a quarter. A family without any match counts by the strongest of its
/// silences. Silences of several families have one cause, a careful operator, so the strongest counts in full and the
/// others half; but where many accounts show what can be forged and none what cannot, the operator was not careful, and
/// the more such accounts there are, the more every silence counts. Families add.
struct WeighedEvidence: Sendable {
    enum Source: Sendable, Hashable {
        /// Place among the observations: something matched, or nothing did.
        case match(Int)
        case silence(Int)
        case pattern
        /// Place among the supports.
        case support(Int)
    }

    struct Part: Sendable {
        var source: Source
        var family: EvidenceFamily
        var rawBits: Double
        var bits: Double
    }

    static let dependentShare = 0.25
    static let silentShare = 0.5

    /// In the order of sources.
    private(set) var parts: [Part] = []
    let profile: Int

    /// - Parameter family: left out.
    init(
        _ profile: Int, _ evidence: AttributionEvidence, _ assumptions: Assumptions,
        leavingOut family: EvidenceFamily? = nil
    ) {
        self.profile = profile
        let share = min(1, Self.dependentShare * assumptions.dependence)
        let places = evidence.observations.indices.filter { evidence.observations[$0].profile == profile }
        var silences: [Part] = []
        for wanted in EvidenceFamily.allCases where wanted != family {
            let own = places.filter { IndicatorRule.all[evidence.observations[$0].rule].family == wanted }
            let matches = own.filter { evidence.observations[$0].isMatch }
            let bits = own.map { Self.bits($0, evidence, assumptions) }
            if matches.isEmpty {
                let strongest = zip(own, bits).min { ($0.1, $0.0) < ($1.1, $1.0) }
                if let (place, bits) = strongest, bits != 0 {
                    silences.append(Part(source: .silence(place), family: wanted, rawBits: bits, bits: bits))
                }
            } else {
                let found = zip(own, bits).filter { evidence.observations[$0.0].isMatch }
                parts += Self.discounted(
                    found.map { Part(source: .match($0), family: wanted, rawBits: $1, bits: $1) }, share)
            }
            parts += Self.supports(profile, wanted, evidence, assumptions, share)
        }
        let shy = min(1, Self.silentShare * assumptions.dependence)
        let careless =
            parts.contains { Self.isFirm($0, evidence) } ? 0 : Self.carelessness(places, evidence, family)
        parts += Self.discounted(silences, shy + (1 - shy) * careless)
        if family != .identity, let pattern = evidence.metadata[profile] {
            parts.append(
                Part(source: .pattern, family: .identity, rawBits: pattern.ownBits, bits: pattern.ownBits))
        }
    }

    var bits: Double { parts.reduce(0) { $0 + $1.bits } }

    /// Bits of what was not met.
    var silentBits: Double {
        parts.reduce(0) { sum, part in
            if case .silence = part.source { sum + part.bits } else { sum }
        }
    }

    /// 0 where at most 5 % of the accounts show what can be forged, 1 from 20 % on.
    private static func carelessness(
        _ places: [Int], _ evidence: AttributionEvidence, _ family: EvidenceFamily?
    ) -> Double {
        let shares = places.compactMap { place -> Double? in
            let observation = evidence.observations[place]
            guard IndicatorRule.all[observation.rule].family != family else { return nil }
            return Double(observation.accounts) / max(1, observation.likelihood.known)
        }
        return ramp(shares.max() ?? 0, 0.05, 0.2)
    }

    /// True for a match that is hard to forge.
    private static func isFirm(_ part: Part, _ evidence: AttributionEvidence) -> Bool {
        guard case .match(let place) = part.source else { return false }
        return !IndicatorRule.all[evidence.observations[place].rule].isForgeable
    }

    private static func bits(
        _ place: Int, _ evidence: AttributionEvidence, _ assumptions: Assumptions
    ) -> Double {
        let observation = evidence.observations[place]
        let rule = IndicatorRule.all[observation.rule]
        var likelihood = observation.likelihood
        likelihood.matched = assumptions.matched[place]
        return likelihood.bits(
            mostBits: max(0, rule.mostBits + assumptions.strength[place]),
            silence: min(0.95, rule.silence * assumptions.silence), passing: assumptions.passing)
    }

    private static func supports(
        _ profile: Int, _ family: EvidenceFamily, _ evidence: AttributionEvidence, _ assumptions: Assumptions,
        _ share: Double
    ) -> [Part] {
        let parts = evidence.supports.indices.filter {
            evidence.supports[$0].profile == profile && evidence.supports[$0].family == family
        }.map { place in
            let bits = evidence.supports[place].bits * assumptions.support
            return Part(source: .support(place), family: family, rawBits: bits, bits: bits)
        }
        return discounted(parts, share)
    }

    /// The strongest in full, the others a share; in their order.
    private static func discounted(_ parts: [Part], _ share: Double) -> [Part] {
        guard
            let strongest = parts.indices.max(by: {
                (abs(parts[$0].rawBits), -$0) < (abs(parts[$1].rawBits), -$1)
            })
        else { return [] }
        return parts.indices.map { place in
            var part = parts[place]
            if place != strongest { part.bits *= share }
            return part
        }
    }
}

extension WeighedEvidence {
    /// Bits by family of what decides: matches, without what only supports. Families in their order.
    func telling(_ evidence: AttributionEvidence) -> [(family: EvidenceFamily, bits: Double, isFirm: Bool)] {
        EvidenceFamily.allCases.compactMap { family in
            let matches = parts.compactMap { part -> (bits: Double, isFirm: Bool)? in
                guard case .match(let place) = part.source, part.family == family else { return nil }
                return (part.bits, !IndicatorRule.all[evidence.observations[place].rule].isForgeable)
            }
            guard !matches.isEmpty else { return nil }
            let firm = matches.filter(\.isFirm).reduce(0) { $0 + $1.bits }
            return (family, matches.reduce(0) { $0 + $1.bits }, firm >= Self.tellingBits)
        }
    }

    /// Bits of matches that are hard to forge.
    func firmBits(_ evidence: AttributionEvidence) -> Double {
        parts.reduce(0) { sum, part in
            guard case .match(let place) = part.source else { return sum }
            return sum
                + (IndicatorRule.all[evidence.observations[place].rule].isForgeable ? 0 : max(0, part.bits))
        }
    }

    /// A family speaks from this many bits.
    static let tellingBits = 2.0
}
