import Casework

/// What the id of a group has been through, for people: one paragraph, the newest at the end.
enum GroupHistoryPrinting {
    /// Earlier ones are in `list history`.
    private static let eventsShown = 6

    /// Nothing where nothing is recorded.
    static func lines(_ id: String, _ history: [CampaignEvent]) -> [String] {
        guard !history.isEmpty else { return [] }
        let earlier = history.count - eventsShown
        let hint = earlier > 0 ? ["\(earlier.grouped) earlier (revenuer list history CASE 'id:\(id)')"] : []
        let told = history.suffix(eventsShown).map { $0.line(of: id) }
        return Prose.wrapped("history: " + (hint + told).joined(separator: "; "))
    }
}
