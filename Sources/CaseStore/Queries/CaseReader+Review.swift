public import Casework

/// What a reviewer's queue asks of a case.
extension CaseReader {
    /// Memberships in campaigns that nobody decided on, those first that are most in doubt and touch most.
    public func reviewQueue(_ query: ListQuery = ListQuery()) throws -> [ReviewRow] {
        try collect { try eachReview(query, $0) }
    }

    public func eachReview(_ query: ListQuery, _ body: (ReviewRow) throws -> Void) throws {
        try each(.queue, query) { try body(RowReading.review($0)) }
    }

    /// What names the last analysis; nil where there is none.
    public func runID() throws -> String? { try connection.read(CaseQuery.runID) }

    /// O(decisions).
    public func reviewTally() throws -> ReviewTally { try connection.read(ReviewQuery.tally) }

    /// A member as the queue has it, decided on or not.
    ///
    /// - Throws: `StoreError.notFound`.
    public func reviewRow(_ account: AccountID, in group: String) throws -> ReviewRow {
        try connection.read { handle in
            try ReviewQueue.provide(handle)
            let columns = ReviewQueue.listDefinition.fields.map(\.expression).joined(separator: ", ")
            let row = try handle.first(
                "SELECT \(columns) FROM temp.review_queue AS q WHERE q.group_id = ? AND q.account ="
                    + " (SELECT number FROM account_identity WHERE account_id = ?)",
                [.text(group), .text(account.string)], RowReading.review)
            guard let row else { throw StoreError.notFound("membership:\(group)/\(account)") }
            return row
        }
    }

    /// A member of a group with what its membership rests on.
    ///
    /// - Throws: `StoreError.notFound`.
    public func member(_ account: AccountID, of group: String) throws -> MemberRow {
        try connection.read { handle in
            let number = try handle.number(
                "SELECT number FROM account_identity WHERE account_id = ?", [.text(account.string)])
            guard let member = try MemberQuery.member(handle, of: group, account: number) else {
                throw StoreError.notFound("membership:\(group)/\(account)")
            }
            return member
        }
    }

    /// Where a membership stands among those that wait; nil where it does not wait. O(those before it).
    public func reviewPlace(_ account: AccountID, in group: String) throws -> Int? {
        try connection.read { handle in
            try ReviewQueue.provide(handle)
            let waits = ReviewQueue.listDefinition.visible
            let place = try handle.first(
                "SELECT q.place FROM temp.review_queue AS q WHERE q.group_id = ? AND q.account ="
                    + " (SELECT number FROM account_identity WHERE account_id = ?) AND \(waits)",
                [.text(group), .text(account.string)]
            ) { $0.int(0) }
            guard let place else { return nil }
            return try handle.number(
                "SELECT count(*) FROM temp.review_queue AS q WHERE q.place < ? AND \(waits)",
                [.integer(place)])
        }
    }

    /// The members that an account is linked to within a group, the strongest link first.
    public func reviewLinks(_ account: AccountID, in group: String, limit: Int) throws -> [ReviewCard.Link] {
        try connection.read { try ReviewQuery.links($0, account, group, limit) }
    }
}

enum ReviewQuery {
    static func tally(_ handle: Handle) throws -> ReviewTally {
        let inForce = ListDefinition.isInForce("d")
        var counts: [String: Int] = [:]
        try handle.each(
            "SELECT d.verdict, count(DISTINCT d.subject) FROM decision AS d WHERE d.account IS NOT NULL"
                + " AND d.other IS NULL AND d.withdraws IS NULL AND \(inForce) GROUP BY 1"
        ) { counts[$0.text(0)] = $0.int(1) }
        let disputed = try handle.number(
            "SELECT count(*) FROM (SELECT d.subject FROM decision AS d WHERE d.account IS NOT NULL"
                + " AND d.other IS NULL AND d.withdraws IS NULL AND d.verdict <> 'unsure' AND \(inForce)"
                + " GROUP BY d.subject HAVING count(DISTINCT d.verdict) > 1)")
        return ReviewTally(
            waiting: try waiting(handle), confirmed: counts["confirm"] ?? 0,
            rejected: counts["reject"] ?? 0, unsure: counts["unsure"] ?? 0, disputed: disputed)
    }

    /// Members of campaigns without those that somebody decided on: reads the decisions, not the members.
    static func waiting(_ handle: Handle) throws -> Int {
        let all = try handle.number(
            "SELECT coalesce(sum(accounts), 0) FROM finding_group WHERE kind = 'campaign'")
        let decided = try handle.number(
            "SELECT count(*) FROM (SELECT DISTINCT m.group_id, m.account FROM decision AS o"
                + " JOIN member AS m ON m.account = o.account JOIN finding_group AS g ON g.id = m.group_id"
                + " WHERE g.kind = 'campaign' AND o.other IS NULL AND o.withdraws IS NULL"
                + " AND NOT (\(ReviewQueue.isUndecided("m.group_id", "m.account"))))")
        return all - decided
    }

    static func links(
        _ handle: Handle, _ account: AccountID, _ group: String, _ limit: Int
    ) throws -> [ReviewCard.Link] {
        let number = "(SELECT number FROM account_identity WHERE account_id = ?2)"
        let end = "group_id, bits, by FROM group_link WHERE group_id = ?1 AND"
        let verdict = """
            (SELECT d.verdict FROM decision AS d WHERE d.account = l.other AND d.other IS NULL
            AND d.withdraws IS NULL AND d.campaign = l.group_id AND \(ListDefinition.isInForce("d"))
            ORDER BY d.number DESC LIMIT 1)
            """
        return try handle.rows(
            "SELECT i.account_id, l.bits, l.by, \(verdict) FROM (SELECT b AS other, \(end) a = \(number)"
                + " UNION ALL SELECT a, \(end) b = \(number)) AS l"
                + " JOIN account_identity AS i ON i.number = l.other"
                + " ORDER BY l.bits DESC, i.account_id LIMIT ?3",
            [.text(group), .text(account.string), .integer(max(0, limit))]
        ) { row in
            ReviewCard.Link(
                accountId: AccountID(row.text(0)), bits: row.optionalDouble(1) ?? 0,
                by: try ArtifactColumn.read(row.bytes(2)), verdict: row.word(3))
        }
    }
}
