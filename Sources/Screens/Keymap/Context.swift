/// Where a key is pressed; it decides what the key does.
public enum Context: String, CaseIterable, Hashable, Sendable {
    case overview, campaigns, campaign, members, accounts, account, explanation
    case sources, rejects, faults, help
    /// While a line is typed.
    case filterLine, palette
    /// While a question waits for its answer.
    case question

    /// The name shown in help and messages.
    var title: String {
        switch self {
        case .overview: "Overview"
        case .campaigns: "Campaigns"
        case .campaign: "Campaign"
        case .members: "Members"
        case .accounts: "Accounts"
        case .account: "Account"
        case .explanation: "Explanation"
        case .sources: "Evidence"
        case .rejects: "Rejected rows"
        case .faults: "Faulty fields"
        case .help: "Help"
        case .filterLine: "Filter"
        case .palette: "Palette"
        case .question: "Question"
        }
    }
}

extension Set<Context> {
    /// Screens that are one long list.
    static let lists: Set<Context> = [.campaigns, .members, .accounts, .sources, .rejects, .faults]
    /// Screens that are a page to read.
    static let pages: Set<Context> = [.overview, .campaign, .account, .explanation, .help]
    static let screens = lists.union(pages)
}
