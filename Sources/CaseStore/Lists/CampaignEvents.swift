import Casework

/// What the ids of groups have been through, in a temporary table, so that it is filtered and sorted as every list is.
enum CampaignEvents {
    static let listDefinition = ListDefinition(
        tables: "temp.campaign_event", visible: "1",
        fields: [
            ListField("run", .text), ListField("at", .time), ListField("id", .text),
            ListField("event", .text), ListField("accounts", .number), ListField("joined", .number),
            ListField("left", .number, "\"left\""),
            ListField(
                "kin", .text, "kin", isArray: true,
                membership: """
                    EXISTS (SELECT 1 FROM (SELECT ? AS pattern) AS w, json_each(kin) AS e
                    WHERE e.value ->> 'id' LIKE w.pattern ESCAPE '\\')
                    """),
            ListField("words", .text),
        ],
        order: "number")

    /// Sees to it that the table has all events of now. O(members of all groups that were ever recorded).
    static func provide(_ handle: Handle) throws {
        let history = try CampaignHistory(handle)
        try handle.runScript(table)
        let insert = try handle.prepare(
            "INSERT INTO temp.campaign_event (run, at, id, event, accounts, joined, \"left\", kin, words)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for event in history.events {
            try insert.bind([
                .text(event.run), event.at.map { .integer($0.milliseconds) } ?? .null, .text(event.id),
                .text(event.event.rawValue), .integer(event.accounts), .integer(event.joined),
                .integer(event.left), .text(try JSONColumn.encode(event.kin)), .text(event.words),
            ])
            try insert.run()
        }
    }

    private static let table = """
        CREATE TEMP TABLE IF NOT EXISTS campaign_event (
            number INTEGER PRIMARY KEY, run TEXT NOT NULL, at INTEGER, id TEXT NOT NULL, event TEXT NOT NULL,
            accounts INTEGER NOT NULL, joined INTEGER NOT NULL, "left" INTEGER NOT NULL, kin TEXT NOT NULL,
            words TEXT NOT NULL
        );
        DELETE FROM temp.campaign_event;
        """
}

extension RowReading {
    static func campaignEvent(_ row: Statement) throws -> CampaignEvent {
        CampaignEvent(
            run: row.text(0), at: row.time(1), id: row.text(2), event: row.word(3) ?? .continued,
            accounts: row.int(4), joined: row.int(5), left: row.int(6),
            kin: try JSONColumn.decode(row.text(7)))
    }
}
