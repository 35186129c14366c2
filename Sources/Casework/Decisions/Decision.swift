/// What a reviewer says of a subject.
public enum DecisionVerdict: String, CaseIterable, Sendable, Codable {
    case confirm, reject
    /// Looked at and left open: binds nothing.
    case unsure
}

/// A reviewer's decision. It is an event: it is withdrawn by another, never erased.
public struct Decision: Sendable, Hashable {
    public var number: Int
    public var at: Timestamp
    public var actor: String
    public var subject: DecisionSubject
    public var verdict: DecisionVerdict
    public var reason: String
    /// The analysis that was there when it was made; nil where there was none.
    public var run: String?
    public var withdrawn = false
    /// The newest of its actor on the subject that was not withdrawn.
    public var inForce = true
    /// In force, and another actor's decision in force says the opposite: neither binds.
    public var disputed = false
    /// What the last analysis made of it; nil where it had none of it before it.
    public var effect: DecisionEffect?

    public init(
        number: Int, at: Timestamp, actor: String, subject: DecisionSubject, verdict: DecisionVerdict,
        reason: String
    ) {
        (self.number, self.at, self.actor) = (number, at, actor)
        (self.subject, self.verdict, self.reason) = (subject, verdict, reason)
    }

    /// Whether an analysis made now would be bound by it.
    public var binds: Bool { inForce && !disputed && verdict != .unsure }
}

/// What an analysis made of a decision that was in force.
public struct DecisionEffect: Sendable, Hashable {
    /// False where there was nothing to bind, or another decision went before it.
    public var isBound: Bool
    /// The group it came to be about; nil where there is none.
    public var group: String?
    /// The probability that the method itself gave; nil where it gave none.
    public var methodProbability: Double?
    /// One sentence.
    public var words: String

    public init(isBound: Bool, group: String?, methodProbability: Double?, words: String) {
        self.isBound = isBound
        self.group = group
        self.methodProbability = methodProbability
        self.words = words
    }
}

extension Decision: Encodable {
    private enum CodingKeys: CodingKey {
        case number, at, actor, subject, kind, verdict, reason, run, withdrawn, inForce, disputed
        case bound, group, methodProbability, effect
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(number, forKey: .number)
        try members.encode(at, forKey: .at)
        try members.encode(actor, forKey: .actor)
        try members.encode(subject.description, forKey: .subject)
        try members.encode(subject.kind, forKey: .kind)
        try members.encode(verdict, forKey: .verdict)
        try members.encode(reason, forKey: .reason)
        try members.encodeIfPresent(run, forKey: .run)
        try members.encode(withdrawn, forKey: .withdrawn)
        try members.encode(inForce, forKey: .inForce)
        try members.encode(disputed, forKey: .disputed)
        try members.encodeIfPresent(effect?.isBound, forKey: .bound)
        try members.encodeIfPresent(effect?.group, forKey: .group)
        try members.encodeIfPresent(effect?.methodProbability, forKey: .methodProbability)
        try members.encodeIfPresent(effect?.words, forKey: .effect)
    }
}
