import Casework

/// One hypothesis about what a group is: its prior and the signals that speak for and against it.
///
/// One file in this folder for each. Bits are log2 of how much more often the signal is met if the hypothesis
/// holds than if the group is merely unexplained (which stands at 0). They are set by hand, from the published
/// case and the experiment in the method notes; they are uncalibrated until enough cases with known truth exist.
protocol ExplanationRule: Sendable {
    var hypothesis: GroupKind { get }
    var priorBits: Double { get }
    func signals(_ figures: GroupFigures) -> [Explanation.Signal]
}

extension ExplanationRule {
    func explain(_ figures: GroupFigures) -> Explanation {
        let signals = signals(figures).filter { $0.bits != 0 }
        let bits = signals.reduce(priorBits) { $0 + $1.bits }
        return Explanation(hypothesis: hypothesis, bits: bits, priorBits: priorBits, signals: signals)
    }

    func signal(_ name: String, _ value: Double, _ bits: Double, _ words: String) -> Explanation.Signal {
        Explanation.Signal(name: name, value: value, bits: bits, words: words)
    }
}

/// 34 % for 0.344.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
