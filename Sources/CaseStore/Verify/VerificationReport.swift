/// What `verify` found. Nothing in it is repaired.
public struct VerificationReport: Hashable, Sendable, Codable {
    /// How an original compares with what was imported from it.
    public enum SourceStatus: String, Sendable, Codable {
        case present, absent, altered
    }

    public struct SourceCheck: Hashable, Sendable, Codable {
        public var source: Int
        public var file: String
        public var sha256: String
        public var status: SourceStatus
    }

    public struct AuditCheck: Hashable, Sendable, Codable {
        public var entries: Int
        /// The newest entry's hash: note it elsewhere to be able to tell later that nothing was cut off.
        public var head: String
        /// `entry 12 was altered`, `entry 7 is missing`, …; nil for a chain that is whole.
        public var problem: String?
    }

    /// Damage to the database file.
    public var integrity: [String] = []
    /// Rows that point to rows that are not there.
    public var references: [String] = []
    /// Blocks that cannot be read, and counts that do not agree.
    public var blocks: [String] = []
    /// Only when originals were given.
    public var sources: [SourceCheck] = []
    public var audit = AuditCheck(entries: 0, head: "", problem: nil)
    public var digest = CaseDigest(ground: "", derived: "")

    /// False if anything is damaged or altered. A source that is merely absent is no failure.
    public var isSound: Bool {
        integrity.isEmpty && references.isEmpty && blocks.isEmpty && audit.problem == nil
            && !sources.contains { $0.status == .altered }
    }

    /// Findings of one sort that are listed; a broken case may have millions.
    static let mostProblems = 100
}
