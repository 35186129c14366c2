/// The first format. Documentation/schema.md says what each column holds.
enum SchemaVersion1 {
    static let ground = """
        CREATE TABLE case_meta (
            key TEXT PRIMARY KEY, value TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE source (
            number INTEGER PRIMARY KEY, file TEXT NOT NULL, evidence_table TEXT NOT NULL, sha256 TEXT,
            size INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('pending', 'complete')),
            rows INTEGER NOT NULL, rejected INTEGER NOT NULL, faults INTEGER NOT NULL,
            accounts INTEGER NOT NULL, exchanges INTEGER NOT NULL, samples INTEGER NOT NULL,
            first_at INTEGER, last_at INTEGER, columns TEXT NOT NULL, imported_at INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX source_by_sha256 ON source (sha256);
        CREATE TABLE account_identity (
            number INTEGER PRIMARY KEY, account_id TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number)
        );
        \(identityIndex)
        CREATE TABLE account_record (
            account INTEGER PRIMARY KEY REFERENCES account_identity (number),
            source INTEGER NOT NULL REFERENCES source (number), line INTEGER NOT NULL, offset INTEGER NOT NULL,
            created_at INTEGER NOT NULL, status TEXT, closed_at INTEGER, channel TEXT, plan TEXT,
            declared_country TEXT, email_domain TEXT, email_hash TEXT, org_name TEXT, properties TEXT,
            content BLOB NOT NULL
        );
        CREATE TABLE value (
            number INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number)
        );
        CREATE UNIQUE INDEX value_by_content ON value (kind, value);
        CREATE TABLE address (
            number INTEGER PRIMARY KEY, address BLOB NOT NULL,
            source INTEGER NOT NULL REFERENCES source (number)
        );
        CREATE UNIQUE INDEX address_by_content ON address (address);
        CREATE TABLE holding (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account_identity (number),
            value INTEGER NOT NULL REFERENCES value (number), payment_kind TEXT, issuer_country TEXT,
            first_seen INTEGER, last_seen INTEGER, uses INTEGER, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE INDEX holding_by_account ON holding (account);
        CREATE INDEX holding_by_value ON holding (value);
        CREATE TABLE ip_range (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, address BLOB NOT NULL, prefix INTEGER NOT NULL,
            net TEXT NOT NULL, asn INTEGER, as_name TEXT, country TEXT, usage TEXT, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE INDEX ip_range_by_address ON ip_range (address, prefix);
        CREATE TABLE sample (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL,
            account INTEGER NOT NULL REFERENCES account_identity (number), at INTEGER NOT NULL,
            sample_id TEXT, model TEXT, surface TEXT, prompt TEXT NOT NULL, response TEXT, metadata TEXT,
            PRIMARY KEY (source, number)
        );
        CREATE INDEX sample_by_account ON sample (account);
        CREATE UNIQUE INDEX sample_by_id ON sample (sample_id);
        CREATE TABLE event (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
            name TEXT NOT NULL, detail TEXT, actor TEXT, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE term (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, valid_from INTEGER NOT NULL, valid_to INTEGER,
            clause TEXT NOT NULL, text TEXT NOT NULL, kind TEXT, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE provenance (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, file TEXT NOT NULL, sha256 TEXT,
            obtained_from TEXT, obtained_at INTEGER, query TEXT, coverage TEXT, grade TEXT,
            PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE case_description (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL, title TEXT,
            description TEXT, synthetic INTEGER NOT NULL, population TEXT NOT NULL, period_from INTEGER,
            period_to INTEGER, restricted_countries TEXT NOT NULL, clock_offset_seconds INTEGER NOT NULL,
            PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE profile (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE TABLE reject (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, reason TEXT NOT NULL, raw BLOB NOT NULL,
            PRIMARY KEY (source, number)
        );
        CREATE TABLE fault (
            source INTEGER NOT NULL REFERENCES source (number), number INTEGER NOT NULL,
            line INTEGER NOT NULL, offset INTEGER NOT NULL, field TEXT NOT NULL, note TEXT NOT NULL,
            raw BLOB NOT NULL, PRIMARY KEY (source, number)
        );
        CREATE TABLE exchange_block (
            source INTEGER NOT NULL REFERENCES source (number), run INTEGER NOT NULL, block INTEGER NOT NULL,
            first_account INTEGER NOT NULL, last_account INTEGER NOT NULL, first_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL, rows INTEGER NOT NULL, checksum INTEGER NOT NULL, body BLOB NOT NULL
        );
        CREATE UNIQUE INDEX exchange_block_by_place ON exchange_block (source, run, block);
        CREATE INDEX exchange_block_by_account
            ON exchange_block (first_account, last_account, source, run, block);
        CREATE TABLE rollup_block (
            source INTEGER NOT NULL REFERENCES source (number), run INTEGER NOT NULL, kind TEXT NOT NULL,
            block INTEGER NOT NULL, first_account INTEGER NOT NULL, last_account INTEGER NOT NULL,
            entries INTEGER NOT NULL, checksum INTEGER NOT NULL, body BLOB NOT NULL
        );
        CREATE UNIQUE INDEX rollup_block_by_place ON rollup_block (source, run, kind, block);
        CREATE INDEX rollup_block_by_account
            ON rollup_block (kind, first_account, last_account, source, run, block);
        CREATE TABLE day_count (
            source INTEGER NOT NULL REFERENCES source (number), day INTEGER NOT NULL,
            exchanges INTEGER NOT NULL, PRIMARY KEY (source, day)
        ) WITHOUT ROWID;
        CREATE TABLE exchange_claim (
            source INTEGER NOT NULL REFERENCES source (number), part INTEGER NOT NULL, hashes BLOB NOT NULL
        );
        CREATE UNIQUE INDEX exchange_claim_by_place ON exchange_claim (source, part);
        CREATE TABLE campaign_registry (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, event TEXT NOT NULL, run TEXT NOT NULL,
            others TEXT NOT NULL, members BLOB NOT NULL
        );
        CREATE TABLE audit_log (
            seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
            details TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
        );

        """

