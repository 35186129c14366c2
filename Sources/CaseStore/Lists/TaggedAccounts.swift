import Casework

/// The tags of accounts, as a field over the tables of their list. It is there where a filter names it.
enum TaggedAccounts {
    static let listField = ListField(
        TagField.name, .text,
        "(SELECT json_group_array(n.text) FROM note AS n WHERE n.subject = 'account:' || i.account_id AND \(standing))",
        isArray: true,
        membership: """
            i.account_id IN (SELECT substr(n.subject, \("account:".count + 1)) FROM note AS n
            WHERE n.subject LIKE 'account:%' AND n.text LIKE ? ESCAPE '\\' AND \(standing))
            """)

    private static let standing =
        "n.kind = 'tag' AND NOT EXISTS (SELECT 1 FROM note AS w WHERE w.withdraws = n.number)"
}
