import Casework

/// Why a record cannot be made of a row.
struct RowRejection: Error {
    var reason: RejectReason
}

/// The fields of one row by the columns that a table names, and the faults met while reading them.
///
/// Required fields are to be read first, in the table's order, so that the first bad one is the reason.
struct RowFields {
    /// Number of the row's field for each of the table's columns, -1 where the file has no such column.
    var places: [Int]
    let names: [String]
    private(set) var row: RowView
    private(set) var faults: [Fault] = []
    private var times = TimeReading()

    init(names: [String], places: [Int], row: RowView) {
        self.names = names
        self.places = places
        self.row = row
    }

    var position: RowPosition { row.position }

    mutating func begin(_ row: RowView) {
        self.row = row
        faults.removeAll(keepingCapacity: true)
    }

    /// The field of a column, nil where it has no value.
    @inline(__always)
    func field(_ column: Int) -> Field? {
        let place = places[column]
        guard place >= 0, place < row.count else { return nil }
        let field = row.fields[place]
        return field.isEmpty ? nil : field
    }

    mutating func note(_ column: Int, _ field: Field, _ words: String) {
        faults.append(
            Fault(position: position, field: names[column], raw: rawPrefix(field.bytes), note: words))
    }

    private func bad(_ column: Int) -> RowRejection { RowRejection(reason: .bad(names[column])) }

    // MARK: required

    func requiredIdentifier(_ column: Int) throws(RowRejection) -> ExactText {
        guard let field = field(column), field.isScalar else { throw bad(column) }
        try RowFields.check(encodingOf: field)
        return ExactText(field.string)
    }

    /// Free text: kept with replacement marks where it is no UTF-8.
    func requiredText(_ column: Int) throws(RowRejection) -> String {
        guard let field = field(column), field.isScalar else { throw bad(column) }
        return field.string
    }

    mutating func requiredTime(_ column: Int) throws(RowRejection) -> Timestamp {
        guard let field = field(column), field.isScalar, let time = times.timestamp(field.bytes) else {
            throw bad(column)
        }
        return time
    }

    func requiredWord<Word>(_ column: Int, _ words: WordTable<Word>) throws(RowRejection) -> Word {
        guard let field = field(column), field.isScalar else { throw bad(column) }
        try RowFields.check(encodingOf: field)
        guard let word = words.find(field.bytes) else { throw bad(column) }
        return word
    }

    // MARK: optional

    mutating func identifier(_ column: Int) throws(RowRejection) -> ExactText? {
        guard let field = field(column) else { return nil }
        try RowFields.check(encodingOf: field)
        return scalar(column, field).map { ExactText($0.string) }
    }

    mutating func text(_ column: Int) -> String? {
        guard let field = field(column) else { return nil }
        return scalar(column, field)?.string
    }

    mutating func word<Word>(_ column: Int, _ words: WordTable<Word>) throws(RowRejection) -> Word? {
        guard let field = field(column) else { return nil }
        try RowFields.check(encodingOf: field)
        if field.isScalar, let word = words.find(field.bytes) { return word }
        note(column, field, "not a known word")
        return nil
    }

    /// `api`, `web`, `cloud:NAME` and, for channels, `reseller`.
    mutating func accessPath(_ column: Int, allowsReseller: Bool) throws(RowRejection) -> String? {
        guard let field = field(column) else { return nil }
        try RowFields.check(encodingOf: field)
        if field.isScalar, ScalarReading.isAccessPath(field.bytes, allowsReseller: allowsReseller) {
            return field.string
        }
        note(column, field, "not a known word")
        return nil
    }

    mutating func time(_ column: Int) -> Timestamp? {
        guard let field = field(column) else { return nil }
        if field.isScalar, let time = times.timestamp(field.bytes) { return time }
        note(column, field, "not a time in 2000 to 2100")
        return nil
    }

    mutating func count(_ column: Int, atMost limit: Int = .max) -> Int? {
        guard let field = field(column) else { return nil }
        if field.isScalar, let count = ScalarReading.count(field.bytes), count <= limit { return count }
        note(column, field, "not a whole number from 0")
        return nil
    }

    mutating func country(_ column: Int) -> String? {
        guard let field = field(column) else { return nil }
        if field.isScalar, let country = ScalarReading.country(field.bytes) { return country }
        note(column, field, "not a country code of two capital letters")
        return nil
    }

    mutating func scalar(_ column: Int, _ field: Field) -> Field? {
        if field.isScalar { return field }
        note(column, field, "not a text or number")
        return nil
    }

    /// Ids and words have to be UTF-8.
    static func check(encodingOf field: Field) throws(RowRejection) {
        if field.hasLoneSurrogate || !UTF8Check.isValid(field.bytes) {
            throw RowRejection(reason: .badEncoding)
        }
    }
}
