public import CaseStore
public import Casework
public import Reports

/// Reads a case into what a report is made from.
public struct ReportDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// All facts of the case; rows of evidence only of campaigns' exhibits, at most `rowLimit` each.
    ///
    /// One pass over the accounts, one over the audit chain and the digests' tables, and a look-up of rows for
    /// each exhibit among the likeliest members.
    public func facts(rowLimit: Int = ReportOptions.usualRowLimit) throws -> ReportFacts {
        var facts = ReportFacts(overview: try reader.overview())
        facts.description = try reader.description()
        facts.sources = try reader.sources(ListQuery())
        facts.profiles = try reader.profiles()
        try reader.eachAccount(ListQuery()) { facts.survey.add($0) }
        facts.groups = try reader.groups(ListQuery()).map { row in
            try reader.group(row.id, members: row.kind == .campaign ? row.accounts : 0)
        }
        try ReportFindings(reader).fill(&facts)
        facts.rows = try facts.groups.filter { $0.row.kind == .campaign }.flatMap {
            try rows($0, limit: rowLimit)
        }
        let head = try reader.auditHead()
        facts.audit = CaseReport.Audit(entries: head.count, head: head.hash)
        let digest = try reader.digest()
        facts.digest = CaseReport.Digest(evidence: digest.ground, findings: digest.derived)
        return facts
    }

    /// The time a report has when nobody gives one: that of the analysis, else of the last act on the case.
    public func usualTime() throws -> Timestamp {
        if let run = try reader.overview().run { return run.at }
        return try reader.auditEntries().last?.at ?? .earliest
    }

    /// Rows are looked up for so many members of a campaign, the likeliest.
    private static let membersLookedAt = 200

    private func rows(_ group: GroupDetail, limit: Int) throws -> [ReportFacts.GroupValueRows] {
        let members = group.members.prefix(Self.membersLookedAt).map(\.accountId)
        return try group.exhibits.map { shared in
            let found = try reader.rows(holding: shared.artifact, by: members, limit: limit)
            return ReportFacts.GroupValueRows(
                group: group.row.id, artifact: shared.artifact, members: members.count, total: found.total,
                rows: found.rows)
        }
    }
}
