import Casework

/// Lists of what partners sent and of what people did: indicators, notes, the audit log.
extension ListDefinition {
    static let indicators = ListDefinition(
        tables: "indicator AS n JOIN source AS o ON o.number = n.source",
        visible: "n.source <= (SELECT source FROM horizon)",
        fields: [
            ListField("id", .text, "n.id"), ListField("kind", .text, "n.kind"),
            ListField("value", .text, "n.value"), ListField("name", .text, "n.name"),
            ListField("partner", .text, "n.partner"), ListField("actor", .text, "n.actor"),
            ListField("grade", .text, "n.grade"), ListField("confidence", .number, "n.confidence"),
            ListField("valid_from", .time, "n.valid_from"), ListField("valid_to", .time, "n.valid_to"),
            ListField("markings", .text, "n.markings", isArray: true),
            ListField(
                "accounts", .number,
                """
                (SELECT count(DISTINCT h.account) FROM indicator_hit AS h
                WHERE h.source = n.source AND h.number = n.number)
                """),
            ListField(
                "flagged", .number,
                """
                (SELECT count(DISTINCT h.account) FROM indicator_hit AS h
                LEFT JOIN account_standing AS s ON s.account = h.account
                LEFT JOIN account_record AS r ON r.account = h.account AND r.source <= (SELECT source FROM horizon)
                WHERE h.source = n.source AND h.number = n.number AND \(isFlagged))
                """),
        ],
        order: "n.source, n.number", extra: ["n.source", "o.file", "n.line"])

    /// Withdrawals are no rows of their own: they show on what they withdrew.
    static let notes = ListDefinition(
        tables: "note AS n LEFT JOIN note AS w ON w.withdraws = n.number", visible: "n.withdraws IS NULL",
        fields: [
            ListField("number", .number, "n.number"), ListField("at", .time, "n.at"),
            ListField("actor", .text, "n.actor"), ListField("subject", .text, "n.subject"),
            ListField("kind", .text, "n.kind"), ListField("text", .text, "n.text"),
            ListField("withdrawn", .boolean, "w.number IS NOT NULL"),
        ],
        order: "n.number")

    static let log = ListDefinition(
        tables: "audit_log", visible: "1",
        fields: [
            ListField("seq", .number), ListField("at", .time), ListField("actor", .text),
            ListField("action", .text), ListField("details", .text), ListField("hash", .text),
        ],
        order: "seq")

    /// An account, by its standing `s` and its record `r`, is in a campaign, or banned or suspended.
    static let isFlagged = "(s.campaign IS NOT NULL OR r.status IN ('banned', 'suspended'))"
}
