extension CampaignMember {
    /// The rows of a members.csv, in file order; one row an account, one actor a campaign.
    public static func read(_ bytes: [UInt8], file: String) throws(CSVError) -> [CampaignMember] {
        let reader = try ScoringReader(bytes, file: file, columns: ["account_id", "campaign", "probability"])
        var actors: [ExactText: (actor: ExactText?, line: Int)] = [:]
        var members: [CampaignMember] = []
        for row in try reader.uniqueRows() {
            let campaign = ExactText(try row.required("campaign"))
            let actor = row.optional("actor").map { ExactText($0) }
            let first = actors[campaign, default: (actor, row.line)]
            guard first.actor == actor else {
                throw row.error(.twoActors(campaign: campaign.string, firstLine: first.line))
            }
            actors[campaign] = first
            var member = CampaignMember(
                account: AccountID(try row.required("account_id")), campaign: campaign,
                probability: try row.probability("probability") ?? 1, role: try row.role())
            member.actor = actor
            member.attributionProbability = try row.probability("attribution_probability")
            members.append(member)
        }
        return members
    }
}

extension TruthRow {
    /// The rows of a truth file, in file order; one row an account.
    public static func read(_ bytes: [UInt8], file: String) throws(CSVError) -> [TruthRow] {
        let reader = try ScoringReader(bytes, file: file, columns: ["account_id", "campaign"])
        var rows: [TruthRow] = []
        for row in try reader.uniqueRows() {
            rows.append(
                TruthRow(
                    account: AccountID(try row.required("account_id")),
                    campaign: ExactText(try row.required("campaign")),
                    actor: row.optional("actor").map { ExactText($0) }))
        }
        return rows
    }
}

extension LookalikeRow {
    /// The rows of a look-alikes file, in file order; an account may be in several groups.
    public static func read(_ bytes: [UInt8], file: String) throws(CSVError) -> [LookalikeRow] {
        let reader = try ScoringReader(bytes, file: file, columns: ["account_id", "group"])
        var rows: [LookalikeRow] = []
        for row in reader.rows {
            rows.append(
                LookalikeRow(
                    account: AccountID(try row.required("account_id")),
                    group: ExactText(try row.required("group"))))
        }
        return rows
    }
}

extension OperationEvidence {
    /// The rows of an evidence file, in file order; of two rows of one operation the first counts.
    public static func read(_ bytes: [UInt8], file: String) throws(CSVError) -> [OperationEvidence] {
        let reader = try ScoringReader(bytes, file: file, columns: ["campaign", "evidence"])
        var rows: [OperationEvidence] = []
        for row in reader.rows {
            guard let kind = Kind(rawValue: try row.required("evidence")) else {
                let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw row.error(.badValue(column: "evidence", expected: "one of " + known))
            }
            rows.append(OperationEvidence(campaign: ExactText(try row.required("campaign")), kind: kind))
        }
        return rows
    }
}
