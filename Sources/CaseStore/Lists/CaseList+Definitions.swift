import Casework

extension CaseList {
    var definition: ListDefinition {
        switch self {
        case .accounts: ListDefinition.accounts
        case .artifacts: ListDefinition.artifacts
        case .networks: ListDefinition.networks
        case .samples: ListDefinition.samples
        case .groups: ListDefinition.groups
        case .campaigns: ListDefinition.campaigns
        case .sources: ListDefinition.sources
        case .rejects: ListDefinition.rejects
        case .faults: ListDefinition.faults
        case .events: ListDefinition.events
        case .templates: ListDefinition.templates
        case .links: ListDefinition.links
        case .rules: ListDefinition.rules
        case .indicators: ListDefinition.indicators
        case .violations: ListDefinition.violations
        case .notes: ListDefinition.notes
        case .decisions: ListDefinition.decisions
        case .queue: ReviewQueue.listDefinition
        case .history: CampaignEvents.listDefinition
        case .log: ListDefinition.log
        }
    }
}

extension ListDefinition {
    private static let horizon = "(SELECT source FROM horizon)"

    static let accounts = ListDefinition(
        tables: """
            account_identity AS i
            LEFT JOIN account_record AS r ON r.account = i.number AND r.source <= \(horizon)
            LEFT JOIN account_activity AS a ON a.account = i.number
            LEFT JOIN account_standing AS s ON s.account = i.number
            """,
        // Not by source: the index by id has the number, so skipping rows never touches the table.
        visible: "i.number <= (SELECT accounts FROM horizon)",
        fields: [
            ListField("account_id", .text, "i.account_id"),
            ListField("unlisted", .boolean, "r.account IS NULL"),
            ListField("created_at", .time, "r.created_at"),
            ListField("status", .text, "r.status"), ListField("closed_at", .time, "r.closed_at"),
            ListField("channel", .text, "r.channel"), ListField("plan", .text, "r.plan"),
            ListField("declared_country", .text, "r.declared_country"),
            ListField("email_domain", .text, "r.email_domain"),
            ListField("email_hash", .text, "r.email_hash"),
            ListField("org_name", .text, "r.org_name"),
            ListField("exchanges", .number, "coalesce(a.exchanges, 0)"),
            ListField("first_at", .time, "a.first_at"), ListField("last_at", .time, "a.last_at"),
            ListField("campaign", .text, "s.campaign"), ListField("group", .text, "s.group_id"),
            ListField("probability", .number, "s.probability"), ListField("role", .text, "s.role"),
            ListField("flagged", .text, flagged, isArray: true),
        ],
        order: "i.account_id", extra: ["i.number"], key: "i.number")

    /// Why an account counts as flagged, as a JSON array.
    static let flagged = """
        CASE WHEN s.campaign IS NOT NULL AND r.status IN ('banned', 'suspended')
        THEN CASE WHEN \(isConfirmed) THEN '["campaign","reviewer","provider"]' ELSE '["campaign","provider"]' END
        WHEN s.campaign IS NOT NULL
        THEN CASE WHEN \(isConfirmed) THEN '["campaign","reviewer"]' ELSE '["campaign"]' END
        WHEN r.status IN ('banned', 'suspended') THEN '["provider"]' ELSE '[]' END
        """

    static let artifacts = ListDefinition(
        tables:
            "artifact_count AS c LEFT JOIN artifact_verdict AS v ON v.kind = c.kind AND v.value = c.value",
        visible: "1",
        fields: [
            ListField("kind", .text, "c.kind"), ListField("value", .text, "c.value"),
            ListField("accounts", .number, "c.accounts"), ListField("flagged", .number, "c.flagged"),
            ListField("verdict", .text, "v.verdict"), ListField("bits", .number, "v.bits"),
            ListField("reasons", .text, "coalesce(v.reasons, '[]')", isArray: true),
        ],
        order: "c.accounts DESC, c.kind, c.value", counted: "artifact_count AS c",
        head: ListHead(
            index: HolderCounts.sharedIndex, table: "artifact_count AS c", condition: "c.accounts > 1",
            restCondition: "c.accounts <= 1", restOrder: "c.kind, c.value"))

    /// Every known range; the counts are made together with `network`.
    static let networks = ListDefinition(
        tables: "network AS g LEFT JOIN network_count AS c ON c.address = g.address AND c.prefix = g.prefix",
        visible: "1",
        fields: [
            ListField("net", .text, "g.net"), ListField("asn", .number, "g.asn"),
            ListField("as_name", .text, "g.as_name"), ListField("country", .text, "g.country"),
            ListField("usage", .text, "g.usage"), ListField("user_count", .number, "g.user_count"),
            ListField("accounts", .number, "coalesce(c.accounts, 0)"),
            ListField("flagged", .number, "coalesce(c.flagged, 0)"),
        ],
        order: "g.address, g.prefix", counted: "network AS g")

