import Casework

/// `payments`: an account paid with something.
struct PaymentsReader: RecordReader {
    static let columns = [
        "account_id", "fingerprint", "kind", "issuer_country", "first_seen", "last_seen", "uses",
    ]
    static let requiredCount = 2

    private let kinds = WordTable<PaymentKind>()

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> HoldingRecord {
        let account = AccountID(try row.requiredIdentifier(0).string)
        let fingerprint = try row.requiredIdentifier(1)
        var record = HoldingRecord(
            position: row.position, account: account, kind: .payment, value: fingerprint)
        record.paymentKind = try row.word(2, kinds)
        record.issuerCountry = row.country(3)
        record.firstSeen = row.time(4)
        record.lastSeen = row.time(5)
        record.uses = row.count(6)
        return record
    }

    static func batch(_ records: [HoldingRecord]) -> EvidenceBatch { .holdings(records) }
}

/// `attributes`: an account had a value of some kind.
struct AttributesReader: RecordReader {
    static let columns = ["account_id", "kind", "value", "first_seen", "last_seen", "uses"]
    static let requiredCount = 3

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> HoldingRecord {
        let account = AccountID(try row.requiredIdentifier(0).string)
        let kind = ArtifactKind(try row.requiredText(1))
        let value = ExactText(try row.requiredText(2))
        var record = HoldingRecord(position: row.position, account: account, kind: kind, value: value)
        record.firstSeen = row.time(3)
        record.lastSeen = row.time(4)
        record.uses = row.count(5)
        return record
    }

    static func batch(_ records: [HoldingRecord]) -> EvidenceBatch { .holdings(records) }
}
