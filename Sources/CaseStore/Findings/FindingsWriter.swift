import Casework

/// Writes findings into the derived tables. Call it in a transaction.
struct FindingsWriter {
    let handle: Handle
    let run: RunRecord
    let flags: FlaggedAccounts

    init(_ handle: Handle, run: RunRecord, flags: FlaggedAccounts) {
        self.handle = handle
        self.run = run
        self.flags = flags
    }

    /// Accounts that will have a campaign in their standing.
    static func campaignMembers(of findings: Findings, threshold: Double) -> [UInt32] {
        guard findings.withheld == nil else { return [] }
        return findings.groups.filter { $0.kind == .campaign }.flatMap { group in
            group.members.filter { $0.probability >= threshold }.map(\.account)
        }
    }

    func write(_ findings: Findings) throws {
        for table in Schema.derivedTables.reversed() { try handle.runScript("DELETE FROM \(table.name)") }
        try writeRun(findings)
        let ids = try nameGroups(findings)
        let details = try GroupDetails.texts(findings.groups, GroupHours(handle, findings.groups))
        let members = try MemberWriter(handle)
        let graph = try GraphWriter(handle)
        for (place, group) in findings.groups.enumerated() {
            try write(group, ids[place], place, detail: details[place])
            try members.write(group.members, ids[place])
            try graph.write(group, ids[place])
        }
        try members.finish()
        try graph.finish()
        try writeStandings(findings, ids)
        try writeArtifacts(findings.artifacts)
        try writeAccounts(findings.accounts)
        try SampleFindingsWriter(handle, flags: flags).write(findings)
        try SignalWriter(handle).write(findings)
        try writeDecisions(findings.decisions, ids)
        let recorded = zip(ids, findings.groups).map { (id: $0, members: $1.members.map(\.account)) }
        try RunHistory.append(run, recorded, handle)
    }

    private func writeDecisions(_ decisions: [DecisionFinding], _ ids: [String]) throws {
        for decision in decisions {
            try handle.run(
                "INSERT INTO decision_effect (number, is_bound, group_id, account, method_probability, words)"
                    + " VALUES (?,?,?,?,?,?)",
                [
                    .integer(decision.number), .integer(decision.isBound ? 1 : 0),
                    decision.group.map { ids[$0] }.sql, decision.account.map { Int($0) }.sql,
                    decision.methodProbability.sql, .text(decision.words),
                ])
        }
    }

    private func writeRun(_ findings: Findings) throws {
        try handle.run(
            "INSERT INTO analysis_run (id, at, seed, population, withheld, link_prior_bits, settings, diagnostics,"
                + " last_source, threshold) VALUES (?,?,?,?,?,?,?,?,?,?)",
            [
                .text(run.summary.id), .integer(run.summary.at.milliseconds), .text(String(run.summary.seed)),
                .text(run.population), run.summary.withheld.sql, .real(run.priorBits),
                .text(try JSONColumn.encode(run.settings)), .text(try JSONColumn.encode(run.diagnostics)),
                .integer(run.lastSource), .real(run.threshold),
            ])
    }

    /// Ids by group, recorded where something changed.
    private func nameGroups(_ findings: Findings) throws -> [String] {
        let groups = findings.groups.map {
            (isCampaign: $0.kind == .campaign, members: $0.members.map(\.account).sorted())
        }
        let (ids, entries) = try CampaignRegistry(handle).name(groups)
        try CampaignRegistry.append(entries, run: run.summary.id, handle)
        return ids
    }

    // MARK: - Groups

