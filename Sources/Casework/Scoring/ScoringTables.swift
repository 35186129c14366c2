/// One row of members.csv: an accused account, the campaign it is accused for, and how sure that is.
public struct CampaignMember: Hashable, Sendable {
    public var account: AccountID
    /// Stable id of the campaign.
    public var campaign: ExactText
    /// That the account belongs to the campaign, 0…1.
    public var probability: Double
    public var role: MemberFinding.Role
    /// Name of the profile the campaign is attributed to; nil is unattributed.
    public var actor: ExactText?
    public var attributionProbability: Double?

    public init(
        account: AccountID, campaign: ExactText, probability: Double, role: MemberFinding.Role,
        actor: ExactText? = nil, attributionProbability: Double? = nil
    ) {
        self.account = account
        self.campaign = campaign
        self.probability = probability
        self.role = role
        self.actor = actor
        self.attributionProbability = attributionProbability
    }
}

/// One row of FOLDER.truth.csv: an account that took part in an operation.
public struct TruthRow: Hashable, Sendable {
    public var account: AccountID
    public var campaign: ExactText
    /// Who ran it; nil where nobody that could be named.
    public var actor: ExactText?

    public init(account: AccountID, campaign: ExactText, actor: ExactText? = nil) {
        self.account = account
        self.campaign = campaign
        self.actor = actor
    }
}

/// One row of FOLDER.evidence.csv: what a case holds by which the actor behind an operation could be named.
public struct OperationEvidence: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Several independent sources: the actor should be named.
        case strong
        /// One weak piece.
        case thin
        case none
        /// Metadata that points at somebody else.
        case forged
        /// What all customers of one reseller leave.
        case reseller
    }

    public var campaign: ExactText
    public var kind: Kind

    public init(campaign: ExactText, kind: Kind) {
        self.campaign = campaign
        self.kind = kind
    }
}

/// One row of FOLDER.lookalikes.csv: an innocent account, and what sort of look-alike it belongs to.
public struct LookalikeRow: Hashable, Comparable, Sendable {
    public var account: AccountID
    public var group: ExactText

    public init(account: AccountID, group: ExactText) {
        self.account = account
        self.group = group
    }

    public static func < (left: LookalikeRow, right: LookalikeRow) -> Bool {
        left.account == right.account ? left.group < right.group : left.account < right.account
    }
}
