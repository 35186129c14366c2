public import Casework

/// A group as one analysis sees it, for holding two analyses against each other.
public struct GroupOutline: Sendable {
    public var id: String
    public var standing: WhatIf.Standing
    /// Account numbers, ascending.
    public var members: [UInt32]
    /// Members of a campaign at or above the accusation threshold, ascending.
    public var accused: [UInt32]

    public init(id: String, standing: WhatIf.Standing, members: [UInt32], accused: [UInt32]) {
        self.id = id
        self.standing = standing
        self.members = members
        self.accused = accused
    }
}

extension CaseReader {
    /// From now on this reader sees the case as if some sources had never come in.
    ///
    /// Evidence of those sources is hidden from every question, by temporary views of this connection; the file is not
    /// touched. The dictionaries of ids and values stay, and so does what case.yaml says of the population: without it
    /// a case of suspects would be taken for one of everybody. Findings and counts in the case are not made anew: use
    /// such a reader for analysing only.
    public func leaveOut(sources: Set<Int>) throws {
        guard !sources.isEmpty else { return }
        leftOut.withLock { $0 = sources }
        let numbers = sources.sorted().map(String.init).joined(separator: ", ")
        try connection.access { handle in
            for table in HiddenSources.tables where try !HiddenSources.isStandIn(table, handle) {
                let rowid = HiddenSources.hasRowID.contains(table) ? "rowid, " : ""
                try handle.runScript(
                    "CREATE TEMP VIEW \(table) AS SELECT \(rowid)* FROM main.\(table) WHERE source NOT IN (\(numbers))"
                )
            }
            // A view of the case file sees the tables of the file alone: it is made again over those views.
            let account = try handle.first("SELECT sql FROM main.sqlite_schema WHERE name = 'account'") {
                $0.text(0)
            }
            if let account {
                try handle.runScript("CREATE TEMP VIEW " + account.dropFirst("CREATE VIEW ".count))
            }
        }
    }

    /// The groups of the stored analysis, campaigns first, each sort the largest first.
    public func groupOutlines() throws -> [GroupOutline] {
        try connection.read { handle in
            let threshold =
                try handle.first("SELECT threshold FROM analysis_run") { $0.optionalDouble(0) } ?? nil
            let isWithheld =
                try handle.number("SELECT count(*) FROM analysis_run WHERE withheld IS NOT NULL") > 0
            return try CaseQuery.groups(handle, limit: .max).map { row in
                let members = try handle.rows(
                    "SELECT account, probability FROM member WHERE group_id = ? ORDER BY account",
                    [.text(row.id)]
                ) { (account: UInt32(clamping: $0.integer(0)), probability: $0.optionalDouble(1) ?? 0) }
                let accuses = row.kind == .campaign && !isWithheld
                let accused = accuses ? members.filter { $0.probability >= threshold ?? 0.5 } : []
                var standing = WhatIf.Standing(
                    kind: row.kind, name: row.name, accounts: members.count, accused: accused.count)
                standing.extractionProbability = row.extractionProbability
                standing.actor = row.actor
                standing.attributionProbability = row.attributionProbability
                return GroupOutline(
                    id: row.id, standing: standing, members: members.map(\.account),
                    accused: accused.map(\.account))
            }
        }
    }

    /// The groups of findings that are not stored, with the ids they would get, in the order of the findings.
    public func groupOutlines(of findings: Findings, threshold: Double) throws -> [GroupOutline] {
        try connection.read { handle in
            let groups = findings.groups.map {
                (isCampaign: $0.kind == .campaign, members: $0.members.map(\.account).sorted())
            }
            let ids = try CampaignRegistry(handle).name(groups).ids
            return zip(ids, findings.groups).map { id, group in
                let accuses = group.kind == .campaign && findings.withheld == nil
                let accused = accuses ? group.members.filter { $0.probability >= threshold } : []
                var standing = WhatIf.Standing(
                    kind: group.kind, name: GroupNames.name(group), accounts: group.members.count,
                    accused: accused.count)
                standing.extractionProbability = group.extractionProbability
                standing.actor = group.attribution.actor
                standing.attributionProbability = group.attribution.probability
                return GroupOutline(
                    id: id, standing: standing, members: group.members.map(\.account).sorted(),
                    accused: accused.map(\.account).sorted())
            }
        }
    }

    /// The accusation threshold of the stored analysis; nil where there is none.
    public func accusationThreshold() throws -> Double? {
        try connection.read {
            try $0.first("SELECT threshold FROM analysis_run") { $0.optionalDouble(0) } ?? nil
        }
    }

    /// True where some account of the case has the value. Values that an analysis derives are judged by its verdicts.
    public func holds(_ artifact: Artifact) throws -> Bool {
        try connection.read { handle in
            let text = SQLValue.text(artifact.value.string)
            let kind = SQLValue.text(artifact.kind.rawValue)
            if let address = IPAddress(artifact.value.string), artifact.kind == .address {
                return try handle.number(
                    "SELECT count(*) FROM address WHERE address = ?", [.bytes(address.stored)]) > 0
            }
            let found = try handle.number(
                "SELECT (SELECT count(*) FROM value WHERE kind = ?1 AND value = ?2)"
                    + " + (SELECT count(*) FROM artifact_verdict WHERE kind = ?1 AND value = ?2)",
                [kind, text])
            if found > 0 { return true }
            let columns: [ArtifactKind: String] = [
                .emailDomain: "email_domain", .emailHash: "email_hash", .organisation: "org_name",
            ]
            guard let column = columns[artifact.kind] else { return false }
            return try handle.first("SELECT 1 FROM account_record WHERE \(column) = ? LIMIT 1", [text]) { _ in
                true
            }
                ?? false
        }
    }
}

private enum HiddenSources {
    static let tables = [
        "account_record", "holding", "ip_range", "sample", "event", "term", "profile", "exchange_block",
        "rollup_block", "rule_file", "indicator", "geo_range",
    ]
    /// Those that are asked for by rowid.
    static let hasRowID: Set<String> = ["sample", "exchange_block", "rollup_block"]

    /// True for the empty table that stands in a case of an older format.
    static func isStandIn(_ table: String, _ handle: Handle) throws -> Bool {
        try handle.number("SELECT count(*) FROM temp.sqlite_schema WHERE name = ?", [.text(table)]) > 0
    }
}
