import Casework

/// Who holds the values that a filter names, in a temporary table: what stands behind `holds:payment:pf_81c0`.
///
/// Gathered once for a connection, its evidence and analysis: O(entries of the rollups of the value's kind).
enum HolderTable {
    /// The field over the tables of the list of accounts.
    static let listField: ListField = {
        var field = ListField(
            HoldingField.name, .text, "NULL",
            membership: "i.number IN (SELECT h.account FROM temp.artifact_holder AS h WHERE h.artifact = ?)")
        field.isExact = true
        return field
    }()

    /// Sees to it that the table has the holders of what a condition names.
    ///
    /// - Throws: `StoreError.noHeldValue`.
    static func provide(_ text: String, _ handle: Handle) throws {
        guard let artifact = HoldingField.artifact(text) else { throw StoreError.noHeldValue(text) }
        try handle.runScript(tables)
        let key =
            try "\(handle.number("SELECT source FROM horizon")) "
            + (handle.first("SELECT id FROM analysis_run") { $0.text(0) } ?? "")
        let made = try handle.first(
            "SELECT made FROM temp.artifact_holder_state WHERE artifact = ?", [.text(text)]
        ) { $0.text(0) }
        if made == key { return }
        try handle.run("DELETE FROM temp.artifact_holder WHERE artifact = ?", [.text(text)])
        let insert = try handle.prepare("INSERT INTO temp.artifact_holder (artifact, account) VALUES (?, ?)")
        for account in try HolderQuery(handle).numbers(of: artifact) {
            try insert.bind([.text(text), .integer(Int64(account))])
            try insert.run()
        }
        try handle.run(
            "INSERT OR REPLACE INTO temp.artifact_holder_state (artifact, made) VALUES (?, ?)",
            [.text(text), .text(key)])
    }

    private static let tables = """
        CREATE TEMP TABLE IF NOT EXISTS artifact_holder (
            artifact TEXT NOT NULL, account INTEGER NOT NULL, PRIMARY KEY (artifact, account)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS artifact_holder_state (
            artifact TEXT PRIMARY KEY, made TEXT NOT NULL
        ) WITHOUT ROWID;
        """
}
