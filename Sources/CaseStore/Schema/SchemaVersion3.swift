/// The third format: reviewers' decisions, and what the last analysis made of each.
enum SchemaVersion3 {
    static let ground = """
        CREATE TABLE decision (
            number INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL,
            campaign TEXT, account INTEGER REFERENCES account_identity (number),
            other INTEGER REFERENCES account_identity (number), profile TEXT,
            verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'reject', 'unsure')), reason TEXT NOT NULL,
            run TEXT, registry INTEGER NOT NULL, withdraws INTEGER UNIQUE REFERENCES decision (number)
        );
        CREATE INDEX decision_by_subject ON decision (subject, number);
        CREATE INDEX decision_by_account ON decision (account, number);
        CREATE INDEX decision_by_other ON decision (other, number) WHERE other IS NOT NULL;

        """

    /// Links of an account are looked for from either end.
    static let derived = """
        CREATE TABLE decision_effect (
            number INTEGER PRIMARY KEY REFERENCES decision (number), is_bound INTEGER NOT NULL, group_id TEXT,
            account INTEGER REFERENCES account_identity (number), method_probability REAL, words TEXT NOT NULL
        );
        CREATE INDEX decision_effect_by_account ON decision_effect (account, group_id);
        CREATE INDEX group_link_by_b ON group_link (group_id, b);

        """

    static let guards = GroundGuards.appendOnly("decision")
}
