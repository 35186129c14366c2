import Casework

/// Lists of what analyses found: templates, links, rules, violations.
extension ListDefinition {
    static let templates = ListDefinition(
        tables: "template", visible: "1",
        fields: [
            ListField("id", .text), ListField("samples", .number), ListField("accounts", .number),
            ListField("flagged", .number), ListField("slots", .number), ListField("frame", .text),
        ],
        order: "place")

    static let links = ListDefinition(
        tables: """
            group_link AS l JOIN account_identity AS x ON x.number = l.a
            JOIN account_identity AS y ON y.number = l.b
            """,
        visible: "1",
        fields: [
            ListField("a", .text, "x.account_id"), ListField("b", .text, "y.account_id"),
            ListField("group", .text, "l.group_id"), ListField("bits", .number, "l.bits"),
            ListField(
                "by", .text, "l.by", isArray: true,
                membership: """
                    EXISTS (SELECT 1 FROM (SELECT ? AS pattern) AS w, json_each(l.by) AS e
                    WHERE e.value ->> 'value' LIKE w.pattern ESCAPE '\\' OR e.value ->> 'kind' LIKE w.pattern ESCAPE '\\')
                    """),
        ],
        order: "l.bits DESC, l.group_id, l.a, l.b", key: "l.rowid")

    static let rules = ListDefinition(
        tables: "capability_rule", visible: "1",
        fields: [
            ListField("name", .text), ListField("origin", .text), ListField("capability", .text),
            ListField("technique", .text), ListField("weight", .number), ListField("description", .text),
            ListField("samples", .number), ListField("accounts", .number),
        ],
        order: "number")

    static let violations = ListDefinition(
        tables: """
            access_violation AS v JOIN account_identity AS i ON i.number = v.account
            LEFT JOIN account_standing AS s ON s.account = v.account
            """,
        visible: "1",
        fields: [
            ListField("account_id", .text, "i.account_id"), ListField("kind", .text, "v.kind"),
            ListField("clause", .text, "v.clause"), ListField("country", .text, "v.country"),
            ListField("basis", .text, "v.basis"), ListField("exchanges", .number, "v.exchanges"),
            ListField("first_at", .time, "v.first_at"), ListField("last_at", .time, "v.last_at"),
            ListField("words", .text, "v.words"), ListField("campaign", .text, "s.campaign"),
        ],
        order: "v.number", key: "v.number")

    /// For samples: those that a rule with such a capability matched. Source and number go as one integer: the set
    /// of a single column is made once, that of a pair would be looked through for every sample.
    static let capabilityMembership = """
        (p.source << 32 | p.number) IN (SELECT m.source << 32 | m.number FROM capability_rule AS c
        JOIN sample_match AS m ON m.rule = c.number WHERE c.capability LIKE ? ESCAPE '\\')
        """

    /// The capabilities that rules found in a sample, sorted, as a JSON array.
    static let capabilities = """
        (SELECT json_group_array(capability) FROM (SELECT DISTINCT c.capability AS capability
        FROM sample_match AS m JOIN capability_rule AS c ON c.number = m.rule
        WHERE m.source = p.source AND m.number = p.number AND c.capability IS NOT NULL ORDER BY 1))
        """
}
