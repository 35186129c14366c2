public import Casework

/// A reviewer's decision on its way to the case.
public struct DecisionOrder: Hashable, Sendable {
    public var subject: DecisionSubject
    public var verdict: DecisionVerdict
    public var reason: String
    /// The analysis that the reviewer had before them: of another nothing may be decided unseen.
    public var run: String?

    public init(subject: DecisionSubject, verdict: DecisionVerdict, reason: String, run: String?) {
        (self.subject, self.verdict, self.reason, self.run) = (subject, verdict, reason, run)
    }
}
