/// The format of a case file: what marks it, its versions, and which table is which.
enum Schema {
    /// `PRAGMA application_id`: "RVNR".
    static let applicationID = 0x5256_4E52
    /// `PRAGMA user_version` of the newest format.
    static let version = migrations.count

    /// One script per version, applied in order; a published one is never changed.
    static let migrations: [String] = [
        SchemaVersion1.ground + SchemaVersion1.derived + SchemaVersion1.views + SchemaVersion1.guards,
        SchemaVersion2.ground + SchemaVersion2.derived + SchemaVersion2.guards,
        SchemaVersion3.ground + SchemaVersion3.derived + SchemaVersion3.guards,
    ]

    /// Makes every version's changes that the case does not have yet.
    static func migrate(_ handle: Handle, from found: Int) throws {
        for (index, script) in migrations.enumerated() where index >= found {
            try handle.runScript(script)
            try handle.runScript("PRAGMA user_version = \(index + 1)")
        }
    }

    /// Empty temporary tables in the place of those that formats after `found` brought: with them a reader asks a
    /// case of an older format what it asks any.
    static func standIns(after found: Int) -> String {
        tablesAdded(after: found).map { "CREATE TEMP TABLE IF NOT EXISTS " + $0 + ";\n" }.joined()
    }

    static func withoutStandIns(after found: Int) -> String {
        tablesAdded(after: found).map { "DROP TABLE IF EXISTS temp.\($0.prefix { $0 != " " });\n" }.joined()
    }

    /// What follows CREATE TABLE in the scripts of later formats.
    private static func tablesAdded(after found: Int) -> [Substring] {
        let creation = "CREATE TABLE "
        return migrations.dropFirst(found).flatMap { $0.split(separator: ";\n") }
            .filter { $0.hasPrefix(creation) }.map { $0.dropFirst(creation.count) }
    }

    /// Evidence and what was decided: added to, never changed. In the order of the digest.
    static let groundTables: [GroundTable] = [
        GroundTable("source", key: ["number"], leftOut: ["imported_at"], ownGuards: true),
        GroundTable("account_identity", key: ["number"]),
        GroundTable("account_record", key: ["account"]),
        GroundTable("value", key: ["number"]),
        GroundTable("address", key: ["number"]),
        GroundTable("holding", key: ["source", "number"]),
        GroundTable("ip_range", key: ["source", "number"]),
        GroundTable("sample", key: ["source", "number"]),
        GroundTable("event", key: ["source", "number"]),
        GroundTable("term", key: ["source", "number"]),
        GroundTable("provenance", key: ["source", "number"]),
        GroundTable("case_description", key: ["source", "number"]),
        GroundTable("profile", key: ["source", "number"]),
        GroundTable("reject", key: ["source", "number"]),
        GroundTable("fault", key: ["source", "number"]),
        GroundTable("exchange_block", key: ["source", "run", "block"]),
        GroundTable("rollup_block", key: ["source", "run", "kind", "block"]),
        GroundTable("day_count", key: ["source", "day"]),
        GroundTable("exchange_claim", key: ["source", "part"]),
        GroundTable("campaign_registry", key: ["number"], ownGuards: true),
        GroundTable("rule_file", key: ["source", "number"], since: 2),
        GroundTable("indicator", key: ["source", "number"], since: 2),
        GroundTable("geo_range", key: ["source", "number"], since: 2),
        GroundTable("note", key: ["number"], leftOut: ["at"], ownGuards: true, since: 2),
        GroundTable("decision", key: ["number"], leftOut: ["at"], ownGuards: true, since: 3),
    ]

    /// Added to, never changed, and in no digest: how often somebody analysed a case says nothing of it.
    static let historyTables = ["audit_log", "run_history", "run_group"]

    /// What Analysis made and what was counted from evidence: can be dropped and rebuilt. Digest order.
    static let derivedTables: [GroundTable] = [
        GroundTable("analysis_run", key: ["id"], leftOut: ["at"]),
        GroundTable("finding_group", key: ["id"]),
        GroundTable("member", key: ["group_id", "account"]),
        GroundTable("account_standing", key: ["account"]),
        GroundTable("artifact_verdict", key: ["kind", "value"]),
        GroundTable("account_finding", key: ["account"]),
        GroundTable("template", key: ["id"], since: 2),
        GroundTable("template_member", key: ["source", "number"], since: 2),
        GroundTable("capability_rule", key: ["number"], since: 2),
        GroundTable("sample_match", key: ["source", "number", "rule", "field"], since: 2),
        GroundTable("access_violation", key: ["number"], since: 2),
        GroundTable(
            "indicator_hit", key: ["source", "number", "account", "kind", "value"], since: 2),
        GroundTable("group_hub", key: ["group_id", "place"], since: 2),
        GroundTable("group_link", key: ["group_id", "a", "b"], since: 2),
        GroundTable("case_signal", key: ["place"], since: 2),
        GroundTable("decision_effect", key: ["number"], since: 3),
    ]

    /// Counts that only make lists quick. They depend on when they were made, so they are in no digest.
    static let caches = ["account_activity", "artifact_count", "network", "network_count", "cache_state"]
}

/// A table, the columns its rows are ordered by, and those that say when or where and not what.
struct GroundTable {
    var name: String
    var key: [String]
    var leftOut: [String]
    /// True for tables whose triggers are written by hand.
    var ownGuards: Bool
    /// The format that brought it.
    var since: Int

    init(
        _ name: String, key: [String], leftOut: [String] = [], ownGuards: Bool = false, since: Int = 1
    ) {
        self.name = name
        self.key = key
        self.leftOut = leftOut
        self.ownGuards = ownGuards
        self.since = since
    }
}