    private func write(_ group: GroupFinding, _ id: String, _ place: Int, detail: String) throws {
        let activity = try activity(of: group)
        // Campaigns come first in lists, each sort in the order of the findings.
        let order = group.kind == .campaign ? place : place + FindingsWriter.lookAlikesFrom
        try handle.run(
            "INSERT INTO finding_group (id, place, name, kind, accounts, core_accounts, exchanges, first_at, last_at,"
                + " extraction_probability, actor, attribution_probability, capabilities, innocent_explanations,"
                + " detail) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            [
                .text(id), .integer(order), .text(GroupNames.name(group)), .text(group.kind.rawValue),
                .integer(group.members.count), .integer(group.members.count { $0.role == .core }),
                .integer(activity.exchanges), activity.first.sql, activity.last.sql,
                group.extractionProbability.sql, group.attribution.actor.sql,
                group.attribution.probability.sql,
                .text(JSONValue.strings(GroupNames.capabilities(group)).text),
                .text(JSONValue.strings(GroupNames.innocentExplanations(group)).text),
                .text(detail),
            ])
    }

    private func activity(of group: GroupFinding) throws -> (
        exchanges: Int, first: Timestamp?, last: Timestamp?
    ) {
        let statement = try handle.prepare(
            "SELECT exchanges, first_at, last_at FROM account_activity WHERE account = ?")
        var sum = (exchanges: 0, first: Timestamp?.none, last: Timestamp?.none)
        for member in group.members {
            try statement.bind(1, .integer(Int64(member.account)))
            if try statement.step() {
                sum.exchanges += statement.int(0)
                sum.first = [sum.first, statement.time(1)].compactMap { $0 }.min()
                sum.last = [sum.last, statement.time(2)].compactMap { $0 }.max()
            }
            statement.reset()
        }
        return sum
    }

    /// Each account's best group, and its best campaign at or above the threshold.
    private func writeStandings(_ findings: Findings, _ ids: [String]) throws {
        var best: [UInt32: Standing] = [:]
        for (place, group) in findings.groups.enumerated() {
            for member in group.members {
                let isCampaign =
                    group.kind == .campaign && member.probability >= run.threshold && findings.withheld == nil
                let standing = Standing(
                    group: ids[place], campaign: isCampaign ? ids[place] : nil,
                    probability: member.probability,
                    role: member.role)
                if let other = best[member.account], !standing.isBetter(than: other) { continue }
                best[member.account] = standing
            }
        }
        let insert = try BulkInsert(
            handle, "account_standing (account, group_id, campaign, probability, role)", columns: 5)
        for (account, standing) in best.sorted(by: { $0.key < $1.key }) {
            try insert.add([
                .integer(Int64(account)), .text(standing.group), standing.campaign.sql,
                .real(standing.probability), .text(standing.role.rawValue),
            ])
        }
        try insert.finish()
    }

    private struct Standing {
        var group: String
        var campaign: String?
        var probability: Double
        var role: MemberFinding.Role

        /// A campaign before anything else, then the likelier, then the one that came first.
        func isBetter(than other: Standing) -> Bool {
            if (campaign != nil) != (other.campaign != nil) { return campaign != nil }
            return probability > other.probability
        }
    }

    // MARK: - Artifacts and accounts

    private func writeArtifacts(_ artifacts: [ArtifactVerdict]) throws {
        let insert = try BulkInsert(
            handle,
            "artifact_verdict (kind, value, holders, corroborated, suspect_share, verdict, bits, reasons)",
            columns: 8)
        for verdict in artifacts {
            try insert.add([
                .text(verdict.artifact.kind.rawValue), .text(verdict.artifact.value.string),
                .integer(verdict.holders), .integer(verdict.corroborated), .real(verdict.suspectShare),
                .text(verdict.verdict.rawValue), .real(verdict.bits),
                .text(JSONValue.strings(verdict.reasons).text),
            ])
        }
        try insert.finish()
    }

    private func writeAccounts(_ accounts: [AccountFinding]) throws {
        let insert = try BulkInsert(handle, "account_finding (account, suspicion, features)", columns: 3)
        var json = JSONBytes()
        for finding in accounts {
            json.removeAll()
            json.figures(finding.features)
            try insert.bind(1, .integer(Int64(finding.account)))
            try insert.bind(2, finding.suspicion.sql)
            try insert.bind(3, json)
            try insert.endRow()
        }
        try insert.finish()
    }

    /// More groups than any case has.
    private static let lookAlikesFrom = 1 << 32
}
