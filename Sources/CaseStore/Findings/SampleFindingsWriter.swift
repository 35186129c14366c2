import Casework

/// Writes what was found in samples: templates, rules, matches. Call it in a transaction, after the standings.
struct SampleFindingsWriter {
    let handle: Handle

    init(_ handle: Handle) { self.handle = handle }

    func write(_ findings: Findings) throws {
        try writeTemplates(findings.templates)
        try writeMembers(findings.templates)
        try writeRules(findings.rules)
        try writeMatches(findings.matches)
        try count()
    }

    private func writeTemplates(_ templates: [TemplateFinding]) throws {
        let statement = try handle.prepare(
            "INSERT INTO template (id, place, samples, accounts, flagged, slots, frame, skeleton, slot_values)"
                + " VALUES (?,?,?,0,0,?,?,?,?)")
        for (place, template) in templates.enumerated() {
            try statement.bind([
                .text(template.id), .integer(place), .integer(template.members.count),
                .integer(template.slots.count), .text(template.frame),
                .text(SkeletonColumn.text(template.skeleton)),
                .text(try JSONColumn.encode(template.slots)),
            ])
            try statement.run()
        }
    }

    private func writeMembers(_ templates: [TemplateFinding]) throws {
        let statement = try handle.prepare(
            "INSERT INTO template_member (source, number, template, slots) VALUES (?,?,?,?)")
        var json = JSONBytes()
        for template in templates {
            try statement.bind(3, .text(template.id))
            for member in template.members {
                json.removeAll()
                SpanColumn.write(member.slots, to: &json)
                try bind(member.sample, statement)
                try statement.bind(4, json)
                try statement.run()
            }
        }
    }

    private func writeRules(_ rules: [CapabilityRule]) throws {
        let statement = try handle.prepare(
            "INSERT INTO capability_rule (number, name, origin, capability, technique, weight, description,"
                + " samples, accounts) VALUES (?,?,?,?,?,?,?,0,0)")
        for (place, rule) in rules.enumerated() {
            try statement.bind([
                .integer(place + 1), .text(rule.name), .text(rule.origin), rule.capability.sql,
                rule.technique.sql, .real(rule.weight.isFinite ? rule.weight : 0), rule.description.sql,
            ])
            try statement.run()
        }
    }

    private func writeMatches(_ matches: [SampleMatch]) throws {
        let statement = try handle.prepare(
            "INSERT INTO sample_match (source, number, rule, field, spans) VALUES (?,?,?,?,?)")
        var json = JSONBytes()
        for match in matches {
            json.removeAll()
            SpanColumn.write(match.spans, to: &json)
            try bind(match.sample, statement)
            try statement.bind(3, .integer(match.rule + 1))
            try statement.bind(4, .text(match.field.rawValue))
            try statement.bind(5, json)
            try statement.run()
        }
    }

    private func bind(_ sample: SampleKey, _ statement: Statement) throws {
        try statement.bind(1, .integer(Int(sample.source)))
        try statement.bind(2, .integer(sample.row))
    }

    /// Accounts behind templates and rules, and flagged ones among the former: as things stand in this analysis.
    private func count() throws {
        try handle.runScript(
            """
            UPDATE template SET accounts = c.accounts, flagged = c.flagged FROM (
                SELECT t.template AS id, count(DISTINCT p.account) AS accounts,
                    count(DISTINCT CASE WHEN \(ListDefinition.isFlagged) THEN p.account END) AS flagged
                FROM template_member AS t JOIN sample AS p ON p.source = t.source AND p.number = t.number
                LEFT JOIN account_standing AS s ON s.account = p.account
                LEFT JOIN account_record AS r ON r.account = p.account
                    AND r.source <= (SELECT source FROM horizon)
                GROUP BY t.template
            ) AS c WHERE c.id = template.id;
            UPDATE capability_rule SET samples = c.samples, accounts = c.accounts FROM (
                SELECT m.rule AS rule, count(DISTINCT m.source << 32 | m.number) AS samples,
                    count(DISTINCT p.account) AS accounts
                FROM sample_match AS m JOIN sample AS p ON p.source = m.source AND p.number = m.number
                GROUP BY m.rule
            ) AS c WHERE c.rule = capability_rule.number
            """)
    }
}
