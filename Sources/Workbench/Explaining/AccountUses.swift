import Analysis
import Casework

/// The values of one account that can be evidence, each once, with how many hold it and when the account used it.
struct AccountUses {
    struct Use {
        var artifact: Artifact
        /// Accounts that hold it; nil where nobody counted.
        var accounts: Int?
        var flagged: Int?
        /// Seconds since 1970; nil where unknown.
        var used: ClosedRange<Int64>?
    }

    private(set) var all: [Use] = []
    private var seen: Set<Artifact> = []

    init(_ dossier: AccountDossier) {
        for holding in dossier.holdings + dossier.uses where AccountValues.isEvidence(holding.kind) {
            add(
                Artifact(kind: holding.kind, value: holding.value), holding.accounts, holding.flagged,
                AccountUses.span(holding.firstAt, holding.lastAt))
        }
        for use in dossier.addresses {
            add(
                Artifact(kind: .address, value: ExactText(use.address)), use.accounts, use.flagged,
                AccountUses.span(use.firstAt, use.lastAt))
        }
        addNetworks(dossier)
        addAccountColumns(dossier.row)
    }

    private mutating func add(
        _ artifact: Artifact, _ accounts: Int?, _ flagged: Int?, _ used: ClosedRange<Int64>?
    ) {
        guard seen.insert(artifact).inserted else { return }
        all.append(Use(artifact: artifact, accounts: accounts, flagged: flagged, used: used))
    }

    /// Networks span the use of all their addresses.
    private mutating func addNetworks(_ dossier: AccountDossier) {
        var spans: [String: ClosedRange<Int64>?] = [:]
        for use in dossier.addresses {
            guard let network = IPAddress(use.address)?.network.description else { continue }
            let span = AccountUses.span(use.firstAt, use.lastAt)
            if let known = spans[network] ?? nil, let span {
                spans[network] =
                    min(known.lowerBound, span.lowerBound)...max(known.upperBound, span.upperBound)
            } else {
                spans[network] = span
            }
        }
        for (network, span) in spans.sorted(by: { $0.key < $1.key }) {
            add(Artifact(kind: .network, value: ExactText(network)), nil, nil, span)
        }
    }

    private mutating func addAccountColumns(_ row: AccountRow) {
        let columns: [(ArtifactKind, String?)] = [
            (.emailDomain, row.emailDomain), (.emailHash, row.emailHash), (.organisation, row.orgName),
        ]
        for (kind, value) in columns {
            if let value { add(Artifact(kind: kind, value: ExactText(value)), nil, nil, nil) }
        }
        for artifact in DerivedArtifacts.signUp(createdAt: row.createdAt) { add(artifact, nil, nil, nil) }
    }

    static func span(_ first: Timestamp?, _ last: Timestamp?) -> ClosedRange<Int64>? {
        guard let first, let last, first <= last else { return nil }
        return first.milliseconds / 1000...last.milliseconds / 1000
    }
}
