public import Casework

/// A rule, opened.
public struct RuleDetail: Sendable, Codable {
    public var row: RuleRow
    /// The first samples it matched, as many as were asked for.
    public var matched: [SampleRow]
}

extension CaseReader {
    /// - Throws: `StoreError.notFound`.
    public func sample(_ id: ExactText) throws -> SampleRow {
        try connection.read { try SampleQuery($0).sample(id).row }
    }

    /// A sample with its matches and its template.
    ///
    /// - Throws: `StoreError.notFound`.
    public func sampleDetail(_ id: ExactText) throws -> SampleDetail {
        try connection.read { handle in
            let query = SampleQuery(handle)
            return try query.detail(query.sample(id))
        }
    }

    /// The same for a sample by its row, for those without an id.
    ///
    /// - Throws: `StoreError.notFound`.
    public func sampleDetail(source: Int, line: Int) throws -> SampleDetail {
        try connection.read { handle in
            let query = SampleQuery(handle)
            let found = try query.samples(
                "p.source = ? AND p.line = ? ORDER BY p.number LIMIT 1", [.integer(source), .integer(line)])
            guard let found = found.first else { throw StoreError.notFound("row:\(source):\(line)") }
            return try query.detail(found)
        }
    }

    /// A prompt frame with its slots, the accounts that use it by id, and samples in the order of evidence.
    ///
    /// - Throws: `StoreError.notFound`.
    public func template(
        _ id: String, holders: Int = 100, samples: Int = 100
    ) throws -> TemplateDetail {
        try connection.read { handle in
            let query = SampleQuery(handle)
            guard var detail = try query.template(id) else { throw StoreError.notFound("template:\(id)") }
            detail.holders = try handle.rows(
                "SELECT DISTINCT i.account_id FROM template_member AS t JOIN sample AS p ON p.source = t.source"
                    + " AND p.number = t.number JOIN account_identity AS i ON i.number = p.account"
                    + " WHERE t.template = ? ORDER BY i.account_id LIMIT ?",
                [.text(id), .integer(max(0, holders))]
            ) { AccountID($0.text(0)) }
            detail.samples = try query.samples(
                "t.template = ? ORDER BY p.source, p.number LIMIT ?", [.text(id), .integer(max(0, samples))]
            ).map(\.row)
            return detail
        }
    }

    /// A rule that the last analysis ran; of several with the name the first, or that of `origin`.
    ///
    /// - Throws: `StoreError.notFound`.
    public func rule(_ name: String, origin: String? = nil, samples: Int = 100) throws -> RuleDetail {
        try connection.read { handle in
            let columns = ListDefinition.rules.fields.map(\.expression).joined(separator: ", ")
            let found = try handle.first(
                "SELECT \(columns), number FROM capability_rule WHERE name = ?1"
                    + " AND (?2 IS NULL OR origin = ?2) ORDER BY number LIMIT 1",
                [.text(name), origin.sql]
            ) { (row: RowReading.rule($0), number: $0.int(8)) }
            guard let found else { throw StoreError.notFound("rule:\(name)") }
            let matched = try SampleQuery(handle).samples(
                "(p.source, p.number) IN (SELECT DISTINCT source, number FROM sample_match WHERE rule = ?"
                    + " ORDER BY source, number LIMIT ?) ORDER BY p.source, p.number",
                [.integer(found.number), .integer(max(0, samples))])
            return RuleDetail(row: found.row, matched: matched.map(\.row))
        }
    }
}

/// Samples with what was found in them.
struct SampleQuery {
    /// A sample and its number within its source.
    typealias Found = (row: SampleRow, number: Int)

    private let handle: Handle

    init(_ handle: Handle) { self.handle = handle }

    func sample(_ id: ExactText) throws -> Found {
        guard let found = try samples("p.sample_id = ?", [.text(id.string)]).first else {
            throw StoreError.notFound("sample:\(id.string)")
        }
        return found
    }

    /// Samples under a condition over the tables of the list.
    func samples(_ condition: String, _ values: [SQLValue]) throws -> [Found] {
        let list = ListDefinition.samples
        let columns = (list.fields.map(\.expression) + list.extra).joined(separator: ", ")
        return try handle.rows(
            "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible) AND \(condition)", values
        ) { (row: try RowReading.sample($0), number: $0.int(13)) }
    }

    func detail(_ found: Found) throws -> SampleDetail {
        var detail = SampleDetail(row: found.row)
        let key: [SQLValue] = [.integer(found.row.row.source), .integer(found.number)]
        detail.matches = try handle.rows(
            "SELECT c.name, c.origin, c.capability, c.technique, c.weight, c.description, m.field, m.spans"
                + " FROM sample_match AS m JOIN capability_rule AS c ON c.number = m.rule"
                + " WHERE m.source = ? AND m.number = ? ORDER BY m.rule, m.field", key
        ) { row in
            SampleDetail.Match(
                rule: RowReading.capabilityRule(row), field: row.word(6) ?? .prompt,
                spans: try SpanColumn.read(row.text(7)))
        }
        guard let template = found.row.template else { return detail }
        detail.template = try self.template(template)?.row
        detail.slots =
            try handle.first("SELECT slots FROM template_member WHERE source = ? AND number = ?", key) {
                try SpanColumn.read($0.text(0))
            } ?? []
        return detail
    }

    /// Without holders and samples.
    func template(_ id: String) throws -> TemplateDetail? {
        let columns = ListDefinition.templates.fields.map(\.expression).joined(separator: ", ")
        return try handle.first(
            "SELECT \(columns), skeleton, slot_values FROM template WHERE id = ?", [.text(id)]
        ) { row in
            var detail = TemplateDetail(row: RowReading.template(row))
            detail.skeleton = try SkeletonColumn.read(row.text(6))
            detail.slots = try JSONColumn.decode(row.text(7))
            return detail
        }
    }
}
