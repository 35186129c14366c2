/// attributes.csv: devices, fingerprints and other values, by account id.
enum AttributesTable {
    static let header = ["account_id", "kind", "value", "first_seen", "last_seen", "uses"]

    static func lines(_ world: World, _ summaries: [ActivitySummary]) -> [String] {
        let rows = world.accountsByID.flatMap { number in
            world.accounts[number].attributes.map { row(world.accounts[number], $0, summaries[number]) }
        }
        return [TableText.row(header)] + rows.map(TableText.row)
    }

    private static func row(_ account: Account, _ held: Attribute, _ summary: ActivitySummary) -> [String] {
        let given = ["phone_hash", "referral_code", "org_id"].contains(held.kind)
        let first = given ? account.created : max(summary.first, held.from ?? summary.first)
        let last = given ? account.created : max(first, summary.last)
        let uses = given ? 1 : summary.uses(of: account.id + held.value)
        return [account.id, held.kind, held.value, first.text, last.text, "\(uses)"]
    }
}
