import Casework

/// `ip_ranges`: who announces a range of addresses and what it is used for.
struct RangesReader: RecordReader {
    static let columns = ["cidr", "asn", "as_name", "country", "usage"]
    static let requiredCount = 1

    private let usages = WordTable<NetworkUsage>()

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> RangeRecord {
        guard let field = row.field(0), field.isScalar, UTF8Check.isValid(field.bytes),
            let read = AddressRange.read(field.string)
        else { throw RowRejection(reason: .bad("cidr")) }
        if read.hadHostBits { row.note(0, field, "host bits cleared") }
        var record = RangeRecord(position: row.position, range: read.range)
        // AS numbers have 32 bits (RFC 6793).
        record.asNumber = row.count(1, atMost: Int(UInt32.max))
        record.asName = row.text(2)
        record.country = row.country(3)
        record.usage = try row.word(4, usages)
        return record
    }

    func claims(_ records: [RangeRecord], _ sink: any EvidenceSink) throws -> [Claim] {
        try sink.claimRanges(records.map(\.range))
    }

    func verdict(_ record: RangeRecord, _ claim: Claim) -> ClaimVerdict {
        if case .granted = claim { return .keep }
        let raw = Array(record.range.description.utf8)
        return .keepWithFault(
            field: "cidr", raw: raw, note: "stands in an earlier row too; this one replaces it")
    }

    static func batch(_ records: [RangeRecord]) -> EvidenceBatch { .ranges(records) }
}
