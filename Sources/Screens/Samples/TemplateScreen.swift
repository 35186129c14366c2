import Casework
import Terminal

/// The frame of prompts as running text, slots shown by their numbers.
enum TemplateLines {
    static func frame(_ parts: [TemplateFinding.Part], width: Int, glyphs: Glyphs, limit: Int) -> [PageLine] {
        var text = ""
        var slots: [TextSpan] = []
        for part in parts {
            if !text.isEmpty { text += " " }
            switch part {
            case .words(let words): text += words
            case .slot(let slot):
                let name = "{\(slot + 1)}"
                slots.append(
                    TextSpan(offset: Int32(clamping: text.utf8.count), length: Int32(name.utf8.count)))
                text += name
            }
        }
        return MarkedText(text, matches: slots).lines(width: width - 2, glyphs: glyphs, limit: limit).lines
    }

    /// What stood in each slot, the commonest first.
    static func slots(_ slots: [TemplateFinding.Slot], width: Int, glyphs: Glyphs) -> [PageLine] {
        guard !slots.isEmpty else { return [PageLine(" No slots: the same words every time.", .muted)] }
        return slots.enumerated().flatMap { number, slot -> [PageLine] in
            var head = PageLine(" {\(number + 1)}", .match)
            let words =
                slot.shortestWords == slot.longestWords
                ? "\(slot.longestWords)" : "\(slot.shortestWords) to \(slot.longestWords)"
            head.text("  \(Figures.counted(slot.distinct, "value")) of \(words) words", .muted)
            let values = slot.examples.prefix(5).map { value in
                var line = PageLine("   ")
                line.number(Figures.count(value.samples), 6, .muted)
                line.gap(2)
                line.text(value.text.onOneLine)
                return line
            }
            return [head] + values
        }
    }
}

/// A template, opened: skeleton, slots with their values, the accounts that share it, its samples.
struct TemplateScreen: PageScreen {
    let id: String
    var scroll = PageScroll()
    private var detail = Loaded<TemplateDetail>()

    private static let sampleLimit = 20
    private static let holderLimit = 40

    init(_ id: String) { self.id = id }

    var context: Context { .template }
    var crumbs: [String] { ["Samples", "Frames", id] }
    var target: Target? { .template(id) }
    var copyName: String? { id }
    var subject: EntityName? { .template(ExactText(id)) }

    func page(width: Int, standing: Standing, glyphs: Glyphs) -> Page {
        detail.page(width: width) { detail in
            var page = Page(width: width)
            page.add(head(detail.row))
            page.space()
            page.add(PageLine.heading("Frame"))
            page.add(TemplateLines.frame(detail.skeleton, width: width, glyphs: glyphs, limit: 60))
            page.space()
            page.add(PageLine.heading("Slots"))
            page.add(TemplateLines.slots(detail.slots, width: width, glyphs: glyphs))
            page.space()
            page.add(holders(detail))
            page.space()
            page.add(samples(detail, width, glyphs))
            return page
        }
    }

    private func head(_ row: TemplateRow) -> [PageLine] {
        var line = PageLine(" \(row.id)", .title)
        line.text(
            "  \(Figures.counted(row.samples, "sample")) of \(Figures.counted(row.accounts, "account"))")
        line.text(", \(Figures.count(row.flagged)) flagged", row.flagged > 0 ? .warning : .muted)
        return [
            line, PageLine(" A frame that many strangers use is a framework, not a fingerprint.", .innocent),
        ]
    }

    private func holders(_ detail: TemplateDetail) -> [PageLine] {
        let lines = detail.holders.prefix(TemplateScreen.holderLimit).map { account in
            var line = PageLine(" ")
            line.text(account.string, .emphasis)
            line.target = .account(account)
            return line
        }
        return [PageLine.heading("Accounts")] + lines
            + GroupParts.more(detail.row.accounts - lines.count, "account")
    }

    private func samples(_ detail: TemplateDetail, _ width: Int, _ glyphs: Glyphs) -> [PageLine] {
        var all = PageLine(" all \(Figures.counted(detail.row.samples, "sample")) with this frame", .emphasis)
        all.target = .filtered(.samples, "template:\(id)")
        let lines = detail.samples.prefix(TemplateScreen.sampleLimit).map { sample in
            var line = PageLine(" ")
            line.field(Figures.minute(sample.at), 18, .muted)
            line.text(sample.prompt.onOneLine)
            line.target = .sample(sample.row)
            return line
        }
        return [PageLine.heading("Samples"), all] + lines
    }

    mutating func want(_ tokens: inout TokenSource) -> [Intent] { detail.want(.template(id), &tokens) }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        guard case .template(let value) = answer else { return false }
        return detail.receive(value, for: token)
    }

    mutating func fail(_ message: String, for token: Token) -> Bool { detail.fail(message, for: token) }

    mutating func forget() { detail.forget() }
}
