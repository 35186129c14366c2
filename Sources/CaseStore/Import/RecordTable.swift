/// The tables that rows of evidence go into one by one, with the columns in the order they are packed.
enum RecordTable: Int, CaseIterable, Sendable {
    case accountIdentity, accountRecord, value, address, holding, sample, event, term, provenance, profile
    case reject, fault, ipRange, caseDescription, ruleFile, indicator, geoRange

    var name: String {
        switch self {
        case .accountIdentity: "account_identity"
        case .accountRecord: "account_record"
        case .ipRange: "ip_range"
        case .caseDescription: "case_description"
        case .ruleFile: "rule_file"
        case .geoRange: "geo_range"
        default: "\(self)"
        }
    }

    var columns: [String] {
        switch self {
        case .accountIdentity: ["number", "account_id", "source"]
        case .accountRecord:
            [
                "account", "source", "line", "offset", "created_at", "status", "closed_at", "channel", "plan",
                "declared_country", "email_domain", "email_hash", "org_name", "properties", "content",
            ]
        case .value: ["number", "kind", "value", "source"]
        case .address: ["number", "address", "source"]
        case .holding:
            RecordTable.place + [
                "account", "value", "payment_kind", "issuer_country", "first_seen", "last_seen", "uses",
            ]
        case .sample:
            RecordTable.place + [
                "account", "at", "sample_id", "model", "surface", "prompt", "response", "metadata",
            ]
        case .event: RecordTable.place + ["at", "kind", "name", "detail", "actor"]
        case .term: RecordTable.place + ["valid_from", "valid_to", "clause", "text", "kind"]
        case .provenance:
            RecordTable.place + [
                "file", "sha256", "obtained_from", "obtained_at", "query", "coverage", "grade",
            ]
        case .ipRange: RecordTable.place + ["address", "prefix", "net", "asn", "as_name", "country", "usage"]
        case .profile: ["source", "number", "name", "body"]
        case .caseDescription:
            [
                "source", "number", "title", "description", "synthetic", "population", "period_from",
                "period_to",
                "restricted_countries", "clock_offset_seconds",
            ]
        case .ruleFile: ["source", "number", "file", "text", "rules"]
        case .indicator:
            RecordTable.place + [
                "id", "kind", "value", "name", "partner", "actor", "grade", "confidence", "valid_from",
                "valid_to", "markings",
            ]
        case .geoRange:
            [
                "source", "number", "address", "prefix", "net", "asn", "as_name", "country", "usage",
                "user_count",
            ]
        case .reject: RecordTable.place + ["reason", "raw"]
        case .fault: RecordTable.place + ["field", "note", "raw"]
        }
    }

    var insertion: String {
        let marks = columns.map { _ in "?" }.joined(separator: ",")
        return "INSERT INTO \(name) (\(columns.joined(separator: ","))) VALUES (\(marks))"
    }

    /// Where a row of a source stands: its number among the source's rows of that table, line and offset.
    private static let place = ["source", "number", "line", "offset"]
}
