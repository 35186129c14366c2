public import Casework

extension CaseReader {
    /// A campaign or look-alike, with the likeliest of its members.
    ///
    /// - Throws: `StoreError.notFound`.
    public func group(_ id: String, members: Int = 100) throws -> GroupDetail {
        try connection.read { handle in
            let fields = ListDefinition.groups.fields.map(\.expression).joined(separator: ", ")
            let detail = try handle.first(
                "SELECT \(fields), detail FROM finding_group WHERE id = ?", [.text(id)]
            ) {
                row in
                var detail = GroupDetail(row: try RowReading.group(row))
                let parts: GroupParts = try JSONColumn.decode(row.text(13))
                detail.explanations = parts.explanations
                detail.shared = parts.shared
                detail.attribution = parts.attribution
                detail.figures = parts.figures
                detail.notes = parts.notes
                detail.signals = parts.signals ?? []
                detail.activity = parts.activity
                detail.hours = parts.hours
                return detail
            }
            guard var detail else { throw StoreError.notFound("group:\(id)") }
            detail.members = try MemberQuery.members(handle, of: id, offset: 0, limit: members)
            detail.decisions = try DecisionQuery.decisions(aboutGroup: id, handle)
            return detail
        }
    }

    /// Members of a group, the likeliest first.
    public func members(of id: String, offset: Int = 0, limit: Int? = nil) throws -> [MemberRow] {
        try connection.read { try MemberQuery.members($0, of: id, offset: offset, limit: limit) }
    }

    /// Members of campaigns at or above `least`, each in its best campaign: what members.csv lists, by account id.
    public func campaignMembers(least: Double? = nil) throws -> [CampaignMember] {
        try connection.read { handle in
            let threshold = try handle.first("SELECT threshold FROM analysis_run") {
                $0.optionalDouble(0) ?? 0.5
            }
            return try handle.rows(
                "SELECT i.account_id, m.group_id, m.probability, m.role, g.actor, g.attribution_probability"
                    + " FROM member AS m JOIN finding_group AS g ON g.id = m.group_id AND g.kind = 'campaign'"
                    + " JOIN account_identity AS i ON i.number = m.account WHERE m.probability >= ?"
                    + " AND NOT EXISTS (SELECT 1 FROM analysis_run WHERE withheld IS NOT NULL)"
                    + " AND NOT EXISTS (SELECT 1 FROM member AS n JOIN finding_group AS h ON h.id = n.group_id"
                    + " AND h.kind = 'campaign' WHERE n.account = m.account"
                    + " AND (n.probability, -h.place) > (m.probability, -g.place)) ORDER BY i.account_id",
                [.real(least ?? threshold ?? 0.5)]
            ) { row in
                CampaignMember(
                    account: AccountID(row.text(0)), campaign: ExactText(row.text(1)),
                    probability: row.optionalDouble(2) ?? 0, role: row.word(3) ?? .periphery,
                    actor: row.optionalText(4).map { ExactText($0) },
                    attributionProbability: row.optionalDouble(5))
            }
        }
    }
}

enum MemberQuery {
    private static let decided = "e.account = m.account AND e.group_id = m.group_id AND e.is_bound = 1"

    private static let columns = """
        SELECT i.account_id, m.probability, m.role, m.prior_bits, m.family_bits, m.against, r.status, a.exchanges,
            (SELECT min(e.number) FROM decision_effect AS e WHERE \(decided)),
            (SELECT e.method_probability FROM decision_effect AS e WHERE \(decided) ORDER BY e.number LIMIT 1)
        FROM member AS m JOIN account_identity AS i ON i.number = m.account
        LEFT JOIN account_record AS r ON r.account = m.account AND r.source <= (SELECT source FROM horizon)
        LEFT JOIN account_activity AS a ON a.account = m.account
        """

    static func members(_ handle: Handle, of id: String, offset: Int, limit: Int?) throws -> [MemberRow] {
        try handle.rows(
            columns + " WHERE m.group_id = ? ORDER BY m.probability DESC, i.account_id LIMIT ? OFFSET ?",
            [.text(id), .integer(limit.map { max(0, $0) } ?? -1), .integer(max(0, offset))], row)
    }

    static func member(_ handle: Handle, of id: String, account: Int) throws -> MemberRow? {
        try handle.first(
            columns + " WHERE m.group_id = ? AND m.account = ?", [.text(id), .integer(account)], row)
    }

    private static func row(_ row: Statement) throws -> MemberRow {
        var member = MemberRow(
            accountId: AccountID(row.text(0)), probability: row.optionalDouble(1) ?? 0,
            role: row.word(2) ?? .periphery)
        member.priorBits = row.optionalDouble(3) ?? 0
        member.familyBits = try JSONColumn.decode(row.text(4))
        member.against = try JSONColumn.decode(row.text(5))
        member.status = row.word(6)
        member.exchanges = row.int(7)
        member.decision = row.optionalInt(8)
        member.methodProbability = row.optionalDouble(9)
        return member
    }
}
