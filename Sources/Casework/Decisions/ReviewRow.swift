/// A membership that waits for a reviewer: one line of `list queue`.
public struct ReviewRow: Sendable, Codable, Hashable {
    public var campaign: String
    public var accountId: AccountID
    public var probability: Double
    public var role: MemberFinding.Role
    /// Members that a strong link ties it to.
    public var linked: Int
    /// What the queue is ordered by, the greatest first.
    public var priority: Double

    public init(
        campaign: String, accountId: AccountID, probability: Double, role: MemberFinding.Role, linked: Int
    ) {
        (self.campaign, self.accountId) = (campaign, accountId)
        (self.probability, self.role, self.linked) = (probability, role, linked)
        priority = Self.priority(probability, linked: linked)
    }

    /// How uncertain a membership is, 4 · p · (1 − p), which is 1 at .5 and 0 at certainty, times how many linked accounts
    /// it touches, at least one: what is most in doubt and says most about others comes first.
    public static func priority(_ probability: Double, linked: Int) -> Double {
        4 * probability * (1 - probability) * Double(max(1, linked))
    }
}

/// How far the review is.
public struct ReviewTally: Sendable, Codable, Hashable {
    /// Memberships in campaigns that nobody decided on.
    public var waiting: Int
    /// Memberships by the verdicts in force; one on which reviewers differ counts under each.
    public var confirmed: Int
    public var rejected: Int
    public var unsure: Int
    /// Memberships on which reviewers say the opposite of each other.
    public var disputed: Int

    public init(waiting: Int, confirmed: Int, rejected: Int, unsure: Int, disputed: Int) {
        (self.waiting, self.confirmed, self.rejected) = (waiting, confirmed, rejected)
        (self.unsure, self.disputed) = (unsure, disputed)
    }
}

/// One membership laid out for a decision: the claim, what speaks for it and against it, and what else it could be.
public struct ReviewCard: Sendable, Hashable {
    /// A value that ties the account to members of the campaign.
    public struct Tie: Sendable, Hashable {
        public var artifact: Artifact
        public var bits: Double
        /// Linked members that share it, and those among them whom reviewers confirmed.
        public var linked: Int
        public var confirmed: Int
        /// All accounts that hold it; nil where nobody counted.
        public var holders: Int?

        public init(artifact: Artifact, bits: Double, linked: Int, confirmed: Int, holders: Int?) {
            (self.artifact, self.bits) = (artifact, bits)
            (self.linked, self.confirmed, self.holders) = (linked, confirmed, holders)
        }
    }

    /// A member that the account is linked to.
    public struct Link: Sendable, Hashable {
        public var accountId: AccountID
        public var bits: Double
        public var by: [Artifact]
        /// What reviewers said of that member's place in the campaign; nil where nobody did.
        public var verdict: DecisionVerdict?

        public init(accountId: AccountID, bits: Double, by: [Artifact], verdict: DecisionVerdict?) {
            (self.accountId, self.bits, self.by, self.verdict) = (accountId, bits, by, verdict)
        }
    }

    public var row: ReviewRow
    /// The analysis that it is of.
    public var run: String?
    public var group: GroupRow
    public var member: MemberRow
    /// The strongest first.
    public var ties: [Tie]
    public var links: [Link]
    /// In sentences.
    public var against: [String]
    public var couldBe: [String]
    public var notSeen: [String]
    /// All that was ever decided on this membership.
    public var decisions: [Decision]
    /// The undecided member with the strongest link to this one, and where it stands in the queue.
    public var next: Next?

    public struct Next: Sendable, Hashable {
        public var accountId: AccountID
        public var bits: Double
        public var place: Int

        public init(accountId: AccountID, bits: Double, place: Int) {
            (self.accountId, self.bits, self.place) = (accountId, bits, place)
        }
    }

    public init(row: ReviewRow, group: GroupRow, member: MemberRow) {
        (self.row, self.group, self.member) = (row, group, member)
        (ties, links, against, couldBe, notSeen, decisions) = ([], [], [], [], [], [])
    }

    public var subject: DecisionSubject {
        .membership(campaign: ExactText(row.campaign), account: row.accountId)
    }
}
