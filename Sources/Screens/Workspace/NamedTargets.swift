import Casework

extension Target {
    /// The name that opens it again in a script; nil for lists, which commands open.
    var name: String? {
        switch self {
        case .group(let id): "group:\(id)"
        case .account(let id): "\(EntityName.account(id))"
        case .explanation(let a, let b): "\(EntityName.link(a, b))"
        case .artifact(let artifact): "\(EntityName.artifact(artifact))"
        case .network(let net): "net:\(net)"
        case .template(let id): "template:\(id)"
        case .sample(let row): "row:\(row.source):\(row.line)"
        case .row(let row, _): "row:\(row.source):\(row.line)"
        case .members, .list, .filtered, .connections, .path, .graph, .timeline: nil
        }
    }
}

extension EntityName {
    /// As a value that accounts hold; nil for what nobody holds.
    var heldValue: Artifact? {
        switch self {
        case .artifact(let artifact): artifact
        case .template(let id): Artifact(kind: .template, value: id)
        case .net(let range) where range.prefix == 128:
            Artifact(kind: .address, value: ExactText("\(range.address)"))
        case .net(let range): Artifact(kind: .network, value: ExactText("\(range)"))
        case .account, .sample, .group, .campaign, .source, .link, .row, .membership, .attribution: nil
        }
    }

    /// Where it is opened; nil for what has no page.
    var target: Target? {
        switch self {
        case .account(let id): .account(id)
        case .artifact(let artifact): .artifact(artifact)
        case .net(let range): .network("\(range)")
        case .template(let id): .template(id.string)
        case .group(let id), .campaign(let id): .group(id.string)
        case .link(let a, let b): .explanation(a, b)
        case .membership(_, let account): .account(account)
        case .attribution(let campaign, _): .group(campaign.string)
        case .source(let number): .filtered(.sources, "source:\(number.rawValue)")
        case .row(let source, let line):
            .row(RowReference(source: source.rawValue, file: "", line: line), [])
        case .sample: nil
        }
    }
}
