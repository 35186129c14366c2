public import Casework
import Foundation

/// How strong the evidence for a link is, in sentences.
public enum LinkStrength {
    /// The evidence, then the prior, then what both make together; each in a sentence of its own, since words for a
    /// likelihood ratio and words for a probability never stand in one.
    public static func sentences(_ explanation: LinkExplanation) -> [String] {
        let evidence = explanation.bits - explanation.priorBits
        let pairs = CountWords.grouped(Int(min(1e15, exp2(max(0, -explanation.priorBits))).rounded()))
        let probability =
            "With that prior the probability that one hand runs both is \(StrengthWords.probability(explanation.probability)): \(VerbalScales.likelihood(explanation.probability)) on the ICD 203 scale."
        return [
            ValueWords.strength(evidence, what: "Taken together, what they share"),
            "Before any evidence, about one pair of accounts in \(pairs) belongs together (the prior).",
            probability,
            "The weights come from how rare each value is in this case and from who else holds it; they are not calibrated on cases whose truth is known.",
        ]
    }
}
