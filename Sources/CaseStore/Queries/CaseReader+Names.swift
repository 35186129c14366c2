public import Casework

extension CaseReader {
    /// Things whose names begin with a text, a few of each kind: groups (also by words of what they are called),
    /// accounts, values, frames, samples, and the ranges that begin with the octets typed.
    ///
    /// The text as it is typed, in small and in capital letters is looked for.
    ///
    /// - Parameter limit: of each kind.
    /// - Complexity: O(groups + kinds of values · log values), whatever the number of accounts.
    public func names(beginning text: String, limit: Int = 5) throws -> [NameMatch] {
        let spellings = Array(Set([text, text.lowercased(), text.uppercased()])).sorted()
        return try connection.read { handle in
            var found = try NameSearch.groups(text, limit, handle)
            for table in NameSearch.tables {
                var ofTable: [NameMatch] = []
                for spelling in spellings {
                    ofTable += try handle.rows(
                        table.sql,
                        [.text(spelling), .text(spelling + NameSearch.last), .integer(limit)], table.read)
                }
                found += ofTable.prefix(limit)
            }
            return found + NameSearch.ranges(text)
        }
    }
}

/// Looks for names in indexes: every search is a range of one.
private enum NameSearch {
    /// After every text that begins alike.
    static let last = "\u{10FFFF}"

    struct Table: Sendable {
        var sql: String
        var read: @Sendable (Statement) throws -> NameMatch
    }

    static let tables: [Table] = [
        Table(
            sql: """
                SELECT account_id FROM account_identity WHERE account_id >= ?1 AND account_id < ?2
                AND number <= (SELECT accounts FROM horizon) ORDER BY account_id LIMIT ?3
                """
        ) { NameMatch(.account(AccountID($0.text(0)))) },
        // Kind by kind, each with one step to the next: the index is by kind and value.
        Table(
            sql: """
                WITH RECURSIVE k (kind) AS (SELECT min(kind) FROM value
                UNION ALL SELECT (SELECT min(kind) FROM value WHERE kind > k.kind) FROM k WHERE k.kind IS NOT NULL)
                SELECT v.kind, v.value FROM k CROSS JOIN value AS v ON v.kind = k.kind
                AND v.value >= ?1 AND v.value < ?2 WHERE v.source <= (SELECT source FROM horizon) LIMIT ?3
                """
        ) { NameMatch(.artifact(Artifact(kind: ArtifactKind($0.text(0)), value: ExactText($0.text(1))))) },
        Table(
            sql: "SELECT id, frame FROM template WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3"
        ) { NameMatch(.template(ExactText($0.text(0))), words: $0.text(1)) },
        Table(
            sql: """
                SELECT p.sample_id, p.source, o.file, p.line FROM sample AS p JOIN source AS o ON o.number = p.source
                WHERE p.sample_id >= ?1 AND p.sample_id < ?2 AND p.source <= (SELECT source FROM horizon)
                ORDER BY p.sample_id LIMIT ?3
                """
        ) { row in
            NameMatch(
                .sample(ExactText(row.text(0))),
                row: RowReference(source: row.int(1), file: row.text(2), line: row.int(3)))
        },
    ]

    static func groups(_ text: String, _ limit: Int, _ handle: Handle) throws -> [NameMatch] {
        let word = FilterCompiler.escaped(text)
        return try handle.rows(
            """
            SELECT id, name FROM finding_group WHERE id LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'
            ORDER BY place LIMIT ?
            """, [.text(word + "%"), .text("%" + word + "%"), .integer(limit)]
        ) { NameMatch(.group(ExactText($0.text(0))), words: $0.text(1)) }
    }

    /// `198.18.` and `198.18.40`: the ranges of whole octets.
    static func ranges(_ text: String) -> [NameMatch] {
        let octets = text.split(separator: ".").map(String.init)
        guard (2...3).contains(octets.count), text.utf8.contains(UInt8(ascii: ".")) else { return [] }
        let padded = octets + Array(repeating: "0", count: 4 - octets.count)
        let range = AddressRange("\(padded.joined(separator: "."))/\(octets.count * 8)")
        return range.map { [NameMatch(.net($0))] } ?? []
    }
}
