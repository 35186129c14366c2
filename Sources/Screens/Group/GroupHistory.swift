import Casework
import Terminal

/// What the id of a group has been through, analysis by analysis; a line opens the other group it was about.
enum GroupHistory {
    /// The newest are shown.
    private static let limit = 12

    /// Nothing for a group that the last analysis found for the first time.
    static func lines(
        _ history: [CampaignEvent], of id: String, width: Int, glyphs: Glyphs
    ) -> [PageLine] {
        guard history.count > 1 || history.first.map({ $0.event != .new }) ?? false else { return [] }
        let shown = history.suffix(limit)
        return [PageLine.heading("What became of \(id)")]
            + GroupParts.more(history.count - shown.count, "earlier event")
            + shown.flatMap { lines($0, id, width, glyphs) }
    }

    private static func lines(
        _ event: CampaignEvent, _ id: String, _ width: Int, _ glyphs: Glyphs
    ) -> [PageLine] {
        let other = event.id == id ? event.kin.first?.id : event.id
        return Wrapping.lines(event.line(of: id), width: width - 4, glyphs: glyphs, limit: 3).enumerated()
            .map { place, text in
                var line = PageLine((place == 0 ? " \(glyphs.bullet) " : "   ") + text)
                if place == 0 { line.target = other.map { .group($0) } }
                return line
            }
    }
}
