import Casework

/// Nothing in particular: the measure that all other explanations are held against.
struct Coincidence: ExplanationRule {
    let hypothesis = GroupKind.unexplained
    let priorBits = 0.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] { [] }
}
