public import Casework

extension ExportTable where Row == GroupRow {
    /// Groups that look like extraction campaigns.
    public static var campaigns: ExportTable {
        ExportTable(
            name: "campaigns", meaning: "Groups whose best explanation is extraction", columns: groupColumns)
    }

    /// Every group that was found, look-alikes named as what they look like.
    public static var groups: ExportTable {
        ExportTable(
            name: "groups",
            meaning: "Groups of linked accounts: campaigns, and look-alikes that are no accusation",
            columns: groupColumns)
    }

    private static var groupColumns: [ExportColumn<GroupRow>] {
        [
            .init("id", .text, "C-NN for campaigns, G-NN for look-alikes") { .text($0.id) },
            .init("name", .text, "A short name for people") { .text($0.name) },
            .init("kind", .text, "What the group looks like; only campaign is an accusation") {
                .word($0.kind)
            },
            .init("accounts", .integer, "Members") { .integer($0.accounts) },
            .init("core_accounts", .integer, "Members of the core") { .integer($0.coreAccounts) },
            .init("exchanges", .integer, "Exchanges of the members") { .integer($0.exchanges) },
            .init("first_at", .time, "First exchange") { .time($0.firstAt) },
            .init("last_at", .time, "Last exchange") { .time($0.lastAt) },
            .init("extraction_probability", .number, "That the group is an extraction campaign, 0 to 1") {
                .number($0.extractionProbability)
            },
            .init("actor", .text, "The attributed profile; empty is unattributed") { .text($0.actor) },
            .init("attribution_probability", .number, "Posterior of the attribution, 0 to 1") {
                .number($0.attributionProbability)
            },
            .init("capabilities", .list, "Capabilities sought, by id") { .list($0.capabilities) },
            .init("innocent_explanations", .list, "Innocent explanations that were considered") {
                .list($0.innocentExplanations)
            },
        ]
    }
}
