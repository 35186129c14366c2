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
        case .link(let a, let b): "link:\(a)~\(b)"
        case .row(let source, let line): "row:\(source.rawValue):\(line)"
        }
    }
}
