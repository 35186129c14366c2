/// One line of `log`: an entry of the audit log.
public struct AuditRow: Sendable, Codable, Hashable {
    public var seq: Int
    public var at: Timestamp
    public var actor: String
    public var action: String
    /// JSON text.
    public var details: String
    public var hash: String

    public init(seq: Int, at: Timestamp, actor: String, action: String, details: String, hash: String) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.action = action
        self.details = details
        self.hash = hash
    }
}

/// A tag or comment on a thing of the case. Notes are events: one is withdrawn by another, never erased.
public struct NoteRow: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable { case tag, comment, bookmark }

    public var number: Int
    public var at: Timestamp
    public var actor: String
    /// The thing's name in full: `account:ID`, `campaign:C-01` …
    public var subject: String
    public var kind: Kind
    public var text: String
    public var withdrawn: Bool

    public init(
        number: Int, at: Timestamp, actor: String, subject: String, kind: Kind, text: String,
        withdrawn: Bool = false
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.subject = subject
        self.kind = kind
        self.text = text
        self.withdrawn = withdrawn
    }
}
