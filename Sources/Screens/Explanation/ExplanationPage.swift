import Casework
import Terminal

/// Why two accounts are linked: prior and items in bits that sum, each with its rows.
struct ExplanationPage {
    let explanation: LinkExplanation
    let glyphs: Glyphs

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(subjects())
        page.space()
        page.add(headings(width))
        page.add(sumLine("before any evidence (prior)", explanation.priorBits, width))
        for item in strongestFirst { page.add(lines(item, width)) }
        if explanation.evidence.isEmpty { page.add(PageLine(" no evidence links them", .innocent)) }
        page.add(rule())
        page.add(sumLine("sum", explanation.bits, width, .emphasis))
        page.add(sentences("How strong that is", explanation.strength, width, .normal))
        page.space()
        page.add(innocent(width))
        page.add(sentences("What speaks against it", explanation.against, width, .innocent))
        page.add(sentences("What could not be compared", explanation.missing, width, .muted))
        page.add(sentences("Also to know", explanation.notes, width, .muted))
        if !explanation.decisions.isEmpty { page.space() }
        page.add(DecisionLines.lines(explanation.decisions, width: width, glyphs: glyphs))
        return page
    }

    /// A heading with one entry a bullet, after an empty line; nothing where there is none.
    private func sentences(_ title: String, _ texts: [String], _ width: Int, _ style: Style) -> [PageLine] {
        guard !texts.isEmpty else { return [] }
        return [PageLine(), PageLine.heading(title)] + bullets(texts, width, style)
    }

    private func bullets(_ texts: [String], _ width: Int, _ style: Style) -> [PageLine] {
        texts.flatMap { text in
            Wrapping.lines(text, width: width - 4, glyphs: glyphs, limit: 3).enumerated().map {
                PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1, style)
            }
        }
    }

    private func subjects() -> [PageLine] {
        var verdict = PageLine(" Run by one operation? \(Figures.verbal(explanation.probability))  ")
        verdict.text(Figures.probability(explanation.probability) + " ", .emphasis)
        verdict.bar(explanation.probability, 12)
        let accounts = [explanation.a, explanation.b].map { account in
            var line = PageLine(" ")
            line.gap(1)
            line.text(account.string, .title)
            line.target = .account(account)
            return line
        }
        return [verdict] + accounts
    }

    private func headings(_ width: Int) -> PageLine {
        var line = PageLine()
        line.gap(1)
        line.field("Evidence", valueColumns(width) + 29, .heading)
        line.number("held by", 8, .heading)
        line.number("raw", 7, .heading)
        line.number("bits", 7, .heading)
        return line
    }

    private func valueColumns(_ width: Int) -> Int { max(6, min(60, width - 61)) }

    private func lines(_ item: LinkExplanation.Item, _ width: Int) -> [PageLine] {
        var line = PageLine(" ")
        line.field(item.family.rawValue, 14, .muted)
        line.gap(1)
        line.field(item.kind.rawValue, 13, .muted)
        line.gap(1)
        line.field(item.value.string, valueColumns(width), .emphasis, cut: .middle)
        line.number(Figures.count(item.heldBy), 8)
        line.number(Figures.bits(item.rawBits, digits: 2), 7, .muted)
        line.number(SignalLines.signed(item.bits, digits: 2), 7, item.bits < 0 ? .innocent : .normal)
        line.gap(1)
        line.bar(max(0, item.bits) / strongest, 6)
        let innocent = item.innocent.isEmpty ? "" : "Innocent: " + item.innocent.joined(separator: "; ")
        return [line] + indented(item.words, width, .normal) + indented(item.strength, width, .normal)
            + indented(innocent, width, .innocent) + indented(item.context, width, .muted)
            + RowLines.lines(
                item.rows, total: item.rowsTotal, of: [explanation.a, explanation.b], indent: 15)
    }

    /// What ties most comes first, what speaks against it last.
    private var strongestFirst: [LinkExplanation.Item] {
        explanation.evidence.enumerated().sorted { left, right in
            (right.element.bits, left.offset) < (left.element.bits, right.offset)
        }.map(\.element)
    }

    private var strongest: Double { max(1, explanation.evidence.map(\.bits).max() ?? 1) }

    private func indented(_ text: String, _ width: Int, _ style: Style) -> [PageLine] {
        guard !text.isEmpty else { return [] }
        return Wrapping.lines(text, width: width - 16, glyphs: glyphs, limit: 3).map {
            PageLine(String(repeating: " ", count: 15) + $0, style)
        }
    }

    private func sumLine(_ name: String, _ bits: Double, _ width: Int, _ style: Style = .normal) -> PageLine {
        var line = PageLine(" ")
        line.field(name, valueColumns(width) + 29 + 15, style)
        line.number(SignalLines.signed(bits, digits: 2), 7, style)
        return line
    }

    private func rule() -> PageLine {
        var line = PageLine()
        line.rule()
        return line
    }

    private func innocent(_ width: Int) -> [PageLine] {
        let words = explanation.innocentExplanations
        guard !words.isEmpty else { return [PageLine(" No innocent explanation was found.", .muted)] }
        return [PageLine.heading("What else could explain it")] + bullets(words, width, .innocent)
    }
}
