/// payments.csv: who paid with what, by account id.
enum PaymentsTable {
    static let header = [
        "account_id", "fingerprint", "kind", "issuer_country", "first_seen", "last_seen", "uses",
    ]

    static func lines(_ world: World, _ summaries: [ActivitySummary]) -> [String] {
        let rows = world.accountsByID.flatMap { number in
            world.accounts[number].payments.map { row(world.accounts[number], $0, summaries[number]) }
        }
        return [TableText.row(header)] + Blemishes.payments(rows)
    }

    /// One use a month or so, as subscriptions and top-ups go.
    private static func row(_ account: Account, _ payment: Payment, _ summary: ActivitySummary) -> [String] {
        let months = (summary.last - summary.first) / (28 * Instant.day)
        return [
            account.id, payment.fingerprint, payment.kind.rawValue, payment.issuer ?? "",
            max(account.created, Calendar.opening).text, summary.last.text, "\(1 + months)",
        ]
    }
}
