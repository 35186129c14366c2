import Casework

/// Reads the rows of one table; one per file.
protocol RecordReader {
    associatedtype Record

    /// The table's columns, the required ones first, in the order of the format.
    static var columns: [String] { get }
    static var requiredCount: Int { get }

    /// Columns that the format does not name, as they become known: their number in the row.
    mutating func add(unknownColumn name: String, place: Int)
    mutating func read(_ row: inout RowFields) throws(RowRejection) -> Record
    /// Asks the sink for what the records claim: one answer for each, or none where nothing is claimed.
    func claims(_ records: [Record], _ sink: any EvidenceSink) throws -> [Claim]
    /// What to do with a record whose claim was not granted.
    func verdict(_ record: Record, _ claim: Claim) -> ClaimVerdict
    static func batch(_ records: [Record]) -> EvidenceBatch
}

enum ClaimVerdict {
    case keep
    case keepWithFault(field: String, raw: [UInt8], note: String)
    case ignore
    case duplicate
}

extension RecordReader {
    mutating func add(unknownColumn name: String, place: Int) {}
    func claims(_ records: [Record], _ sink: any EvidenceSink) throws -> [Claim] { [] }
    func verdict(_ record: Record, _ claim: Claim) -> ClaimVerdict { .keep }
}
