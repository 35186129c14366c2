import Casework

/// `events`: what happened around the evidence.
struct EventsReader: RecordReader {
    static let columns = ["at", "kind", "name", "detail", "actor"]
    static let requiredCount = 3

    private let kinds = WordTable<EventKind>()

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> EventRecord {
        let at = try row.requiredTime(0)
        let kind = try row.requiredWord(1, kinds)
        let name = try row.requiredText(2)
        var record = EventRecord(position: row.position, at: at, kind: kind, name: name)
        record.detail = row.text(3)
        record.actor = row.text(4)
        return record
    }

    static func batch(_ records: [EventRecord]) -> EvidenceBatch { .events(records) }
}

/// `terms`: the rules in force at the time.
struct TermsReader: RecordReader {
    static let columns = ["from", "clause", "text", "to", "kind"]
    static let requiredCount = 3

    private let kinds = WordTable<TermKind>()

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> TermRecord {
        let from = try row.requiredTime(0)
        let clause = try row.requiredText(1)
        let text = try row.requiredText(2)
        var record = TermRecord(position: row.position, from: from, clause: clause, text: text)
        record.to = row.time(3)
        record.kind = try row.word(4, kinds)
        return record
    }

    static func batch(_ records: [TermRecord]) -> EvidenceBatch { .terms(records) }
}

/// `sources`: what the provider says about its files.
struct SourcesReader: RecordReader {
    static let columns = ["file", "sha256", "obtained_from", "obtained_at", "query", "coverage", "grade"]
    static let requiredCount = 1

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> ProvenanceRecord {
        var record = ProvenanceRecord(position: row.position, file: try row.requiredText(0))
        record.sha256 = checked(1, &row, "not a SHA-256 of 64 hexadecimal digits", ScalarReading.sha256)
        record.obtainedFrom = row.text(2)
        record.obtainedAt = row.time(3)
        record.query = row.text(4)
        record.coverage = row.text(5)
        record.grade = checked(6, &row, "not a grade such as B2", ScalarReading.grade)
        return record
    }

    private func checked(
        _ column: Int, _ row: inout RowFields, _ words: String,
        _ read: (UnsafeBufferPointer<UInt8>) -> String?
    ) -> String? {
        guard let field = row.field(column) else { return nil }
        if field.isScalar, let value = read(field.bytes) { return value }
        row.note(column, field, words)
        return nil
    }

    static func batch(_ records: [ProvenanceRecord]) -> EvidenceBatch { .provenance(records) }
}