    /// Made anew after a large import, and when a case is opened that lost it in the middle of one.
    static let identityIndex = """
        CREATE UNIQUE INDEX IF NOT EXISTS account_identity_by_id ON account_identity (account_id);
        """

    static let derived = """
        CREATE TABLE analysis_run (
            id TEXT PRIMARY KEY, at INTEGER NOT NULL, seed TEXT NOT NULL, population TEXT NOT NULL,
            withheld TEXT, link_prior_bits REAL NOT NULL, settings TEXT NOT NULL, diagnostics TEXT NOT NULL,
            last_source INTEGER NOT NULL, threshold REAL NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE finding_group (
            id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
            accounts INTEGER NOT NULL, core_accounts INTEGER NOT NULL, exchanges INTEGER NOT NULL,
            first_at INTEGER, last_at INTEGER, extraction_probability REAL, actor TEXT,
            attribution_probability REAL, capabilities TEXT NOT NULL, innocent_explanations TEXT NOT NULL,
            detail TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE member (
            group_id TEXT NOT NULL REFERENCES finding_group (id),
            account INTEGER NOT NULL REFERENCES account_identity (number), probability REAL NOT NULL,
            role TEXT NOT NULL, prior_bits REAL NOT NULL, family_bits TEXT NOT NULL, against TEXT NOT NULL,
            PRIMARY KEY (group_id, account)
        ) WITHOUT ROWID;
        CREATE INDEX member_by_account ON member (account);
        CREATE TABLE account_standing (
            account INTEGER PRIMARY KEY REFERENCES account_identity (number), group_id TEXT NOT NULL,
            campaign TEXT, probability REAL NOT NULL, role TEXT NOT NULL
        );
        CREATE TABLE artifact_verdict (
            kind TEXT NOT NULL, value TEXT NOT NULL, holders INTEGER NOT NULL, corroborated INTEGER NOT NULL,
            suspect_share REAL NOT NULL, verdict TEXT NOT NULL, bits REAL NOT NULL, reasons TEXT NOT NULL,
            PRIMARY KEY (kind, value)
        ) WITHOUT ROWID;
        CREATE TABLE account_finding (
            account INTEGER PRIMARY KEY REFERENCES account_identity (number), suspicion REAL,
            features TEXT NOT NULL
        );
        CREATE TABLE account_activity (
            account INTEGER PRIMARY KEY REFERENCES account_identity (number), exchanges INTEGER NOT NULL,
            first_at INTEGER, last_at INTEGER
        );
        CREATE TABLE artifact_count (
            kind TEXT NOT NULL, value TEXT NOT NULL, accounts INTEGER NOT NULL, flagged INTEGER NOT NULL,
            PRIMARY KEY (kind, value)
        ) WITHOUT ROWID;
        CREATE TABLE network_count (
            address BLOB NOT NULL, prefix INTEGER NOT NULL, accounts INTEGER NOT NULL,
            flagged INTEGER NOT NULL, PRIMARY KEY (address, prefix)
        ) WITHOUT ROWID;
        CREATE TABLE cache_state (
            name TEXT PRIMARY KEY, last_source INTEGER NOT NULL, run TEXT NOT NULL
        ) WITHOUT ROWID;

        """

    /// Sources complete in the order of their numbers, and accounts are numbered in the order of sources: what
    /// is numbered up to the horizon is whole.
    static let views = """
        CREATE VIEW horizon AS
            SELECT coalesce(max(number), 0) AS source, coalesce(sum(accounts), 0) AS accounts
            FROM source WHERE state = 'complete';
        CREATE VIEW account AS
            SELECT i.number, i.account_id, r.account IS NULL AS unlisted, r.created_at, r.status, r.closed_at,
                r.channel, r.plan, r.declared_country, r.email_domain, r.email_hash, r.org_name, r.properties
            FROM account_identity AS i LEFT JOIN account_record AS r
                ON r.account = i.number AND r.source <= (SELECT source FROM horizon)
            WHERE i.number <= (SELECT accounts FROM horizon);

        """

    static let guards =
        GroundGuards.script(for: Schema.groundTables.filter { $0.since == 1 }) + GroundGuards.sourceGuards
        + GroundGuards.appendOnly("campaign_registry") + GroundGuards.appendOnly("audit_log")
}
