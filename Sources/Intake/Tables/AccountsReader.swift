import Casework

/// `accounts`: what the provider says of each account.
struct AccountsReader: RecordReader {
    static let columns = [
        "account_id", "created_at", "status", "closed_at", "channel", "plan", "declared_country",
        "email_domain",
        "email_hash", "org_name",
    ]
    static let requiredCount = 2

    private let statuses = WordTable<AccountStatus>()
    private let plans = WordTable<Plan>()
    private var properties: [PropertyColumn] = []

    /// A column that the format does not name.
    private struct PropertyColumn {
        var name: ExactText
        var place: Int
        var isIdentifier: Bool
    }

    mutating func add(unknownColumn name: String, place: Int) {
        let isIdentifier = ScalarReading.isIdentifier(column: name)
        let column = PropertyColumn(name: ExactText(name), place: place, isIdentifier: isIdentifier)
        let index = properties.firstIndex { column.name < $0.name } ?? properties.count
        properties.insert(column, at: index)
    }

    mutating func read(_ row: inout RowFields) throws(RowRejection) -> AccountRecord {
        let account = AccountID(try row.requiredIdentifier(0).string)
        let createdAt = try row.requiredTime(1)
        var record = AccountRecord(position: row.position, account: account, createdAt: createdAt)
        record.status = try row.word(2, statuses)
        record.closedAt = row.time(3)
        record.channel = try row.accessPath(4, allowsReseller: true)
        record.plan = try row.word(5, plans)
        record.declaredCountry = row.country(6)
        record.emailDomain = row.text(7).map { ExactText($0) }
        record.emailHash = try row.identifier(8)
        record.organisation = row.text(9).map { ExactText($0) }
        for column in properties { try read(column, row.row, into: &record) }
        return record
    }

    private func read(
        _ column: PropertyColumn, _ row: RowView, into record: inout AccountRecord
    ) throws(RowRejection) {
        guard column.place < row.count else { return }
        let field = row.fields[column.place]
        if field.isEmpty || field.shape == .unreadable { return }
        if column.isIdentifier { try RowFields.check(encodingOf: field) }
        record.properties.append(.init(name: column.name.string, value: field.string))
    }

    func claims(_ records: [AccountRecord], _ sink: any EvidenceSink) throws -> [Claim] {
        var content = AccountContent()
        return try sink.claimAccounts(records.map { ($0.account, content.hash($0)) })
    }

    func verdict(_ record: AccountRecord, _ claim: Claim) -> ClaimVerdict {
        switch claim {
        case .granted: .keep
        case .equal: .ignore
        case .taken: .duplicate
        }
    }

    static func batch(_ records: [AccountRecord]) -> EvidenceBatch { .accounts(records) }
}

/// The hash by which two rows of one account are equal: all that was read of them, not how it was written.
struct AccountContent {
    /// Used again for each record.
    private var bytes: [UInt8] = []

    /// Every value goes in with its length, so that no two contents are the same bytes.
    mutating func hash(_ record: AccountRecord) -> ContentHash {
        bytes.removeAll(keepingCapacity: true)
        put(record.createdAt)
        put(record.closedAt)
        put(record.status?.rawValue)
        put(record.channel)
        put(record.plan?.rawValue)
        put(record.declaredCountry)
        put(record.emailDomain?.string)
        put(record.emailHash?.string)
        put(record.organisation?.string)
        for property in record.properties {
            put(property.name)
            put(property.value)
        }
        return bytes.withUnsafeBufferPointer { ContentHashing.hash($0) }
    }

    private mutating func put(_ word: UInt64) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func put(_ time: Timestamp?) {
        put(UInt64(bitPattern: time?.milliseconds ?? .min))
    }

    private mutating func put(_ text: String?) {
        guard var text else { return put(0 as UInt64) }
        text.withUTF8 { utf8 in
            put(UInt64(utf8.count + 1))
            bytes.append(contentsOf: utf8)
        }
    }
}
