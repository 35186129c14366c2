public import Casework

extension ExportTable where Row == CampaignMember {
    /// The columns of members.csv.
    public static var members: ExportTable {
        ExportTable(
            name: "members",
            meaning: "Accounts at or above the accusation threshold, with their best campaign",
            columns: [
                .init("account_id", .text, "The account, exactly as the provider wrote it") {
                    .text($0.account.string)
                },
                .init("campaign", .text, "Stable id of the campaign") { .text($0.campaign.string) },
                .init("probability", .number, "That the account belongs to the campaign, 0 to 1") {
                    .number($0.probability)
                },
                .init("role", .text, "core or periphery") { .text($0.role.rawValue) },
                .init("actor", .text, "The attributed profile; empty is unattributed") { .text($0.actor) },
                .init("attribution_probability", .number, "Posterior of the attribution, 0 to 1") {
                    .number($0.attributionProbability)
                },
            ])
    }
}
