/// What a reviewer decides on. Each has one name, whatever its ids hold.
public enum DecisionSubject: Hashable, Sendable {
    /// Whether a group is a campaign.
    case campaign(ExactText)
    /// Whether an account belongs to a campaign.
    case membership(campaign: ExactText, account: AccountID)
    /// Whether two accounts belong together; the lesser id comes first.
    case link(AccountID, AccountID)
    /// Whether a profile is behind a campaign.
    case attribution(campaign: ExactText, profile: ExactText)

    public enum Kind: String, CaseIterable, Sendable, Codable { case campaign, membership, link, attribution }

    /// Nil for names of things that nobody decides on, and for a link of an account to itself.
    public init?(_ name: EntityName) {
        switch name {
        case .campaign(let id), .group(let id): self = .campaign(id)
        case .membership(let campaign, let account):
            self = .membership(campaign: campaign, account: account)
        case .link(let a, let b) where a != b: self = a < b ? .link(a, b) : .link(b, a)
        case .attribution(let campaign, let profile):
            self = .attribution(campaign: campaign, profile: profile)
        default: return nil
        }
    }

    public var name: EntityName {
        switch self {
        case .campaign(let id): .campaign(id)
        case .membership(let campaign, let account): .membership(campaign: campaign, account: account)
        case .link(let a, let b): .link(a, b)
        case .attribution(let campaign, let profile): .attribution(campaign: campaign, profile: profile)
        }
    }

    public var kind: Kind {
        switch self {
        case .campaign: .campaign
        case .membership: .membership
        case .link: .link
        case .attribution: .attribution
        }
    }
}

extension DecisionSubject: CustomStringConvertible {
    /// As `EntityName` prints it. Not safe for a terminal: ids are evidence.
    public var description: String { name.description }
}
