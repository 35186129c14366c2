import Casework

/// The analyses of a case one after another, with what each said of groups: what `diff` compares.
enum RunHistory {
    /// Adds the analysis whose groups have just been written. Call it in the same transaction.
    static func append(_ run: RunRecord, _ groups: [(id: String, members: [UInt32])], _ handle: Handle) throws
    {
        let number = try handle.number("SELECT coalesce(max(number), 0) + 1 FROM run_history")
        try handle.run(
            "INSERT INTO run_history (number, run, at, seed, settings, last_source, accounts) VALUES (?,?,?,?,?,?,"
                + " (SELECT accounts FROM horizon))",
            [
                .integer(number), .text(run.summary.id), .integer(run.summary.at.milliseconds),
                .text(String(run.summary.seed)), .text(try JSONColumn.encode(run.settings)),
                .integer(run.lastSource),
            ])
        let insert = try handle.prepare(
            "INSERT INTO run_group (run, place, id, kind, name, extraction_probability, actor,"
                + " attribution_probability, members) SELECT ?, place, id, kind, name, extraction_probability,"
                + " actor, attribution_probability, ? FROM finding_group WHERE id = ?")
        for group in groups {
            try insert.bind([
                .integer(number), .bytes(MemberList.bytes(group.members.sorted())), .text(group.id),
            ])
            try insert.run()
        }
    }

    /// One analysis as it was recorded.
    struct Recorded {
        var number: Int
        var lastSource: Int
        var run: RunDifference.Run
    }

    /// What an analysis said of one group.
    struct Group {
        var id: String
        var kind: String
        var name: String
        var extraction: Double?
        var actor: String?
        var attribution: Double?
        /// Account numbers, ascending.
        var members: [UInt32]
    }

    /// The oldest first.
    static func runs(_ handle: Handle) throws -> [Recorded] {
        try handle.rows(
            "SELECT number, run, at, seed, settings, last_source, accounts,"
                + " (SELECT count(*) FROM source WHERE state = 'complete' AND source.number <= last_source)"
                + " FROM run_history ORDER BY number"
        ) { row in
            let run = RunDifference.Run(
                id: row.text(1), at: Timestamp(milliseconds: row.integer(2)), seed: UInt64(row.text(3)) ?? 0,
                sources: row.int(7), accounts: row.int(6), settings: try JSONColumn.decode(row.text(4)))
            return Recorded(number: row.int(0), lastSource: row.int(5), run: run)
        }
    }

    /// In the order of lists.
    static func groups(of run: Recorded, _ handle: Handle) throws -> [Group] {
        try handle.rows(
            "SELECT id, kind, name, extraction_probability, actor, attribution_probability, members FROM run_group"
                + " WHERE run = ? ORDER BY place", [.integer(run.number)]
        ) { row in
            Group(
                id: row.text(0), kind: row.text(1), name: row.text(2), extraction: row.optionalDouble(3),
                actor: row.optionalText(4), attribution: row.optionalDouble(5),
                members: try MemberList.read(row.bytes(6)))
        }
    }
}
