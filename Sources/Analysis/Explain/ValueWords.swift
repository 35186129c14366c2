public import Casework

/// What it means that accounts share a value, in sentences that can be read aloud.
///
/// Sentences on strength speak of the evidence ("finding this is 60 times more probable if …"), never of the
/// hypothesis, and none of them has a word for a probability in it: the two answer different questions.
public enum ValueWords {
    /// What two accounts have in common, and how many others have it too.
    ///
    /// - Parameter holders: accounts that hold it, the two included.
    public static func sentence(_ artifact: Artifact, holders: Int) -> String {
        let others = max(0, holders - 2)
        let also =
            others == 0
            ? "no other account of the case has it"
            : "\(CountWords.counted(others, "other account")) of the case \(others == 1 ? "has" : "have") it too"
        return "Both accounts \(shared(artifact)); \(also)."
    }

    /// `were paid for with the same means of payment, 4f…`
    private static func shared(_ artifact: Artifact) -> String {
        let value = SafeOutput.brief(artifact.value.string, limit: 60)
        switch artifact.kind {
        case .signUp: return "were created within the same hour, the one from \(value)"
        case .lockstep: return "sent prompts of the same frame within the same two minutes (\(value))"
        default: return "\(verb(artifact.kind)) \(LinkRule.of(artifact.kind).words), \(value)"
        }
    }

    private static func verb(_ kind: ArtifactKind) -> String {
        if kind == .payment { return "were paid for with" }
        switch kind.family {
        case .infrastructure: return "were used from"
        case .client: return "were used with"
        case .language: return "sent prompts of"
        default: return "have"
        }
    }

    /// How strong evidence of so many bits is, as a likelihood ratio in words.
    ///
    /// - Parameters:
    ///   - what: what was found, as the subject of the sentence.
    ///   - hypothesis: what it speaks for, as the complement of "if".
    public static func strength(
        _ bits: Double, what: String = "Finding this", if hypothesis: String = "one hand runs both accounts"
    ) -> String {
        if bits < -0.000_001 {
            return
                "\(what) is \(StrengthWords.times(-bits)) times less probable if \(hypothesis) than if not: it speaks against."
        }
        guard bits > 0.000_001 else {
            return "\(what) is no more probable if \(hypothesis) than if not, so it is not counted."
        }
        guard bits >= leastBits else {
            return
                "\(what) is hardly more probable if \(hypothesis) than if not: weak support on the ENFSI scale."
        }
        return
            "\(what) is \(StrengthWords.times(bits)) times more probable if \(hypothesis) than if not: \(VerbalScales.support(bits)) on the ENFSI scale."
    }

    /// A ratio of 1.05: below it the figure would be said as 1.0.
    private static let leastBits = 0.0704

    /// Innocent reasons for sharing a value of a kind, in the words of its rule.
    public static func innocent(_ kind: ArtifactKind) -> [String] { LinkRule.of(kind).innocent }

    /// `the same means of payment`
    public static func rule(_ kind: ArtifactKind) -> String { LinkRule.of(kind).words }
}
