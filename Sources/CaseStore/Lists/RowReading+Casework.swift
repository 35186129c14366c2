import Casework

/// Rows of the lists of findings and of what people did.
extension RowReading {
    static func template(_ row: Statement) -> TemplateRow {
        TemplateRow(
            id: row.text(0), samples: row.int(1), accounts: row.int(2), flagged: row.int(3),
            slots: row.int(4), frame: row.text(5))
    }

    static func link(_ row: Statement) throws -> LinkListRow {
        LinkListRow(
            a: AccountID(row.text(0)), b: AccountID(row.text(1)), group: row.text(2),
            bits: row.optionalDouble(3) ?? 0, by: try ArtifactColumn.read(row.bytes(4)))
    }

    static func rule(_ row: Statement) -> RuleRow {
        RuleRow(rule: capabilityRule(row), samples: row.int(6), accounts: row.int(7))
    }

    /// From the columns name, origin, capability, technique, weight, description.
    static func capabilityRule(_ row: Statement) -> CapabilityRule {
        var rule = CapabilityRule(name: row.text(0), origin: row.text(1))
        rule.capability = row.optionalText(2)
        rule.technique = row.optionalText(3)
        rule.weight = row.optionalDouble(4) ?? 0
        rule.description = row.optionalText(5)
        return rule
    }

    static func violation(_ row: Statement) -> ViolationRow {
        var violation = ViolationRow(
            accountId: AccountID(row.text(0)), kind: row.word(1) ?? .region, country: row.text(3),
            basis: row.word(4) ?? .declaredCountry, words: row.text(8))
        violation.clause = row.optionalText(2)
        violation.exchanges = row.int(5)
        violation.firstAt = row.time(6)
        violation.lastAt = row.time(7)
        violation.campaign = row.optionalText(9)
        return violation
    }

    static func indicator(_ row: Statement) throws -> IndicatorRow {
        var indicator = IndicatorRow(
            id: row.text(0), kind: row.word(1) ?? .unmatched, value: ExactText(row.text(2)),
            row: RowReference(source: row.int(13), file: row.text(14), line: row.int(15)))
        indicator.name = row.optionalText(3)
        indicator.partner = row.optionalText(4)
        indicator.actor = row.optionalText(5)
        indicator.grade = row.optionalText(6)
        indicator.confidence = row.optionalInt(7)
        indicator.validFrom = row.time(8)
        indicator.validTo = row.time(9)
        indicator.markings = try JSONColumn.decode(row.text(10))
        indicator.accounts = row.int(11)
        indicator.flagged = row.int(12)
        return indicator
    }

    static func note(_ row: Statement) -> NoteRow {
        NoteRow(
            number: row.int(0), at: Timestamp(milliseconds: row.integer(1)), actor: row.text(2),
            subject: row.text(3), kind: row.word(4) ?? .comment, text: row.text(5),
            withdrawn: row.int(6) != 0)
    }

    static func audit(_ row: Statement) -> AuditRow {
        AuditRow(
            seq: row.int(0), at: Timestamp(milliseconds: row.integer(1)), actor: row.text(2),
            action: row.text(3), details: row.text(4), hash: row.text(5))
    }
}
