import Casework

extension ListDefinition {
    /// Reviewers' decisions. Withdrawals are no rows of their own: they show on what they withdrew.
    static let decisions = ListDefinition(
        tables: """
            decision AS d LEFT JOIN decision AS w ON w.withdraws = d.number
            LEFT JOIN decision_effect AS e ON e.number = d.number
            LEFT JOIN account_identity AS x ON x.number = d.account
            LEFT JOIN account_identity AS y ON y.number = d.other
            """,
        visible: "d.withdraws IS NULL",
        fields: [
            ListField("number", .number, "d.number"), ListField("at", .time, "d.at"),
            ListField("actor", .text, "d.actor"), ListField("subject", .text, "d.subject"),
            ListField("kind", .text, "substr(d.subject, 1, instr(d.subject, ':') - 1)"),
            ListField("verdict", .text, "d.verdict"), ListField("reason", .text, "d.reason"),
            ListField("run", .text, "d.run"), ListField("withdrawn", .boolean, "w.number IS NOT NULL"),
            ListField("in_force", .boolean, isInForce("d")),
            ListField("disputed", .boolean, isDisputed), ListField("bound", .boolean, "e.is_bound"),
            ListField("group", .text, "e.group_id"),
            ListField("method_probability", .number, "e.method_probability"),
            ListField("effect", .text, "e.words"),
        ],
        order: "d.number", extra: ["d.campaign", "x.account_id", "y.account_id", "d.profile"])

    /// Whether the decision of that alias is the newest of its actor on its subject that was not withdrawn.
    static func isInForce(_ alias: String) -> String {
        let (later, undone) = (alias + "_later", alias + "_undone")
        return """
            (NOT EXISTS (SELECT 1 FROM decision AS \(undone) WHERE \(undone).withdraws = \(alias).number)
            AND NOT EXISTS (SELECT 1 FROM decision AS \(later) WHERE \(later).subject = \(alias).subject
            AND \(later).number > \(alias).number AND \(later).actor = \(alias).actor
            AND \(later).withdraws IS NULL AND NOT EXISTS (SELECT 1 FROM decision AS \(undone)
            WHERE \(undone).withdraws = \(later).number)))
            """
    }

    /// Whether a reviewer's word made the account `i` a member of the campaign of its standing `s`.
    static let isConfirmed = """
        EXISTS (SELECT 1 FROM decision_effect AS f JOIN decision AS c ON c.number = f.number
        WHERE f.account = i.number AND f.group_id = s.campaign AND f.is_bound = 1
        AND c.verdict = 'confirm' AND c.other IS NULL)
        """

    /// Whether another actor's decision in force says the opposite; unsure is the opposite of nothing.
    static let isDisputed = """
        (\(isInForce("d")) AND d.verdict <> 'unsure' AND EXISTS (SELECT 1 FROM decision AS o
        WHERE o.subject = d.subject AND o.actor <> d.actor AND o.verdict <> d.verdict
        AND o.verdict <> 'unsure' AND o.withdraws IS NULL AND \(isInForce("o"))))
        """
}

extension RowReading {
    static func decision(_ row: Statement) throws -> Decision {
        guard let subject = decisionSubject(row, from: 15) else {
            throw StoreError.corrupt(
                path: row.handle.path, detail: "decision \(row.int(0)) is about nothing that can be decided")
        }
        var decision = Decision(
            number: row.int(0), at: Timestamp(milliseconds: row.integer(1)), actor: row.text(2),
            subject: subject, verdict: row.word(5) ?? .unsure, reason: row.text(6))
        decision.run = row.optionalText(7)
        decision.withdrawn = row.int(8) != 0
        decision.inForce = row.int(9) != 0
        decision.disputed = row.int(10) != 0
        if !row.isNull(11) {
            decision.effect = DecisionEffect(
                isBound: row.int(11) != 0, group: row.optionalText(12),
                methodProbability: row.optionalDouble(13), words: row.text(14))
        }
        return decision
    }

    /// From the columns campaign, account's id, other's id, profile: which of them are there says what it is.
    static func decisionSubject(_ row: Statement, from first: Int) -> DecisionSubject? {
        let campaign = row.optionalText(first).map { ExactText($0) }
        let account = row.optionalText(first + 1).map { AccountID($0) }
        let other = row.optionalText(first + 2).map { AccountID($0) }
        let profile = row.optionalText(first + 3).map { ExactText($0) }
        switch (campaign, account, other, profile) {
        case (let campaign?, let account?, nil, nil):
            return .membership(campaign: campaign, account: account)
        case (let campaign?, nil, nil, let profile?):
            return .attribution(campaign: campaign, profile: profile)
        case (let campaign?, nil, nil, nil): return .campaign(campaign)
        case (nil, let account?, let other?, nil): return .link(account, other)
        default: return nil
        }
    }
}
