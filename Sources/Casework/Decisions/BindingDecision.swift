/// A reviewer's decision as an analysis is bound by it: accounts by their numbers, campaigns by their members.
public struct BindingDecision: Sendable, Hashable {
    public enum Subject: Sendable, Hashable {
        /// Places in `BindingDecisions.anchors`.
        case campaign(anchor: Int)
        case membership(anchor: Int, account: UInt32)
        case attribution(anchor: Int, profile: ExactText)
        case link(UInt32, UInt32)
    }

    public var number: Int
    public var actor: String
    public var subject: Subject
    /// False: rejected.
    public var isConfirmed: Bool
    public var reason: String

    public init(number: Int, actor: String, subject: Subject, isConfirmed: Bool, reason: String) {
        (self.number, self.actor, self.subject) = (number, actor, subject)
        (self.isConfirmed, self.reason) = (isConfirmed, reason)
    }
}

/// What a campaign was when somebody decided on it. Ids move when campaigns merge and split; accounts do not.
public struct CampaignAnchor: Sendable, Hashable {
    public var id: String
    /// Its members of then, ascending.
    public var members: [UInt32]
    /// Place in `BindingDecisions.moments`; nil where the decision is not on the campaign as a whole.
    public var moment: Int?
    /// False where it was no group any more when it was decided on: its members are those of before.
    public var isCurrent: Bool

    public init(id: String, members: [UInt32], moment: Int? = nil, isCurrent: Bool = true) {
        self.id = id
        self.members = members
        self.moment = moment
        self.isCurrent = isCurrent
    }
}

/// All decisions that bind, in the order they were made.
public struct BindingDecisions: Sendable, Hashable {
    public var anchors: [CampaignAnchor] = []
    /// Everybody in any group when decisions on whole campaigns were made, ascending: a group that holds more of others
    /// than of a campaign does not go on from it.
    public var moments: [[UInt32]] = []
    public var decisions: [BindingDecision] = []

    public init() {}
}

/// What an analysis made of one decision, before groups have ids.
public struct DecisionFinding: Sendable, Codable, Hashable {
    /// The decision's.
    public var number: Int
    public var isBound: Bool
    /// Place in `Findings.groups`.
    public var group: Int?
    /// The account that is kept in the group or out of it; nil for groups as a whole.
    public var account: UInt32?
    /// The probability that the method itself gave; nil where it gave none.
    public var methodProbability: Double?
    /// One sentence.
    public var words: String

    public init(number: Int, isBound: Bool, words: String) {
        self.number = number
        self.isBound = isBound
        self.words = words
    }
}
