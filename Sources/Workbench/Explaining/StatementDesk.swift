import Analysis
public import CaseStore
public import Casework
public import Reports

/// Reads a case into what a statement of reasons is made from. Of other accounts it reads counts alone.
public struct StatementDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// - Throws: `WorkbenchError.unknownAccount`; `StoreError`.
    public func facts(_ id: AccountID) throws -> StatementFacts {
        let dossier = try LinkDesk(reader).dossierWithLinks(id)
        var facts = StatementFacts(row: dossier.row, overview: try reader.overview())
        facts.group = try dossier.row.group.map { try reader.group($0, members: 0) }
        facts.membership = dossier.membership
        facts.activeDays = dossier.activity.count { $0.exchanges > 0 }
        facts.violations = dossier.violations
        facts.indicators = dossier.indicators.count
        facts.samples = dossier.samples.count
        facts.terms = try reader.terms()
        facts.missing = dossier.reasons.missing
        facts.against = dossier.membership?.against ?? []
        if dossier.row.campaign != nil, let group = dossier.row.group {
            facts.shared = try shared(group, dossier)
        }
        return facts
    }

    /// The time a statement has when nobody gives one: that of the analysis, else of the last act on the case.
    public func usualTime() throws -> Timestamp {
        if let run = try reader.overview().run { return run.at }
        return try reader.auditEntries().last?.at ?? .earliest
    }

    /// The strongest values that it has in common with its group, a few of each family.
    private func shared(_ group: String, _ dossier: AccountDossier) throws -> [StatementFacts.SharedFact] {
        guard let own = try reader.accountNumber(of: dossier.row.accountId) else { return [] }
        var taken: [EvidenceFamily: Int] = [:]
        let hubs = try reader.groupHubs(group).filter { hub in
            guard hub.bits > 0, hub.holders.contains(own) else { return false }
            taken[hub.family, default: 0] += 1
            return taken[hub.family, default: 0] <= StatementDesk.mostOfFamily
        }
        let uses = Dictionary(StatementDesk.uses(dossier)) { first, _ in first }
        return try hubs.prefix(StatementFacts.mostFacts).map { hub in
            var fact = StatementFacts.SharedFact(
                hub.artifact, members: hub.holders.count - 1, outside: hub.outside, bits: hub.bits)
            if let use = uses[hub.artifact] {
                (fact.uses, fact.firstAt, fact.lastAt) = (use.uses, use.firstAt, use.lastAt)
            }
            let rows = try reader.rows(
                holding: hub.artifact, by: [dossier.row.accountId], limit: StatementDesk.rowsShown)
            (fact.rowsTotal, fact.rows) = (rows.total, rows.rows)
            return fact
        }
    }

    private static func uses(_ dossier: AccountDossier) -> [(Artifact, Holding)] {
        let held = (dossier.holdings + dossier.uses).map { (Artifact(kind: $0.kind, value: $0.value), $0) }
        return held
            + dossier.addresses.map { use in
                let artifact = Artifact(kind: .address, value: ExactText(use.address))
                var holding = Holding(kind: .address, value: artifact.value)
                (holding.uses, holding.firstAt, holding.lastAt) = (use.exchanges, use.firstAt, use.lastAt)
                return (artifact, holding)
            }
    }

    private static let mostOfFamily = 3
    private static let rowsShown = 3
}
