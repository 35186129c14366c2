import Casework
import Terminal

/// A sample, opened: prompt and response with what rules matched, and its frame.
struct SampleScreen: PageScreen {
    let reference: RowReference
    var scroll = PageScroll()
    private var detail = Loaded<SampleDetail>()

    /// More lines than anybody reads on a screen; the row itself is in the file.
    private static let lineLimit = 2_000

    init(_ reference: RowReference) { self.reference = reference }

    var context: Context { .sample }
    var crumbs: [String] { ["Samples", "\(reference.file):\(reference.line)"] }
    var target: Target? { .sample(reference) }
    var copyName: String? { detail.value?.row.sampleId ?? "row:\(reference.source):\(reference.line)" }
    var subject: EntityName? {
        .row(source: SourceNumber(rawValue: reference.source), line: reference.line)
    }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { detail in
            var page = Page(width: width)
            page.add(SampleLines.head(detail.row))
            if let template = detail.template {
                page.add(SampleLines.frame(template, width: width, glyphs: glyphs))
            }
            page.space()
            page.add(SampleLines.matches(detail, width: width, glyphs: glyphs))
            page.space()
            page.add(text("Prompt", detail.row.prompt, detail, .prompt, width, glyphs))
            page.space()
            if let response = detail.row.response {
                page.add(text("Response", response, detail, .response, width, glyphs))
            }
            page.space()
            if let metadata = detail.row.metadata {
                page.add(PageLine.heading("Metadata"))
                page.add(
                    MarkedText(metadata, matches: []).lines(width: width - 2, glyphs: glyphs, limit: 40).lines
                )
            }
            return page
        }
    }

    private func text(
        _ title: String, _ text: String, _ detail: SampleDetail, _ field: SampleMatch.Field, _ width: Int,
        _ glyphs: Glyphs
    ) -> [PageLine] {
        SampleLines.text(
            title, text, detail, field, width: width, glyphs: glyphs, limit: SampleScreen.lineLimit)
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { detail.want(.sample(reference), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .sample(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
