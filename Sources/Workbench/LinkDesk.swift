import Analysis
public import CaseStore
public import Casework

/// Why accounts are linked, from what the case holds and what the last analysis said of each value.
public struct LinkDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// Prior and items in bits, each with the rows that hold the value, and all of it in sentences.
    ///
    /// - Throws: `WorkbenchError` for ids that are no two accounts of the case; `StoreError`.
    public func explain(_ a: AccountID, _ b: AccountID) throws -> LinkExplanation {
        if a == b { throw WorkbenchError.sameAccount(a.string) }
        let (one, other) = (try dossier(a), try dossier(b))
        let shared = try sharedValues(one, other)
        let moments = try SharedWindows(reader, a, b)
        var explanation = try explainer().explain(a, b, shared: shared + moments.values)
        for place in explanation.evidence.indices {
            let artifact = explanation.evidence[place].artifact
            let found =
                try moments.rows[artifact]
                ?? reader.rows(holding: artifact, by: [a, b], limit: LinkDesk.rowsShown)
            explanation.evidence[place].rows = Array(found.rows.prefix(LinkDesk.rowsShown))
            explanation.evidence[place].rowsTotal = found.total
        }
        LinkExplainer.addWords(to: &explanation)
        let gaps = LinkGaps(
            LinkDesk.side(one), LinkDesk.side(other), shared: Set(explanation.evidence.map(\.kind)),
            received: try reader.receivedTables())
        explanation.against = gaps.against
        explanation.missing = gaps.missing
        explanation.notes = moments.notes
        if let link = DecisionSubject(.link(a, b)) { explanation.decisions = try reader.decisions(on: link) }
        return explanation
    }

    /// The dossier with the account's strongest links, what is held of it and why, and its flagged neighbours.
    public func dossierWithLinks(_ id: AccountID) throws -> AccountDossier {
        var dossier = try dossier(id)
        try addNeighbours(to: &dossier)
        let group = try dossier.row.group.map { try reader.group($0, members: 0).row }
        dossier.reasons =
            AccountWords(
                dossier, group: group, run: try reader.overview().run, received: try reader.receivedTables()
            ).reasons
        return dossier
    }

    /// Payments, attributes, metadata and frames are looked up; for addresses, clients, prompt keys and other columns
    /// of exchanges one pass over the rollup of each kind finds the holders of all values, never the exchanges.
    private func addNeighbours(to dossier: inout AccountDossier) throws {
        guard let own = try reader.accountNumber(of: dossier.row.accountId) else { return }
        let links = try AccountLinks(reader, try explainer(), dossier)
        let connections = try ConnectionDesk(reader, dossier)
        let wanted = Set(links.wanted + connections.wanted).sorted()
        let held =
            wanted.isEmpty ? [] : try reader.valuesHeld(by: [own], mostHolders: .max, only: wanted)
        dossier.links = try links.strongest(own, held)
        dossier.connections = try connections.connections(held)
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

    private static func side(_ dossier: AccountDossier) -> LinkGaps.Side {
        let values = AccountValues.kinds(of: dossier).reduce(into: [ArtifactKind: Int]()) {
            $0[$1, default: 0] += 1
        }
        return LinkGaps.Side(
            id: dossier.row.accountId, values: values, firstAt: dossier.row.firstAt,
            lastAt: dossier.row.lastAt)
    }

    private func sharedValues(_ a: AccountDossier, _ b: AccountDossier) throws -> [SharedValue] {
        let others = Dictionary(AccountUses(b).all.map { ($0.artifact, $0) }) { first, _ in first }
        let common = AccountUses(a).all.compactMap { use in others[use.artifact].map { (use, $0) } }
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

    private static let rowsShown = 20
}

extension CaseReader {
    /// Tables that the case has rows of; what address databases say counts as ranges.
    func receivedTables() throws -> Set<EvidenceTable> {
        Set(try sources(ListQuery()).filter { $0.rows > 0 }.map { $0.table == .geoip ? .ipRanges : $0.table })
    }
}
