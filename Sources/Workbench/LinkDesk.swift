import Analysis
public import CaseStore
public import Casework

/// Why accounts are linked, from what the case holds and what the last analysis said of each value.
public struct LinkDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// Prior and items in bits, each with the rows that hold the value.
    ///
    /// - Throws: `WorkbenchError` for ids that are no two accounts of the case; `StoreError`.
    public func explain(_ a: AccountID, _ b: AccountID) throws -> LinkExplanation {
        if a == b { throw WorkbenchError.sameAccount(a.string) }
        let shared = try sharedValues(try dossier(a), try dossier(b))
        var explanation = try explainer().explain(a, b, shared: shared)
        for place in explanation.evidence.indices {
            let item = explanation.evidence[place]
            let found = try reader.rows(
                holding: Artifact(kind: item.kind, value: item.value), by: [a, b], limit: LinkDesk.rowsShown)
            explanation.evidence[place].rows = found.rows
            explanation.evidence[place].rowsTotal = found.total
        }
        return explanation
    }

    /// The dossier with the account's strongest links.
    public func dossierWithLinks(_ id: AccountID) throws -> AccountDossier {
        var dossier = try dossier(id)
        dossier.links = try links(of: dossier)
        return dossier
    }

    private func dossier(_ id: AccountID) throws -> AccountDossier {
        do {
            return try reader.dossier(id)
        } catch StoreError.notFound {
            throw WorkbenchError.unknownAccount(id.string)
        }
    }

    private func explainer() throws -> LinkExplainer {
        LinkExplainer(accounts: try reader.count(.accounts), priorBits: try reader.linkPriorBits())
    }

    // MARK: - Shared values

    /// A value of one account with the time it was used.
    private struct Use {
        var artifact: Artifact
        var accounts: Int?
        var used: ClosedRange<Int64>?
    }

    private func sharedValues(_ a: AccountDossier, _ b: AccountDossier) throws -> [SharedValue] {
        let others = Dictionary(uses(b).map { ($0.artifact, $0) }) { first, _ in first }
        let common = uses(a).compactMap { use in others[use.artifact].map { (use, $0) } }
            .sorted { $0.0.artifact < $1.0.artifact }
        let verdicts = try reader.verdicts(on: common.map(\.0.artifact))
        return zip(common, verdicts).map { pair, verdict in
            var shared = SharedValue(
                artifact: pair.0.artifact,
                holders: verdict?.holders ?? pair.0.accounts ?? pair.1.accounts ?? 2)
            shared.verdict = verdict?.verdict
            shared.bits = verdict?.bits
            shared.usedByA = pair.0.used
            shared.usedByB = pair.1.used
            return shared
        }
    }

    private func uses(_ dossier: AccountDossier) -> [Use] {
        var uses: [Use] = []
        var seen: Set<Artifact> = []
        func add(_ artifact: Artifact, _ accounts: Int?, _ used: ClosedRange<Int64>?) {
            guard seen.insert(artifact).inserted else { return }
            uses.append(Use(artifact: artifact, accounts: accounts, used: used))
        }
        for holding in dossier.holdings + dossier.uses where LinkDesk.isArtifact(holding.kind) {
            add(
                Artifact(kind: holding.kind, value: holding.value), holding.accounts,
                LinkDesk.span(holding.firstAt, holding.lastAt))
        }
        for use in dossier.addresses {
            let span = LinkDesk.span(use.firstAt, use.lastAt)
            add(Artifact(kind: .address, value: ExactText(use.address)), use.accounts, span)
        }
        addNetworks(dossier, add)
        addAccountColumns(dossier.row, add)
        return uses
    }

    /// Networks span the use of all their addresses.
    private func addNetworks(_ dossier: AccountDossier, _ add: (Artifact, Int?, ClosedRange<Int64>?) -> Void)
    {
        var spans: [String: ClosedRange<Int64>?] = [:]
        for use in dossier.addresses {
            guard let network = IPAddress(use.address)?.network.description else { continue }
            let span = LinkDesk.span(use.firstAt, use.lastAt)
            if let known = spans[network] ?? nil, let span {
                spans[network] =
                    min(known.lowerBound, span.lowerBound)...max(known.upperBound, span.upperBound)
            } else {
                spans[network] = span
            }
        }
        for (network, span) in spans.sorted(by: { $0.key < $1.key }) {
            add(Artifact(kind: .network, value: ExactText(network)), nil, span)
        }
    }

    private func addAccountColumns(_ row: AccountRow, _ add: (Artifact, Int?, ClosedRange<Int64>?) -> Void) {
        let columns: [(ArtifactKind, String?)] = [
            (.emailDomain, row.emailDomain), (.emailHash, row.emailHash), (.organisation, row.orgName),
        ]
        for (kind, value) in columns {
            if let value { add(Artifact(kind: kind, value: ExactText(value)), nil, nil) }
        }
        for artifact in DerivedArtifacts.signUp(createdAt: row.createdAt) { add(artifact, nil, nil) }
    }

    /// Everybody shares models and surfaces; columns that are only kept tell nothing.
    private static func isArtifact(_ kind: ArtifactKind) -> Bool {
        kind.rawValue != "model" && kind.rawValue != "surface" && !kind.rawValue.hasPrefix("x:")
    }

    private static func span(_ first: Timestamp?, _ last: Timestamp?) -> ClosedRange<Int64>? {
        guard let first, let last, first <= last else { return nil }
        return first.milliseconds / 1000...last.milliseconds / 1000
    }

    // MARK: - Strongest links

    /// Links by the values that an analysis found to be an operation's.
    ///
    /// Who holds what only exchanges name takes a pass over their rollups, so in a large case links are drawn from
    /// payments, attributes and metadata, which are indexed.
    private func links(of dossier: AccountDossier) throws -> [LinkRow] {
        let isSmall = try reader.exchangeCount() <= LinkDesk.smallCase
        let held = Set(dossier.holdings.map { Artifact(kind: $0.kind, value: $0.value) })
        let candidates = uses(dossier).filter { use in
            let isLookedUp =
                isSmall
                ? use.artifact.kind != .network && use.artifact.kind != .signUp : held.contains(use.artifact)
            return isLookedUp && (use.accounts ?? 0) <= StrongestLinks.mostHolders
        }
        let verdicts = try reader.verdicts(on: candidates.map(\.artifact))
        var names: [AccountID] = []
        var numbers: [AccountID: UInt32] = [:]
        var values: [StrongestLinks.Value] = []
        for (use, verdict) in zip(candidates, verdicts) where verdict?.verdict == .operation {
            guard let verdict else { continue }
            values.append(try value(use, verdict, but: dossier.row.accountId, &names, &numbers))
        }
        return StrongestLinks(try explainer()).find(values, limit: LinkDesk.linksShown).map {
            LinkRow(accountId: names[Int($0.account)], bits: $0.bits, by: $0.by)
        }
    }

    private func value(
        _ use: Use, _ verdict: ArtifactVerdict, but own: AccountID, _ names: inout [AccountID],
        _ numbers: inout [AccountID: UInt32]
    ) throws -> StrongestLinks.Value {
        var shared = SharedValue(artifact: use.artifact, holders: verdict.holders)
        shared.verdict = verdict.verdict
        shared.bits = verdict.bits
        shared.usedByA = use.used
        let holders = try reader.artifact(use.artifact, holders: StrongestLinks.mostHolders).holders
        var others: [(account: UInt32, used: ClosedRange<Int64>?)] = []
        for holder in holders where holder.accountId != own {
            let number = numbers[holder.accountId] ?? UInt32(names.count)
            if numbers[holder.accountId] == nil {
                numbers[holder.accountId] = number
                names.append(holder.accountId)
            }
            others.append((number, LinkDesk.span(holder.firstAt, holder.lastAt)))
        }
        return StrongestLinks.Value(shared: shared, others: others)
    }

    private static let rowsShown = 20
    private static let linksShown = 12
    /// A pass over the rollups of this many exchanges takes some hundredths of a second.
    private static let smallCase = 500_000
}
