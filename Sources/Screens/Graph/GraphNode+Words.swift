import Casework

extension GraphNode {
    /// What kind of thing it is, in a word.
    var noun: String {
        switch self {
        case .account: "account"
        case .artifact(let artifact): artifact.kind.rawValue
        case .group: "group"
        case .accounts(let ids): ids.count == 1 ? "account" : "\(Figures.count(ids.count)) accounts"
        }
    }

    var name: String {
        switch self {
        case .account(let id): id.string
        case .artifact(let artifact): artifact.value.string
        case .group(let id): id
        case .accounts(let ids): ids.count == 1 ? ids[0].string : "marked accounts"
        }
    }

    var copyName: String? {
        if case .accounts = self { nil } else { name }
    }

    /// The thing's full name; nil for several.
    var subject: EntityName? {
        switch self {
        case .account(let id): .account(id)
        case .artifact(let artifact): .artifact(artifact)
        case .group(let id): id.hasPrefix("C-") ? .campaign(ExactText(id)) : .group(ExactText(id))
        case .accounts: nil
        }
    }

    /// The node of a thing; nil for things that stand in no graph.
    init?(_ subject: EntityName) {
        switch subject {
        case .account(let id): self = .account(id)
        case .artifact(let artifact): self = .artifact(artifact)
        case .net(let range) where range.prefix == 128:
            self = .artifact(Artifact(kind: .address, value: ExactText(range.address.description)))
        case .net(let range): self = .artifact(Artifact(kind: .network, value: ExactText(range.description)))
        case .template(let id): self = .artifact(Artifact(kind: .template, value: id))
        case .group(let id), .campaign(let id): self = .group(id.string)
        case .membership(_, let account): self = .account(account)
        case .attribution(let campaign, _): self = .group(campaign.string)
        case .sample, .source, .link, .row: return nil
        }
    }
}
