import Casework
import Terminal

/// A group beside or below the list: what it is, why, and what else it could be.
struct GroupPreview {
    let row: GroupRow
    /// Nil until it was read.
    let detail: GroupDetail?

    /// Reasons shown of each sort.
    private static let reasonLimit = 4

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(GroupParts.verdict(row, standing: standing, width: width, glyphs: glyphs))
        guard let detail else {
            page.add(PageLine(" reading …", .muted))
            return page
        }
        let reasons = GroupParts.shared(detail, width: width, limit: GroupPreview.reasonLimit)
        page.space()
        page.add(reasons)
        page.space()
        page.add(GroupParts.alternatives(detail, width: width, limit: GroupPreview.reasonLimit))
        page.space()
        page.add(ChartLines.days(detail.activity, events: [], width: width, height: 2, glyphs: glyphs))
        return page
    }
}
