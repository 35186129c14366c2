import Casework

/// What reviewers decided and where they disagree, in sentences. Their reasons are their own words.
enum ReviewStatements {
    /// Decisions told one by one; the rest is counted.
    private static let mostTold = 50

    static func statements(_ decisions: [Decision]) -> [CaseReport.Statement] {
        let standing = decisions.filter(\.inForce)
        guard !standing.isEmpty else {
            return [
                CaseReport.Statement(
                    "No reviewer has decided on anything here: all findings are the method's alone.")
            ]
        }
        let told =
            standing.filter(\.disputed) + standing.filter { !$0.disputed && $0.subject.kind != .membership }
        let left = told.count - mostTold
        let more =
            left > 0
            ? [
                CaseReport.Statement(
                    "\(ReportFigures.count(left)) more are in the list of decisions of the case.")
            ]
            : []
        return [counts(standing), disagreement(standing)] + told.prefix(mostTold).map(statement) + more
    }

    private static func counts(_ decisions: [Decision]) -> CaseReport.Statement {
        let kinds = DecisionSubject.Kind.allCases.compactMap { kind -> String? in
            let own = decisions.filter { $0.subject.kind == kind }
            guard !own.isEmpty else { return nil }
            let verdicts = DecisionVerdict.allCases.compactMap { verdict -> String? in
                let count = own.count { $0.verdict == verdict }
                return count == 0 ? nil : "\(ReportFigures.count(count)) \(word(verdict))"
            }
            return "\(noun(kind)): \(verdicts.joined(separator: ", "))"
        }
        let reviewers = Set(decisions.map { ExactText($0.actor) }).count
        return CaseReport.Statement(
            "Decisions in force of \(CountWords.counted(reviewers, "reviewer")): \(kinds.joined(separator: "; "))."
        )
    }

    private static func disagreement(_ decisions: [Decision]) -> CaseReport.Statement {
        let disputed = Set(decisions.filter(\.disputed).map(\.subject)).count
        return CaseReport.Statement(
            disputed == 0
                ? "No two reviewers say the opposite of each other."
                : "Reviewers say the opposite of each other on \(CountWords.counted(disputed, "question")); on these no decision binds, and the method's own finding stands."
        )
    }

    private static func statement(_ decision: Decision) -> CaseReport.Statement {
        let consequences = Casework.DecisionWords.consequences(decision).joined(separator: " ")
        let reason = SafeOutput.brief(decision.reason, limit: 400)
        return CaseReport.Statement(
            "\(decision.at.day): \(decision.actor) \(Casework.DecisionWords.verb(decision.verdict)) \(decision.subject) (decision \(decision.number)): \(reason). \(consequences)"
        )
    }

    private static func word(_ verdict: DecisionVerdict) -> String {
        switch verdict {
        case .confirm: "confirmed"
        case .reject: "rejected"
        case .unsure: "left open"
        }
    }

    private static func noun(_ kind: DecisionSubject.Kind) -> String {
        switch kind {
        case .campaign: "campaigns"
        case .membership: "memberships"
        case .link: "links"
        case .attribution: "attributions"
        }
    }
}
