import Casework
import Terminal

/// A sample beside the list: what rules found, then the prompt with matches marked.
struct SamplePreview {
    let row: SampleRow
    /// Nil until it was read.
    let detail: SampleDetail?

    private static let lineLimit = 60

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(SampleLines.head(row))
        if let template = detail?.template {
            page.add(SampleLines.frame(template, width: width, glyphs: glyphs))
        }
        if !row.capabilities.isEmpty {
            page.add(PageLine(" " + row.capabilities.joined(separator: " · "), .emphasis))
        }
        page.space()
        page.add(
            SampleLines.text(
                "Prompt", row.prompt, detail, .prompt, width: width, glyphs: glyphs,
                limit: SamplePreview.lineLimit))
        return page
    }
}

/// A frame beside the list: its words with the slots marked, and what stood in them.
struct TemplatePreview {
    let row: TemplateRow
    let detail: TemplateDetail?

    private static let lineLimit = 12

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        guard let detail else {
            page.add(Wrapping.lines(row.frame, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0) })
            return page
        }
        page.add(
            TemplateLines.frame(
                detail.skeleton, width: width, glyphs: glyphs, limit: TemplatePreview.lineLimit))
        page.space()
        page.add(TemplateLines.slots(detail.slots, width: width, glyphs: glyphs))
        return page
    }
}
