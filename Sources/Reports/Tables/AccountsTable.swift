public import Casework

extension ExportTable where Row == AccountRow {
    /// Every account of the case, placeholders included.
    public static var accounts: ExportTable {
        ExportTable(
            name: "accounts", meaning: "Accounts of the case, placeholders included",
            columns: factColumns + activityColumns + findingColumns)
    }

    private static var factColumns: [ExportColumn<AccountRow>] {
        [
            .init("account_id", .text, "The account, exactly as the provider wrote it") {
                .text($0.accountId.string)
            },
            .init("unlisted", .boolean, "Mentioned in evidence but in no accounts row") {
                .boolean($0.unlisted)
            },
            .init("created_at", .time, "Sign-up") { .time($0.createdAt) },
            .init("status", .text, "How the account stands with the provider") { .word($0.status) },
            .init("closed_at", .time, "When it was closed") { .time($0.closedAt) },
            .init("channel", .text, "How it was opened") { .text($0.channel) },
            .init("plan", .text, "What it pays for") { .word($0.plan) },
            .init("declared_country", .text, "ISO 3166-1 alpha-2, as declared") { .text($0.declaredCountry) },
            .init("email_domain", .text, "Domain of its e-mail address") { .text($0.emailDomain) },
            .init("email_hash", .text, "Digest of its e-mail address") { .text($0.emailHash) },
            .init("org_name", .text, "Organisation, as declared") { .text($0.orgName) },
        ]
    }

    private static var activityColumns: [ExportColumn<AccountRow>] {
        [
            .init("exchanges", .integer, "Exchanges in evidence") { .integer($0.exchanges) },
            .init("first_at", .time, "First exchange") { .time($0.firstAt) },
            .init("last_at", .time, "Last exchange") { .time($0.lastAt) },
        ]
    }

    private static var findingColumns: [ExportColumn<AccountRow>] {
        [
            .init("campaign", .text, "Best campaign at or above the accusation threshold") {
                .text($0.campaign)
            },
            .init("group", .text, "Best group of any kind") { .text($0.group) },
            .init("probability", .number, "That it belongs there, 0 to 1") { .number($0.probability) },
            .init("role", .text, "core or periphery") { .word($0.role) },
            .init("flagged", .list, "Why it counts as flagged: campaign, reviewer, provider") {
                .list($0.flagged.map(\.rawValue))
            },
        ]
    }
}