    static let samples = ListDefinition(
        tables: """
            sample AS p JOIN account_identity AS i ON i.number = p.account JOIN source AS o ON o.number = p.source
            LEFT JOIN template_member AS t ON t.source = p.source AND t.number = p.number
            """,
        visible: "p.source <= \(horizon)",
        fields: [
            ListField("sample_id", .text, "p.sample_id"), ListField("account_id", .text, "i.account_id"),
            ListField("at", .time, "p.at"), ListField("model", .text, "p.model"),
            ListField("surface", .text, "p.surface"), ListField("prompt", .text, "p.prompt"),
            ListField("response", .text, "p.response"), ListField("metadata", .text, "p.metadata"),
            ListField("template", .text, "t.template"),
            ListField(
                "capabilities", .text, capabilities, isArray: true, membership: capabilityMembership),
        ],
        order: "p.source, p.number", extra: ["p.source", "o.file", "p.line", "p.number"], key: "p.rowid",
        counted: "sample AS p")

    static let groups = findings(where: "1")
    static let campaigns = findings(where: "kind = 'campaign'")

    private static func findings(where condition: String) -> ListDefinition {
        ListDefinition(
            tables: "finding_group", visible: condition,
            fields: [
                ListField("id", .text), ListField("name", .text), ListField("kind", .text),
                ListField("accounts", .number), ListField("core_accounts", .number),
                ListField("exchanges", .number), ListField("first_at", .time), ListField("last_at", .time),
                ListField("extraction_probability", .number), ListField("actor", .text),
                ListField("attribution_probability", .number),
                ListField("capabilities", .text, isArray: true),
                ListField("innocent_explanations", .text, isArray: true),
            ],
            order: "place")
    }

    static let sources = ListDefinition(
        tables: "source AS o",
        visible: "o.state = 'complete'",
        fields: [
            ListField("source", .number, "o.number"), ListField("file", .text, "o.file"),
            ListField("table", .text, "o.evidence_table"), ListField("sha256", .text, "o.sha256"),
            ListField("rows", .number, "o.rows"), ListField("rejected", .number, "o.rejected"),
            ListField("faults", .number, "o.faults"), ListField("imported_at", .time, "o.imported_at"),
            ListField("obtained_from", .text, provenance("obtained_from")),
            ListField("grade", .text, provenance("grade")),
        ],
        order: "o.number")

    /// What the newest provenance row for the file, by its hash or else its name, says.
    private static func provenance(_ column: String) -> String {
        """
        (SELECT p.\(column) FROM provenance AS p WHERE p.source <= \(horizon)
        AND (p.sha256 = o.sha256 OR p.sha256 IS NULL AND p.file = o.file)
        ORDER BY p.source DESC, p.number DESC LIMIT 1)
        """
    }

    static let rejects = ListDefinition(
        tables: "reject AS j JOIN source AS o ON o.number = j.source",
        visible: "j.source <= \(horizon)",
        fields: [
            ListField("source", .number, "j.source"), ListField("file", .text, "o.file"),
            ListField("line", .number, "j.line"), ListField("offset", .number, "j.offset"),
            ListField("reason", .text, "j.reason"), ListField("field", .text, "NULL"),
            ListField("raw", .text, "CAST(j.raw AS TEXT)"),
        ],
        order: "j.source, j.number", counted: "reject AS j")

    static let faults = ListDefinition(
        tables: "fault AS j JOIN source AS o ON o.number = j.source",
        visible: "j.source <= \(horizon)",
        fields: [
            ListField("source", .number, "j.source"), ListField("file", .text, "o.file"),
            ListField("line", .number, "j.line"), ListField("offset", .number, "j.offset"),
            ListField("reason", .text, "j.note"), ListField("field", .text, "j.field"),
            ListField("raw", .text, "CAST(j.raw AS TEXT)"),
        ],
        order: "j.source, j.number", counted: "fault AS j")

    static let events = ListDefinition(
        tables: "event AS e", visible: "e.source <= \(horizon)",
        fields: [
            ListField("at", .time, "e.at"), ListField("kind", .text, "e.kind"),
            ListField("name", .text, "e.name"),
            ListField("detail", .text, "e.detail"), ListField("actor", .text, "e.actor"),
        ],
        order: "e.at, e.source, e.number")
}
