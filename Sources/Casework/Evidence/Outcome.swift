/// A row that was not taken, with the reason and what it said.
public struct Reject: Hashable, Sendable {
    public var position: RowPosition
    /// `bad_FIELD`, `field_count`, `unterminated_quote`, `bad_quote`, `too_long`, `bad_encoding`,
    /// `not_an_object`, `duplicate`.
    public var reason: String
    /// The row as received, at most 4 KiB of it.
    public var raw: [UInt8]

    public init(position: RowPosition, reason: String, raw: [UInt8]) {
        self.position = position
        self.reason = reason
        self.raw = raw
    }

    /// How much of a rejected row is kept: enough to see what it was, too little to fill a disk.
    public static let longestRaw = 4096
}

/// A field that could not be read in a row that was kept.
public struct Fault: Hashable, Sendable {
    public var position: RowPosition
    public var field: String
    /// The field's bytes as received, at most 4 KiB of them.
    public var raw: [UInt8]
    /// What is wrong, in words: `not an address`, `host bits cleared` …
    public var note: String

    public init(position: RowPosition, field: String, raw: [UInt8], note: String) {
        self.position = position
        self.field = field
        self.raw = raw
        self.note = note
    }
}

/// What became of one file.
public struct FileOutcome: Hashable, Sendable, Codable {
    public enum Status: String, Sendable, Codable { case imported, skipped, failed, ignored }

    /// Path relative to the imported folder.
    public var file: String
    public var table: EvidenceTable?
    public var sha256: String?
    /// Rows stored.
    public var rows = 0
    public var rejected = 0
    public var faults = 0
    public var status: Status
    public var reason: String?

    public init(file: String, status: Status) {
        self.file = file
        self.status = status
    }
}

/// What an import did: `import --json` prints this.
public struct ImportSummary: Hashable, Sendable, Codable {
    public struct Totals: Hashable, Sendable, Codable {
        public var rows = 0
        public var rejected = 0
        public var faults = 0
    }

    public var files: [FileOutcome] = []
    public var totals = Totals()
    /// Rejects by reason.
    public var reasons: [String: Int] = [:]

    public init() {}

    /// 1 if any file failed, else 3 if any row was rejected, else 0.
    public var exitCode: Int32 {
        if files.contains(where: { $0.status == .failed }) { return 1 }
        return totals.rejected > 0 ? 3 : 0
    }
}
