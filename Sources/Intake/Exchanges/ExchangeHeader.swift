import Casework

/// The columns of a file of exchanges, as they become known.
extension ExchangeConsumer {
    mutating func begin(columns: [String]) throws {
        for name in columns { try add(column: name) }
        guard !columns.isEmpty else { return }
        if places.account < 0 { throw FileFailure.missingHeader("account_id") }
        if places.at < 0 { throw FileFailure.missingHeader("at") }
    }

    /// Says before any row which columns will come, in their order: batches have them all from the first on.
    mutating func expect(columns names: [String]) {
        for name in names { declare(name) }
    }

    /// - Throws: `FileFailure.changedWhileRead` if it is not the column that was expected.
    mutating func add(column name: String) throws {
        readGroup()
        if columnCount == columns.count { declare(name) }
        guard Bytes.equal(columns[columnCount], name) else { throw FileFailure.changedWhileRead }
        columnCount += 1
    }

    private mutating func declare(_ name: String) {
        let place = columns.count
        columns.append(name)
        if places.take(name, place: place) { return }
        coded.append(CodedColumnBuilder(column: name, place: place, seed: seed))
    }
}
