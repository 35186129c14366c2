import Casework
import Foundation

/// The posteriors of everybody who may be behind a campaign under given assumptions.
///
/// All bits are against an actor not in the profiles, who stands at 0.
/// - A *profile* has its own evidence.
/// - A *reseller for several* shows what is hard to forge of two labs, or, since customers may leave no trace, of one
///   (3 bits worse); where it shows none, the labs' silence speaks against it as it does against each of them.
/// - An *honest organisation* declares itself.
/// - *Somebody who points at another* leaves laid metadata in full view: each match counts as far as a framer would
///   reproduce it (`IndicatorRule.imitation`), so that infrastructure and means, which he would have to take over, speak
///   against him, and a frame-up that nobody can see is no frame-up (−4 bits). Whom he frames is not known beforehand:
///   the mean over the profiles.
struct ActorHypotheses: Sendable {
    static let lonelyCustomerBits = -3.0
    static let unseenFrameBits = -4.0
    /// What has to be there for a frame-up to be seen.
    static let visibleBits = 1.0

    let weighed: [WeighedEvidence]
    let priors: [Double]
    let bits: [Double]
    let posteriors: [Double]

    /// Profiles in their order, then unknown actor, reseller, honest organisation, false flag.
    init(
        _ profiles: Int, _ evidence: AttributionEvidence, _ assumptions: Assumptions,
        leavingOut family: EvidenceFamily? = nil
    ) {
        let weighed = (0..<profiles).map {
            WeighedEvidence($0, evidence, assumptions, leavingOut: family)
        }
        self.weighed = weighed
        let frames = weighed.map { Self.framing($0, evidence, assumptions) }
        let frame = log2(frames.reduce(0) { $0 + exp2($1) } / Double(max(1, profiles)))
        bits =
            weighed.map(\.bits) + [
                0, Self.reselling(weighed, evidence), family == .identity ? 0 : evidence.honestBits, frame,
            ]
        let named = assumptions.priors[0] / Double(max(1, profiles))
        priors = weighed.map { _ in named } + assumptions.priors.dropFirst()
        let weights = zip(priors, bits).map { $0 * exp2(min($1, 200)) }
        let sum = weights.reduce(0, +)
        posteriors = weights.map { sum > 0 ? $0 / sum : 0 }
    }

    /// Prior and posterior that a hypothesis holds, for a profile also as one of the reseller's customers: of the two that
    /// show, each is behind the campaign with one half; where fewer show, all profiles alike.
    func behind(_ place: Int, _ evidence: AttributionEvidence) -> (prior: Double, posterior: Double) {
        guard place < weighed.count else { return (priors[place], posteriors[place]) }
        let reseller = weighed.count + 1
        let firm = weighed.map { $0.firmBits(evidence) }
        let order = firm.indices.sorted { (firm[$1], $0) < (firm[$0], $1) }
        let alike = 1 / Double(weighed.count)
        let isTwo = order.count > 1 && firm[order[1]] >= WeighedEvidence.tellingBits
        let share = isTwo ? (order.prefix(2).contains(place) ? 0.5 : 0) : alike
        return (
            priors[place] + priors[reseller] * alike, posteriors[place] + posteriors[reseller] * share
        )
    }

    private static func reselling(_ weighed: [WeighedEvidence], _ evidence: AttributionEvidence) -> Double {
        let firm = weighed.map { $0.firmBits(evidence) }.sorted(by: >)
        guard let first = firm.first, first > 0 else {
            return weighed.isEmpty ? 0 : weighed.reduce(0) { $0 + $1.silentBits } / Double(weighed.count)
        }
        if firm.count > 1, firm[1] >= WeighedEvidence.tellingBits { return firm[0] + firm[1] }
        let either = 2 / Double(max(2, weighed.count))
        return max(0, first + lonelyCustomerBits + log2(either))
    }

    private static func framing(
        _ weighed: WeighedEvidence, _ evidence: AttributionEvidence, _ assumptions: Assumptions
    ) -> Double {
        var (bits, forged) = (0.0, 0.0)
        for part in weighed.parts {
            guard case .match(let place) = part.source else {
                if part.source == .pattern { bits += evidence.metadata[weighed.profile]?.laidBits ?? 0 }
                continue
            }
            let rule = IndicatorRule.all[evidence.observations[place].rule]
            bits += rule.framed(part.bits, factor: assumptions.imitation)
            if rule.isForgeable { forged += part.bits }
        }
        return bits + (forged >= visibleBits ? 0 : unseenFrameBits)
    }
}
