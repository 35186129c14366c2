/// Decisions in sentences, for whoever reads of an account, a link or a campaign.
public enum DecisionWords {
    /// `decision 3: anna rejects membership:C-01/u-7, because: an own card (withdrawn)`. Not safe for a terminal.
    public static func line(_ decision: Decision) -> String {
        "decision \(decision.number): \(decision.actor) \(verb(decision.verdict)) \(decision.subject), because: "
            + decision.reason + standing(decision)
    }

    /// What it comes to, one sentence each; empty for one that is no longer in force.
    public static func consequences(_ decision: Decision) -> [String] {
        guard decision.inForce else { return [] }
        if decision.disputed {
            return ["Another reviewer says the opposite: while they disagree, neither decision binds."]
        }
        if decision.verdict == .unsure { return ["It binds nothing: the question stays open."] }
        if let effect = decision.effect { return [effect.words] }
        return ["It binds the next analysis; none was made with it yet."]
    }

    public static func verb(_ verdict: DecisionVerdict) -> String {
        switch verdict {
        case .confirm: "confirms"
        case .reject: "rejects"
        case .unsure: "is unsure of"
        }
    }

    private static func standing(_ decision: Decision) -> String {
        if decision.withdrawn { return " (withdrawn)" }
        if !decision.inForce { return " (followed by a later one)" }
        return decision.disputed ? " (disputed)" : ""
    }
}
