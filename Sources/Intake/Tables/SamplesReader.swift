import Casework

/// `samples`: prompts and responses.
struct SamplesReader: RecordReader {
    static let columns = [
        "account_id", "at", "prompt", "sample_id", "model", "surface", "response", "metadata",
    ]
    static let requiredCount = 3

    private let scratch = ScratchMemory()

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> SampleRecord {
        let account = AccountID(try row.requiredIdentifier(0).string)
        let at = try row.requiredTime(1)
        let prompt = try row.requiredText(2)
        var record = SampleRecord(position: row.position, account: account, at: at, prompt: prompt)
        record.sampleID = try row.identifier(3)
        record.model = row.text(4).map { ExactText($0) }
        record.surface = try row.accessPath(5, allowsReseller: false).map { ExactText($0) }
        record.response = row.text(6)
        readMetadata(&row, into: &record)
        return record
    }

    private func readMetadata(_ row: inout RowFields, into record: inout SampleRecord) {
        guard let field = row.field(7) else { return }
        guard field.shape == .object || field.shape == .text,
            let members = MetadataReading.scalars(field.bytes, scratch: scratch)
        else { return row.note(7, field, "not a JSON object") }
        record.metadata = field.string
        record.metadataValues = members
    }

    func claims(_ records: [SampleRecord], _ sink: any EvidenceSink) throws -> [Claim] {
        let ids = records.compactMap(\.sampleID)
        guard !ids.isEmpty else { return [] }
        var answers = try sink.claimSampleIDs(ids).makeIterator()
        return records.map { $0.sampleID == nil ? .granted : answers.next() ?? .granted }
    }

    func verdict(_ record: SampleRecord, _ claim: Claim) -> ClaimVerdict {
        if case .granted = claim { return .keep }
        return .duplicate
    }

    static func batch(_ records: [SampleRecord]) -> EvidenceBatch { .samples(records) }
}

/// Reads the scalar members of a JSON object.
enum MetadataReading {
    /// In name order, the last of members with one name; null, empty, arrays and objects left out.
    /// Nil for what is no JSON object.
    static func scalars(
        _ bytes: UnsafeBufferPointer<UInt8>, scratch: ScratchMemory
    ) -> [AccountRecord.Property]? {
        guard let start = bytes.baseAddress else { return nil }
        scratch.begin(room: bytes.count)
        var scanner = JSONScanner(start, from: 0, to: bytes.count, scratch: scratch)
        guard scanner.beginObject() else { return nil }
        var members: [ExactText: String?] = [:]
        var step = scanner.nextMember()
        while step == .member {
            let value = scanner.value
            let isScalar = value.isScalar || value.shape == .boolean
            members.updateValue(isScalar ? value.string : nil, forKey: ExactText(scanner.key.string))
            step = scanner.nextMember()
        }
        guard step == .end else { return nil }
        return members.compactMap { name, value in value.map { (name, $0) } }
            .sorted { $0.0 < $1.0 }
            .map { AccountRecord.Property(name: $0.0.string, value: $0.1) }
    }
}
