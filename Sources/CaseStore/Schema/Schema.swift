/// The format of a case file: what marks it, its versions, and which table is which.
enum Schema {
    /// `PRAGMA application_id`: "RVNR".
    static let applicationID = 0x5256_4E52
    /// `PRAGMA user_version` of the newest format.
    static let version = migrations.count

    /// One script per version, applied in order; a published one is never changed.
    static let migrations: [String] = [
        SchemaVersion1.ground + SchemaVersion1.derived + SchemaVersion1.views
            + GroundGuards.script(for: groundTables)
    ]

    /// Makes every version's changes that the case does not have yet.
    static func migrate(_ handle: Handle, from found: Int) throws {
        for (index, script) in migrations.enumerated() where index >= found {
            try handle.runScript(script)
            try handle.runScript("PRAGMA user_version = \(index + 1)")
        }
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
    ]

    /// What Analysis made and what was counted from evidence: can be dropped and rebuilt. Digest order.
    static let derivedTables: [GroundTable] = [
        GroundTable("analysis_run", key: ["id"], leftOut: ["at"]),
        GroundTable("finding_group", key: ["id"]),
        GroundTable("member", key: ["group_id", "account"]),
        GroundTable("account_standing", key: ["account"]),
        GroundTable("artifact_verdict", key: ["kind", "value"]),
        GroundTable("account_finding", key: ["account"]),
    ]

    /// Counts that only make lists quick. They depend on when they were made, so they are in no digest.
    static let caches = ["account_activity", "artifact_count", "network_count", "cache_state"]
}

/// A table, the columns its rows are ordered by, and those that say when or where and not what.
struct GroundTable {
    var name: String
    var key: [String]
    var leftOut: [String]
    /// True for tables whose triggers are written by hand.
    var ownGuards: Bool

    init(_ name: String, key: [String], leftOut: [String] = [], ownGuards: Bool = false) {
        self.name = name
        self.key = key
        self.leftOut = leftOut
        self.ownGuards = ownGuards
    }
}
