import Casework
import Reports

/// Small invented facts for statements of reasons.
enum StatementWorld {
    static let at = Timestamp(milliseconds: 1_771_500_000_000)

    static var options: StatementOptions { StatementOptions(at: at, tool: "revenuer 9.9") }

    /// A member of a campaign; `text` stands wherever evidence can put text.
    static func member(text: String = "kiln-7") -> StatementFacts {
        var facts = StatementFacts(row: row(text), overview: overview())
        facts.row.campaign = "C-01"
        facts.row.group = "C-01"
        facts.row.probability = 0.964
        facts.group = group(.campaign, text)
        var membership = MemberRow(accountId: facts.row.accountId, probability: 0.964, role: .core)
        membership.familyBits = [.means: 7, .infrastructure: 3.5, .identity: -1.2]
        facts.membership = membership
        facts.activeDays = 21
        facts.samples = 4
        facts.shared = shared(text)
        facts.terms = [term(text, .automatedExtraction, "4.2"), term(text, .region, "7.1")]
        facts.violations = [violation(text)]
        facts.indicators = 2
        facts.missing = ["No telephone is known for \(facts.row.accountId)."]
        facts.against = ["identity: what it holds is mostly its own"]
        return facts
    }

    /// An account that nothing is alleged against.
    static func other(_ kind: GroupKind?) -> StatementFacts {
        var facts = StatementFacts(row: row("kiln-7"), overview: overview())
        facts.group = kind.map { group($0, "kiln-7") }
        facts.row.group = facts.group?.row.id
        facts.row.probability = kind == nil ? nil : 0.31
        return facts
    }

    static func statement(_ facts: StatementFacts = member()) -> AccountStatement {
        AccountStatement(facts, options)
    }

    static func day(_ number: Int) -> Timestamp {
        Timestamp(milliseconds: 1_767_225_600_000 + Int64(number - 1) * 86_400_000)
    }

    private static func row(_ text: String) -> AccountRow {
        var row = AccountRow(accountId: AccountID("u-1" + text), unlisted: false)
        row.createdAt = day(1)
        row.status = .suspended
        row.closedAt = day(40)
        row.exchanges = 812
        row.firstAt = day(2)
        row.lastAt = day(33)
        return row
    }

    private static func overview() -> CaseOverview {
        var overview = CaseOverview(title: "Small case", synthetic: true, population: "all")
        overview.accounts = 40
        overview.exchanges = 2000
        overview.run = RunSummary(
            id: "r-1", at: at, seed: 1, method: "m-1", currentMethod: "m-1", coversEvidence: true,
            withheld: nil)
        return overview
    }

    private static func group(_ kind: GroupKind, _ text: String) -> GroupDetail {
        var row = GroupRow(id: kind == .campaign ? "C-01" : "G-01", name: text, kind: kind)
        (row.accounts, row.coreAccounts, row.exchanges) = (58, 57, 4530)
        (row.firstAt, row.lastAt) = (day(1), day(50))
        row.extractionProbability = kind == .campaign ? 0.98 : 0.02
        row.actor = "Amber"
        var detail = GroupDetail(row: row)
        detail.explanations = [
            Explanation(
                hypothesis: .campaign, bits: 7, priorBits: -5,
                signals: [
                    .init(
                        name: "payment_rotation", value: 0.95, bits: 4, words: "95 % share means of payment")
                ]),
            Explanation(
                hypothesis: .course, bits: -6, priorBits: -4,
                signals: [
                    .init(name: "assignment", value: 1, bits: 1, words: "one assignment " + text),
                    .init(name: "payment_rotation", value: 1, bits: -3, words: "means of payment are shared"),
                ]),
            Explanation(hypothesis: .unexplained, bits: 0, priorBits: 0, signals: []),
            Explanation(hypothesis: .enterprise, bits: -3, priorBits: -3, signals: []),
        ]
        return detail
    }

    private static func shared(_ text: String) -> [StatementFacts.SharedFact] {
        var card = StatementFacts.SharedFact(
            Artifact(kind: .payment, value: ExactText("pf_81c0a4d2e6f0443e" + text)), members: 11, outside: 0,
            bits: 9.2)
        (card.uses, card.firstAt, card.lastAt) = (3, day(2), day(30))
        card.rowsTotal = 5
        card.rows = (1...3).map { RowReference(source: 1, file: "payments" + text + ".csv", line: $0) }
        let address = StatementFacts.SharedFact(
            Artifact(kind: .address, value: "198.18.40.17"), members: 4, outside: 61, bits: 2.1)
        let moment = StatementFacts.SharedFact(
            Artifact(kind: .lockstep, value: ExactText("2026-01-12T03:14:00Z frame " + text)), members: 7,
            outside: 0,
            bits: 6)
        return [card, address, moment]
    }

    private static func term(_ text: String, _ kind: TermKind, _ clause: String) -> TermRecord {
        var term = TermRecord(
            position: RowPosition(line: 2, offset: 25), from: day(1), clause: clause,
            text: "Not allowed: " + text)
        term.kind = kind
        return term
    }

    private static func violation(_ text: String) -> ViolationRow {
        var violation = ViolationRow(
            accountId: AccountID("u-1"), kind: .region, country: "XX", basis: .addressCountry, words: text)
        violation.clause = "7.1"
        violation.exchanges = 12
        (violation.firstAt, violation.lastAt) = (day(3), day(5))
        return violation
    }
}
