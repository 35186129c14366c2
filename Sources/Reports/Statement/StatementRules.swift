import Casework

/// The clauses that an allegation touches: those in force while the account was in use.
enum StatementRules {
    /// Clauses on automated extraction and on competing models, on resale and identity, and those that this account's
    /// own uses are held against.
    static func rules(_ facts: StatementFacts) -> [AccountStatement.Rule] {
        let violated = Set(facts.violations.compactMap(\.clause).map { ExactText($0) })
        return facts.terms.filter { term in
            isInForce(term, facts.row) && (touches(term.kind) || violated.contains(ExactText(term.clause)))
        }.map { .init(clause: $0.clause, kind: $0.kind, text: $0.text, from: $0.from, to: $0.to) }
    }

    private static func touches(_ kind: TermKind?) -> Bool {
        switch kind {
        case .automatedExtraction, .competingModel, .identity: true
        case .region, .resale, nil: false
        }
    }

    private static func isInForce(_ term: TermRecord, _ row: AccountRow) -> Bool {
        guard let first = row.firstAt, let last = row.lastAt else { return true }
        return term.from <= last && first <= term.to ?? last
    }

    static func words(_ facts: StatementFacts) -> [String] {
        let violations = facts.violations.map(violation)
        let rules = rules(facts)
        if rules.isEmpty, violations.isEmpty {
            return [
                "The terms of use are not among the records, so this statement cites no clause. Whether the alleged use breaks a rule is for the person who decides to say, with the rule."
            ]
        }
        let cited =
            rules.isEmpty
            ? []
            : [
                "The clauses below were in force while the account was in use. Whether the alleged use breaks them is for the person who decides to say."
            ]
        return cited + violations
    }

    private static func violation(_ found: ViolationRow) -> String {
        let clause =
            found.clause.map { "clause \($0)" } ?? "a list of countries where the service is not offered"
        let uses = found.exchanges > 0 ? ", \(ReportFigures.counted(found.exchanges, "exchange"))" : ""
        return
            "Set down apart, and not used to reach the allegation: \(GroupWords.term(found.kind)), \(GroupWords.basis(found.basis)), \(AllegationWords.span(found.firstAt, found.lastAt))\(uses); see \(clause)."
    }
}
