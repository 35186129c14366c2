import Casework

/// Members of campaigns in the order in which they are best reviewed, in a temporary table: the order is worked out once
/// for an analysis, and windows of it are read by place.
enum ReviewQueue {
    static let listDefinition = ListDefinition(
        tables: "temp.review_queue AS q", visible: isUndecided("q.group_id", "q.account"),
        fields: [
            ListField("campaign", .text, "q.group_id"), ListField("account_id", .text, "q.account_id"),
            ListField("probability", .number, "q.probability"), ListField("role", .text, "q.role"),
            ListField("linked", .number, "q.linked"), ListField("priority", .number, "q.priority"),
        ],
        order: "q.place")

    /// Whether nobody has decided on an account's place in a group, under this id or one that it had before.
    static func isUndecided(_ group: String, _ account: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.account = \(account) AND d.other IS NULL
        AND d.withdraws IS NULL AND (d.campaign = \(group) OR EXISTS (SELECT 1 FROM decision_effect AS e
        WHERE e.number = d.number AND e.group_id = \(group) AND e.is_bound = 1))
        AND NOT EXISTS (SELECT 1 FROM decision AS w WHERE w.withdraws = d.number))
        """
    }

    /// Sees to it that the table is of the last analysis. O(members and links of all campaigns) where it is not.
    static func provide(_ handle: Handle) throws {
        try handle.runScript(tables)
        let current = "SELECT id || ' ' || at FROM analysis_run"
        let run = try handle.first(current) { $0.text(0) } ?? ""
        let made = try handle.first("SELECT run FROM temp.review_queue_of") { $0.text(0) }
        guard made.map({ ExactText($0) }) != ExactText(run) else { return }
        try handle.runScript(filling)
        try handle.run("INSERT INTO temp.review_queue_of (run) VALUES (?)", [.text(run)])
    }

    private static let tables = """
        CREATE TEMP TABLE IF NOT EXISTS review_queue (
            place INTEGER PRIMARY KEY, group_id TEXT NOT NULL, account INTEGER NOT NULL, account_id TEXT NOT NULL,
            probability REAL NOT NULL, role TEXT NOT NULL, linked INTEGER NOT NULL, priority REAL NOT NULL
        );
        CREATE INDEX IF NOT EXISTS temp.review_queue_by_account ON review_queue (account, group_id);
        CREATE TEMP TABLE IF NOT EXISTS review_queue_of (run TEXT NOT NULL);
        """

    /// The order is that of `ReviewRow.priority`.
    private static let filling = """
        DELETE FROM temp.review_queue; DELETE FROM temp.review_queue_of;
        INSERT INTO temp.review_queue (group_id, account, account_id, probability, role, linked, priority)
        WITH campaign AS (SELECT id, place FROM finding_group WHERE kind = 'campaign'),
        ends AS (SELECT group_id, a AS account FROM group_link WHERE group_id IN (SELECT id FROM campaign)
            UNION ALL SELECT group_id, b FROM group_link WHERE group_id IN (SELECT id FROM campaign)),
        degree AS MATERIALIZED (SELECT group_id, account, count(*) AS linked FROM ends GROUP BY 1, 2)
        SELECT m.group_id, m.account, i.account_id, m.probability, m.role, coalesce(d.linked, 0),
            4 * m.probability * (1 - m.probability) * max(1, coalesce(d.linked, 0)) AS priority
        FROM campaign AS c JOIN member AS m ON m.group_id = c.id
        JOIN account_identity AS i ON i.number = m.account
        LEFT JOIN degree AS d ON d.group_id = m.group_id AND d.account = m.account
        ORDER BY priority DESC, c.place, i.account_id;
        """
}

extension RowReading {
    static func review(_ row: Statement) -> ReviewRow {
        ReviewRow(
            campaign: row.text(0), accountId: AccountID(row.text(1)), probability: row.optionalDouble(2) ?? 0,
            role: row.word(3) ?? .periphery, linked: row.int(4))
    }
}
