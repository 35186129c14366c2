public import Casework

/// What is wrong with a file of rules or indicators.
public struct FileCheckFailure: Error, Sendable, Hashable {
    /// From 1, where it is known.
    public var line: Int?
    /// In words, without content of the file.
    public var problem: String

    public init(line: Int?, problem: String) {
        self.line = line
        self.problem = problem
    }
}

/// How files are read of which another part of the program knows the content.
///
/// Calls come from the importing thread. The bytes are evidence: hostile until checked.
public struct ForeignChecks: Sendable {
    /// Compiles a file of YARA rules; gives the names of the rules, in their order.
    public var rules: @Sendable (_ text: String, _ file: String) throws(FileCheckFailure) -> [String]
    /// Reads a STIX bundle or a MISP event; rejects are objects that could not be taken.
    public var indicators: @Sendable (_ bytes: [UInt8], _ file: String) throws(FileCheckFailure) -> Indicators

    public struct Indicators: Sendable {
        public var records: [IndicatorRecord]
        public var rejects: [Reject]
        /// What is to be said of the file.
        public var note: String?

        public init(records: [IndicatorRecord], rejects: [Reject], note: String? = nil) {
            self.records = records
            self.rejects = rejects
            self.note = note
        }
    }

    public init(
        rules: @escaping @Sendable (_ text: String, _ file: String) throws(FileCheckFailure) -> [String],
        indicators:
            @escaping @Sendable (_ bytes: [UInt8], _ file: String) throws(FileCheckFailure) -> Indicators
    ) {
        self.rules = rules
        self.indicators = indicators
    }
}
