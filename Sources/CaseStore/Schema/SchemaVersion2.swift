/// The second format: what partners send, what samples say, signals, notes and the history of analyses.
///
/// Nothing of the first format changes but two things: one address database may be asked again when a case has
/// new addresses, so the hashes of sources are unique without those of geoip; and the counts of holders, a cache,
/// are made anew.
enum SchemaVersion2 {
    static let ground = """
        DROP INDEX source_by_sha256;
        CREATE UNIQUE INDEX source_by_sha256 ON source (sha256) WHERE evidence_table <> 'geoip';
        CREATE TABLE rule_file (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL, file TEXT NOT NULL,
            text TEXT NOT NULL, rules TEXT NOT NULL, PRIMARY KEY (source, number)
        );
        CREATE TABLE indicator (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
            value TEXT NOT NULL, name TEXT, partner TEXT, actor TEXT, grade TEXT, confidence INTEGER,
            valid_from INTEGER, valid_to INTEGER, markings TEXT NOT NULL, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE geo_range (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            address BLOB NOT NULL, prefix INTEGER NOT NULL, net TEXT NOT NULL, asn INTEGER, as_name TEXT,
            country TEXT, usage TEXT, user_count INTEGER, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE note (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL,
            kind TEXT NOT NULL, text TEXT NOT NULL, withdraws INTEGER UNIQUE REFERENCES note (number)
        );
        CREATE INDEX note_by_subject ON note (subject, number);
        CREATE TABLE run_history (
            number INTEGER PRIMARY KEY, run TEXT NOT NULL, at INTEGER NOT NULL, seed TEXT NOT NULL,
            settings TEXT NOT NULL, last_source INTEGER NOT NULL, accounts INTEGER NOT NULL
        );
        CREATE TABLE run_group (
            run INTEGER NOT NULL REFERENCES run_history (number), place INTEGER NOT NULL, id TEXT NOT NULL,
            kind TEXT NOT NULL, name TEXT NOT NULL, extraction_probability REAL, actor TEXT,
            attribution_probability REAL, members BLOB NOT NULL, PRIMARY KEY (run, place)
        );

        """

    static let derived = """
        CREATE TABLE template (
            id TEXT PRIMARY KEY, place INTEGER NOT NULL, samples INTEGER NOT NULL, accounts INTEGER NOT NULL,
            flagged INTEGER NOT NULL, slots INTEGER NOT NULL, frame TEXT NOT NULL, skeleton TEXT NOT NULL,
            slot_values TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE template_member (
            source INTEGER NOT NULL, number INTEGER NOT NULL, template TEXT NOT NULL REFERENCES template (id),
            slots TEXT NOT NULL, PRIMARY KEY (source, number),
            FOREIGN KEY (source, number) REFERENCES sample (source, number)
        ) WITHOUT ROWID;
        CREATE INDEX template_member_by_template ON template_member (template, source, number);
        CREATE TABLE capability_rule (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, origin TEXT NOT NULL, capability TEXT,
            technique TEXT, weight REAL NOT NULL, description TEXT, samples INTEGER NOT NULL,
            accounts INTEGER NOT NULL
        );
        CREATE TABLE sample_match (
            source INTEGER NOT NULL, number INTEGER NOT NULL,
            rule INTEGER NOT NULL REFERENCES capability_rule (number), field TEXT NOT NULL,
            spans TEXT NOT NULL, PRIMARY KEY (source, number, rule, field),
            FOREIGN KEY (source, number) REFERENCES sample (source, number)
        ) WITHOUT ROWID;
        CREATE INDEX sample_match_by_rule ON sample_match (rule, source, number);
        CREATE TABLE access_violation (
            number INTEGER PRIMARY KEY, account INTEGER NOT NULL REFERENCES account_identity (number),
            kind TEXT NOT NULL, clause TEXT, country TEXT NOT NULL, basis TEXT NOT NULL,
            exchanges INTEGER NOT NULL, first_at INTEGER, last_at INTEGER, words TEXT NOT NULL
        );
        CREATE INDEX access_violation_by_account ON access_violation (account);
        CREATE TABLE indicator_hit (
            source INTEGER NOT NULL, number INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account_identity (number), kind TEXT NOT NULL,
            value TEXT NOT NULL, PRIMARY KEY (source, number, account, kind, value),
            FOREIGN KEY (source, number) REFERENCES indicator (source, number)
        ) WITHOUT ROWID;
        CREATE INDEX indicator_hit_by_account ON indicator_hit (account);
        CREATE TABLE group_hub (
            group_id TEXT NOT NULL REFERENCES finding_group (id), place INTEGER NOT NULL, kind TEXT NOT NULL,
            value TEXT NOT NULL, family TEXT NOT NULL, bits REAL NOT NULL, outside INTEGER NOT NULL,
            holders BLOB NOT NULL, PRIMARY KEY (group_id, place)
        );
        CREATE TABLE group_link (
            group_id TEXT NOT NULL REFERENCES finding_group (id),
            a INTEGER NOT NULL REFERENCES account_identity (number),
            b INTEGER NOT NULL REFERENCES account_identity (number), bits REAL NOT NULL, by TEXT NOT NULL,
            PRIMARY KEY (group_id, a, b)
        );
        CREATE INDEX group_link_by_bits ON group_link (bits DESC, group_id, a, b);
        CREATE TABLE case_signal (
            place INTEGER PRIMARY KEY, kind TEXT NOT NULL, value REAL NOT NULL, expected REAL, p_value REAL,
            q_value REAL, words TEXT NOT NULL, innocent TEXT, accounts BLOB NOT NULL,
            accounts_total INTEGER NOT NULL, first_at INTEGER, last_at INTEGER
        );
        CREATE TABLE network (
            address BLOB NOT NULL, prefix INTEGER NOT NULL, net TEXT NOT NULL, asn INTEGER, as_name TEXT,
            country TEXT, usage TEXT, user_count INTEGER, PRIMARY KEY (address, prefix)
        ) WITHOUT ROWID;
        DELETE FROM cache_state WHERE name = 'holder_counts';

        """

    static let guards =
        GroundGuards.script(for: Schema.groundTables.filter { $0.since == 2 })
        + GroundGuards.appendOnly("note") + GroundGuards.appendOnly("run_history")
        + GroundGuards.appendOnly("run_group")
}
