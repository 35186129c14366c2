/// Rows of one table of one file, in file order.
public enum EvidenceBatch: Sendable {
    case accounts([AccountRecord])
    /// Payments and attributes.
    case holdings([HoldingRecord])
    case ranges([RangeRecord])
    case exchanges(ExchangeBatch)
    case samples([SampleRecord])
    case events([EventRecord])
    case terms([TermRecord])
    case provenance([ProvenanceRecord])
    case caseDescription(CaseDescription)
    case profile(LabProfile)
    case rules(RuleFileRecord)
    case indicators([IndicatorRecord])
    case geo([GeoRecord])
}

/// What is known of a file before its rows are read.
public struct FileFacts: Hashable, Sendable {
    /// Path relative to the imported folder.
    public var file: String
    public var table: EvidenceTable
    /// Size in bytes as received.
    public var size: Int

    public init(file: String, table: EvidenceTable, size: Int) {
        self.file = file
        self.table = table
        self.size = size
    }
}

/// How an id stands that a row wants to claim.
public enum Claim: Sendable {
    /// Not seen in this case: the row stands.
    case granted
    /// Taken by a row that says the same: this one is ignored.
    case equal
    /// Taken: this row is a duplicate.
    case taken
}

/// Where an import puts what it reads: a case, or nothing at all (`--dry-run`).
///
/// Calls come from one thread, file after file: `begin`, then claims and batches, then `finish` or `abandon`.
/// A claim is answered at once and includes what earlier rows of the same file claimed. Claims of a file that
/// is abandoned are given back. Rows of a file become evidence at `finish`, all or none.
/// Implementations may do their work on another thread and throw its error at any later call.
public protocol EvidenceSink: AnyObject {
    /// True if some complete source has this size: only then is it worth hashing a file before reading it.
    func hasSource(ofSize size: Int) throws -> Bool
    func hasSource(sha256: String) throws -> Bool
    func begin(_ file: FileFacts) throws
    /// Every account id with a hash of its parsed columns, one claim for each, in order.
    func claimAccounts(_ ids: [(id: AccountID, content: ContentHash)]) throws -> [Claim]
    func claimExchangeIDs(_ hashes: [ContentHash]) throws -> [Claim]
    func claimSampleIDs(_ ids: [ExactText]) throws -> [Claim]
    /// `.taken` means the range is known: the row is kept and replaces it.
    func claimRanges(_ ranges: [AddressRange]) throws -> [Claim]
    func append(_ batch: EvidenceBatch, rejects: [Reject], faults: [Fault]) throws
    func finish(sha256: String, outcome: FileOutcome) throws
    func abandon(_ outcome: FileOutcome) throws
}

/// 128 bits that stand for a content; two contents with one hash are not expected in a case's lifetime.
@frozen
public struct ContentHash: Hashable, Comparable, Sendable {
    public var high: UInt64
    public var low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    @inlinable
    public static func < (left: ContentHash, right: ContentHash) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
