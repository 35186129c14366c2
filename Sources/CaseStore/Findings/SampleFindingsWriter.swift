import Casework

/// Writes what was found in samples: templates, rules, matches. Call it in a transaction.
///
/// Accounts behind templates and rules, and flagged ones among the former, are counted as things stand in this analysis.
struct SampleFindingsWriter {
    let handle: Handle
    private let samples: SampleAccounts
    private let flags: FlaggedAccounts

    init(_ handle: Handle, flags: FlaggedAccounts) throws {
        self.handle = handle
        self.flags = flags
        samples = try SampleAccounts(handle)
    }

    func write(_ findings: Findings) throws {
        try writeTemplates(findings.templates)
        try writeMembers(findings.templates)
        try writeRules(findings.rules, findings.matches)
        try writeMatches(findings.matches)
    }

    private func writeTemplates(_ templates: [TemplateFinding]) throws {
        let statement = try handle.prepare(
            "INSERT INTO template (id, place, samples, accounts, flagged, slots, frame, skeleton, slot_values)"
                + " VALUES (?,?,?,?,?,?,?,?,?)")
        for (place, template) in templates.enumerated() {
            let count = samples.count(template.members.map(\.sample), flags)
            try statement.bind([
                .text(template.id), .integer(place), .integer(template.members.count),
                .integer(count.accounts), .integer(count.flagged),
                .integer(template.slots.count), .text(template.frame),
                .text(SkeletonColumn.text(template.skeleton)),
                .text(try JSONColumn.encode(template.slots)),
            ])
            try statement.run()
        }
    }

    /// By sample, the order of the table.
    private func writeMembers(_ templates: [TemplateFinding]) throws {
        let insert = try BulkInsert(handle, "template_member (source, number, template, slots)", columns: 4)
        var places = templates.enumerated().flatMap { template, finding in
            finding.members.indices.map {
                (sample: finding.members[$0].sample, template: template, member: $0)
            }
        }
        places.sort { $0.sample < $1.sample }
        var json = JSONBytes()
        for (sample, template, member) in places {
            json.removeAll()
            SpanColumn.write(templates[template].members[member].slots, to: &json)
            try bind(sample, insert)
            try insert.bind(3, .text(templates[template].id))
            try insert.bind(4, json)
            try insert.endRow()
        }
        try insert.finish()
    }

    private func writeRules(_ rules: [CapabilityRule], _ matches: [SampleMatch]) throws {
        var matched = [[SampleKey]](repeating: [], count: rules.count)
        for match in matches where matched.indices.contains(match.rule) {
            matched[match.rule].append(match.sample)
        }
        let statement = try handle.prepare(
            "INSERT INTO capability_rule (number, name, origin, capability, technique, weight, description,"
                + " samples, accounts) VALUES (?,?,?,?,?,?,?,?,?)")
        for (place, rule) in rules.enumerated() {
            let count = samples.count(matched[place], flags)
            try statement.bind([
                .integer(place + 1), .text(rule.name), .text(rule.origin), rule.capability.sql,
                rule.technique.sql, .real(rule.weight.isFinite ? rule.weight : 0), rule.description.sql,
                .integer(count.samples), .integer(count.accounts),
            ])
            try statement.run()
        }
    }

    private func writeMatches(_ matches: [SampleMatch]) throws {
        let insert = try BulkInsert(handle, "sample_match (source, number, rule, field, spans)", columns: 5)
        var json = JSONBytes()
        for match in matches {
            json.removeAll()
            SpanColumn.write(match.spans, to: &json)
            try bind(match.sample, insert)
            try insert.bind(3, .integer(match.rule + 1))
            try insert.bind(4, .text(match.field.rawValue))
            try insert.bind(5, json)
            try insert.endRow()
        }
        try insert.finish()
    }

    private func bind(_ sample: SampleKey, _ insert: BulkInsert) throws {
        try insert.bind(1, .integer(Int(sample.source)))
        try insert.bind(2, .integer(sample.row))
    }
}
