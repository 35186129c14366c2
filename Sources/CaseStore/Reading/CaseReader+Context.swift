public import Casework

/// What the analysis reads beside accounts and exchanges: rules, partners' indicators, terms, properties.
extension CaseReader {
    /// YARA files in the order of evidence.
    public func ruleFiles() throws -> [RuleFileRecord] {
        try connection.read { handle in
            try handle.rows(
                "SELECT file, text, rules FROM rule_file WHERE source <= (SELECT source FROM horizon)"
                    + " ORDER BY source, number"
            ) {
                RuleFileRecord(file: $0.text(0), text: $0.text(1), rules: try JSONColumn.decode($0.text(2)))
            }
        }
    }

    /// Indicators in the order of evidence; the key is what findings name one by.
    public func indicators() throws -> [(key: SampleKey, record: IndicatorRecord)] {
        try connection.read { handle in
            try handle.rows(
                "SELECT source, number, line, offset, id, kind, value, name, partner, actor, grade, confidence,"
                    + " valid_from, valid_to, markings FROM indicator"
                    + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, number"
            ) { row in
                var record = IndicatorRecord(
                    position: RowPosition(line: row.int(2), offset: row.int(3)), id: row.text(4),
                    kind: row.word(5) ?? .unmatched, value: ExactText(row.text(6)))
                record.name = row.optionalText(7)
                record.partner = row.optionalText(8)
                record.actor = row.optionalText(9)
                record.grade = row.optionalText(10)
                record.confidence = row.optionalInt(11)
                record.validFrom = row.time(12)
                record.validTo = row.time(13)
                record.markings = try JSONColumn.decode(row.text(14))
                return (key: SampleKey(source: row.int(0), row: row.int(1)), record: record)
            }
        }
    }

    /// Rules of use in the order of evidence.
    public func terms() throws -> [TermRecord] {
        try connection.read { handle in
            try handle.rows(
                "SELECT line, offset, valid_from, valid_to, clause, text, kind FROM term"
                    + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, number"
            ) { row in
                var term = TermRecord(
                    position: RowPosition(line: row.int(0), offset: row.int(1)),
                    from: Timestamp(milliseconds: row.integer(2)), clause: row.text(4), text: row.text(5))
                term.to = row.time(3)
                term.kind = row.word(6)
                return term
            }
        }
    }

    /// The values of a column of accounts that the format does not name, by account number; accounts without it
    /// are left out.
    public func accountProperties(named name: String) throws -> [(account: UInt32, value: ExactText)] {
        try connection.read { handle in
            try handle.rows(
                "SELECT r.account, p.value FROM account_record AS r, json_each(r.properties) AS p"
                    + " WHERE r.source <= (SELECT source FROM horizon) AND instr(r.properties, ?1) > 0"
                    + " AND p.key = ?2 ORDER BY r.account",
                [.text(JSONValue.quote(name)), .text(name)]
            ) { (account: UInt32(truncatingIfNeeded: $0.integer(0)), value: ExactText($0.text(1))) }
        }
    }
}
