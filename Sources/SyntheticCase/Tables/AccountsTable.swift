/// accounts.csv in the order the accounts were opened.
enum AccountsTable {
    static let header = [
        "account_id", "created_at", "status", "closed_at", "channel", "plan", "declared_country",
        "email_domain",
        "email_hash", "org_name",
    ]

    static func lines(_ world: World) -> [String] {
        let listed = world.accounts.filter(\.listed).sorted { left, right in
            if left.created != right.created { return left.created < right.created }
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
        return [TableText.row(header)] + Blemishes.accounts(listed.map(row))
    }

    private static func row(_ account: Account) -> [String] {
        [
            account.id, account.created.text, account.status.rawValue, account.closed?.text ?? "",
            account.channel.rawValue, account.plan.rawValue, account.country ?? "", account.emailDomain ?? "",
            account.emailHash ?? "", account.organization ?? "",
        ]
    }
}
