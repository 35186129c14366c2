import Casework
import Foundation

/// Who may be behind a campaign: the profiles, an actor in none of them, a reseller for several, an honest
/// organisation, or somebody who points at another (false flag).
///
/// A profile is named only if its posterior reaches the threshold under all of the assumptions drawn, two families of
/// evidence speak for it, and one of them is hard to forge. What a suspect can choose freely, however much like slips it
/// looks, names nobody; neither do targets, hours and the roadmap. A wrong name weighs more than a missed one.
struct Attributor: Sendable {
    /// Draws of the assumptions, and the share of the posteriors outside the interval on each side.
    static let draws = 400
    static let tail = 0.05

    let input: AnalysisInput
    let index: IndicatorIndex
    let threshold: Double
    let coverage: Coverage
    let priors: AttributionPriors
    let seed: UInt64

    init(
        input: AnalysisInput, index: IndicatorIndex, threshold: Double, coverage: Coverage? = nil,
        priors: AttributionPriors = AttributionPriors(), seed: UInt64 = 1
    ) {
        (self.input, self.index, self.threshold) = (input, index, threshold)
        self.coverage = coverage ?? Coverage(input)
        (self.priors, self.seed) = (priors, seed)
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
        finding.threshold = threshold
        let evidence = AttributionEvidence(
            members, openShare: openShare, sought: sought, index: index, input: input, coverage: coverage)
        let base = Assumptions(evidence, priors)
        let all = ActorHypotheses(input.profiles.count, evidence, base)
        let order = all.posteriors.indices.sorted {
            (all.posteriors[$1], $0) < (all.posteriors[$0], $1)
        }
        let hypotheses = hypotheses(all, evidence, base)
        finding.hypotheses = order.map { hypotheses[$0] }
        let writer = ItemWriter(evidence: evidence, input: input)
        finding.items = writer.items(all)
        finding.matrix = writer.matrix(finding, all, order)
        finding.shares = ProxyShares(members, evidence, all, index, input).shares
        decide(&finding, all, evidence, order)
        return finding
    }

    /// In the order of `ActorHypotheses`.
    private func hypotheses(
        _ all: ActorHypotheses, _ evidence: AttributionEvidence, _ base: Assumptions
    ) -> [AttributionFinding.Hypothesis] {
        let count = input.profiles.count
        let intervals = intervals(all, evidence, base)
        let reduced = EvidenceFamily.allCases.map {
            ($0, ActorHypotheses(count, evidence, base, leavingOut: $0).posteriors)
        }
        return all.posteriors.indices.map { place in
            let posterior = all.posteriors[place]
            var hypothesis = AttributionFinding.Hypothesis(
                kind: place < count ? .profile : Self.kinds[place - count],
                name: place < count ? input.profiles[place].name : Self.names[place - count],
                prior: all.priors[place], bits: all.bits[place], posterior: posterior)
            (hypothesis.behindPrior, hypothesis.behind) = all.behind(place, evidence)
            hypothesis.ratioBits = Self.oddsBits(hypothesis.behind) - Self.oddsBits(hypothesis.behindPrior)
            (hypothesis.lower, hypothesis.upper) = intervals[place]
            for (family, posteriors) in reduced { hypothesis.without[family.rawValue] = posteriors[place] }
            return hypothesis
        }
    }

    /// log2 odds; a probability of 0 or 1 counts as what doubles can still tell from it.
    private static func oddsBits(_ probability: Double) -> Double {
        let inside = min(max(probability, 0x1p-50), 1 - 0x1p-50)
        return log2(inside / (1 - inside))
    }

    private func intervals(
        _ all: ActorHypotheses, _ evidence: AttributionEvidence, _ base: Assumptions
    ) -> [(Double, Double)] {
        var random = SeededGenerator(seed: seed &+ UInt64(evidence.size))
        var draws: [[Double]] = all.posteriors.map { _ in [] }
        for _ in 0..<Self.draws {
            let drawn = ActorHypotheses(input.profiles.count, evidence, base.drawn(evidence, &random))
            for place in draws.indices { draws[place].append(drawn.posteriors[place]) }
        }
        let cut = Int(Double(Self.draws) * Self.tail)
        return draws.indices.map { place in
            let sorted = draws[place].sorted()
            let posterior = all.posteriors[place]
            return (min(sorted[cut], posterior), max(sorted[Self.draws - 1 - cut], posterior))
        }
    }

    private static let kinds: [AttributionFinding.Hypothesis.Kind] = [
        .unknownActor, .resellerForSeveral, .honestOrganisation, .falseFlag,
    ]
    private static let names = [
        "an actor not in the profiles", "a proxy reseller for several", "an honest organisation",
        "somebody who points at another",
    ]
}
