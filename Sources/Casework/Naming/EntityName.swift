/// The name of a thing in a case, as it is printed everywhere and accepted everywhere.
///
/// The printed form always carries its kind, so it is exact: an account whose id is `C-01` prints as
/// `account:C-01`. What people type may be shorter; see `EntityName.readings`.
public enum EntityName: Hashable, Sendable {
    case account(AccountID)
    case artifact(Artifact)
    case net(AddressRange)
    case sample(ExactText)
    case template(ExactText)
    case group(ExactText)
    case campaign(ExactText)
    case source(SourceNumber)
    case link(AccountID, AccountID)
    case row(source: SourceNumber, line: Int)
    /// An account's place in a campaign.
    case membership(campaign: ExactText, account: AccountID)
    /// A profile named for a campaign.
    case attribution(campaign: ExactText, profile: ExactText)
}

extension EntityName: CustomStringConvertible {
    /// `artifact:device:d-19`, `net:198.51.100.0/24`, `link:A~B` … Not safe for a terminal: ids are evidence.
    public var description: String {
        switch self {
        case .account(let id): "account:\(id)"
        case .artifact(let artifact): "artifact:\(artifact.kind.rawValue):\(artifact.value)"
        case .net(let range): "net:\(range)"
        case .sample(let id): "sample:\(id)"
        case .template(let id): "template:\(id)"
        case .group(let id): "group:\(id)"
        case .campaign(let id): "campaign:\(id)"
        case .source(let number): "source:\(number.rawValue)"
        case .link(let a, let b): "link:" + EntityName.linked(a, b)
        case .row(let source, let line): "row:\(source.rawValue):\(line)"
        case .membership(let campaign, let account): "membership:\(campaign)/\(account)"
        case .attribution(let campaign, let profile): "attribution:\(campaign)/\(profile)"
        }
    }

    /// `A~B`; where an id holds the separator itself, the length of the first in bytes goes before: `~4~u~17~u-9`. So no
    /// two links print alike.
    private static func linked(_ a: AccountID, _ b: AccountID) -> String {
        let tilde = UInt8(ascii: "~")
        let isPlain = !a.string.utf8.contains(tilde) && !b.string.utf8.contains(tilde)
        return isPlain ? "\(a)~\(b)" : "~\(a.string.utf8.count)~\(a)~\(b)"
    }
}
