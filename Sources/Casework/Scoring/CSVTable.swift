/// A small CSV file held whole: the header and its rows, each with the line it begins on.
///
/// RFC 4180, strictly: quotes, embedded commas, quotes and line breaks; LF or CRLF; a BOM is accepted; blank
/// lines are skipped but counted. For files of our own making (members, truth); evidence is read by Intake.
public struct CSVTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// Physical line of the file, from 1.
        public var line: Int
        /// As many as the header has.
        public var fields: [String]
    }

    public var header: [String]
    public var rows: [Row]

    /// Reads a whole file. Linear in its bytes.
    /// - Parameter file: the name for messages.
    public init(_ bytes: [UInt8], file: String) throws(CSVError) {
        var reader = CSVReader(bytes: bytes, file: file)
        guard let header = try reader.record() else { throw CSVError(file: file, line: 1, cause: .noHeader) }
        self.header = header.fields
        rows = []
        for (index, name) in header.fields.enumerated()
        where header.fields[..<index].contains(where: { ExactText($0) == ExactText(name) }) {
            throw CSVError(file: file, line: header.line, cause: .doubleColumn(name))
        }
        while let row = try reader.record() {
            guard row.fields.count == header.fields.count else {
                let cause = CSVError.Cause.fieldCount(expected: header.fields.count, found: row.fields.count)
                throw CSVError(file: file, line: row.line, cause: cause)
            }
            rows.append(row)
        }
    }

    /// The place of a column; throws where the header has none of that name.
    public func column(_ name: String, file: String) throws(CSVError) -> Int {
        guard let index = header.firstIndex(where: { ExactText($0) == ExactText(name) }) else {
            throw CSVError(file: file, line: 1, cause: .noColumn(name))
        }
        return index
    }
}

/// Why a CSV file could not be read: which file, which line, what.
public struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Cause: Hashable, Sendable {
        case noHeader
        case doubleColumn(String)
        case noColumn(String)
        case fieldCount(expected: Int, found: Int)
        case openQuote
        case strayQuote
        case notUTF8
        /// A value that does not fit its column.
        case badValue(column: String, expected: String)
        /// The same account a second time.
        case secondRow(account: String, firstLine: Int)
        /// A campaign with one actor here and another there.
        case twoActors(campaign: String, firstLine: Int)
    }

    public var file: String
    public var line: Int
    public var cause: Cause

    public init(file: String, line: Int, cause: Cause) {
        self.file = file
        self.line = line
        self.cause = cause
    }

    /// `truth.csv:17: …`
    public var description: String { "\(SafeOutput.brief(file, limit: 200)):\(line): \(words)" }

    private var words: String {
        switch cause {
        case .noHeader: "the file is empty: expected a header line"
        case .doubleColumn(let name): "the header names '\(SafeOutput.brief(name))' twice"
        case .noColumn(let name): "the header has no column '\(name)'"
        case .fieldCount(let expected, let found): "expected \(expected) fields, found \(found)"
        case .openQuote: "a quote is opened and never closed"
        case .strayQuote:
            "a quote stands where none may: expected a comma or the end of the line after a closing quote"
        case .notUTF8: "the row is not UTF-8"
        case .badValue(let column, let expected): "\(column): expected \(expected)"
        case .secondRow(let account, let first):
            "account '\(SafeOutput.brief(account))' stands on line \(first) already"
        case .twoActors(let campaign, let first):
            "campaign '\(SafeOutput.brief(campaign))' has another actor on line \(first)"
        }
    }
}
