public import Casework

/// One act on the case, chained to the one before it.
public struct AuditEntry: Hashable, Sendable, Codable {
    /// From 1, without gaps.
    public var number: Int
    public var at: Timestamp
    public var actor: String
    /// `create`, `migrate`, `import`, `import_failed`, `analyze`, `note`, `withdraw_note`.
    public var action: String
    /// JSON, keys sorted.
    public var details: String
    /// SHA-256 in hexadecimal of the entry before, 64 zeros for the first.
    public var previousHash: String
    public var hash: String
}

/// The newest entry: enough to tell later that nothing was cut off. Keep it elsewhere.
public struct AuditHead: Hashable, Sendable, Codable {
    public var count: Int
    public var hash: String

    public init(count: Int, hash: String) {
        self.count = count
        self.hash = hash
    }

    static let empty = AuditHead(count: 0, hash: String(repeating: "0", count: 64))
}

/// The append-only log. Tamper-evident, not tamper-proof: whoever can rewrite the file can rewrite the chain,
/// but not a head that was noted elsewhere.
enum AuditLog {
    /// Adds an entry; call it in the transaction of the act that it records.
    static func append(_ handle: Handle, action: String, details: [String: JSONValue], by act: Act) throws {
        let head = try head(handle)
        var entry = AuditEntry(
            number: head.count + 1, at: act.clock(), actor: act.actor, action: action,
            details: JSONValue.object(details).text, previousHash: head.hash, hash: "")
        entry.hash = hash(of: entry)
        try handle.run(
            "INSERT INTO audit_log (seq, at, actor, action, details, previous_hash, hash) VALUES (?,?,?,?,?,?,?)",
            [
                .integer(entry.number), .integer(entry.at.milliseconds), .text(entry.actor),
                .text(entry.action), .text(entry.details), .text(entry.previousHash), .text(entry.hash),
            ])
    }

    static func head(_ handle: Handle) throws -> AuditHead {
        try handle.first("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1") {
            AuditHead(count: $0.int(0), hash: $0.text(1))
        } ?? .empty
    }

    static func entries(_ handle: Handle) throws -> [AuditEntry] {
        try handle.rows(
            "SELECT seq, at, actor, action, details, previous_hash, hash FROM audit_log ORDER BY seq"
        ) {
            AuditEntry(
                number: $0.int(0), at: Timestamp(milliseconds: $0.integer(1)), actor: $0.text(2),
                action: $0.text(3), details: $0.text(4), previousHash: $0.text(5), hash: $0.text(6))
        }
    }

    /// SHA-256 over the fields, each preceded by its length in bytes and a colon (a netstring without comma).
    static func hash(of entry: AuditEntry) -> String {
        var hasher = SHA256Hasher()
        let fields = [
            String(entry.number), String(entry.at.milliseconds), entry.actor, entry.action, entry.details,
            entry.previousHash,
        ]
        for field in fields {
            hasher.update(String(field.utf8.count) + ":")
            hasher.update(field)
        }
        return hasher.hexadecimal()
    }
}
