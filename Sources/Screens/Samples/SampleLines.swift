import Casework
import Terminal

/// Parts of a sample's page and preview.
enum SampleLines {
    static func head(_ row: SampleRow) -> [PageLine] {
        var account = PageLine(" ")
        account.text(row.accountId.string, .title)
        account.target = .account(row.accountId)
        let words = [Figures.time(row.at), row.model, row.surface, row.sampleId].compactMap(\.self)
        return [
            account, PageLine(" " + words.joined(separator: " · "), .muted),
            PageLine(" \(row.row.file):\(row.row.line)", .muted),
        ]
    }

    /// What rules found, and where.
    static func matches(_ detail: SampleDetail, width: Int, glyphs: Glyphs) -> [PageLine] {
        guard !detail.matches.isEmpty else {
            return [PageLine(" No rule matched.", .muted)]
        }
        return [PageLine.heading("What rules found")]
            + detail.matches.flatMap { match -> [PageLine] in
                var line = PageLine(" ")
                line.field(match.capability ?? "-", 22, .emphasis)
                line.field(match.rule, 30, .normal, cut: .middle)
                line.text("\(match.field.rawValue), \(Figures.counted(match.spans.count, "place"))", .muted)
                if let technique = match.technique { line.text("  \(technique)", .muted) }
                let words = match.description.map {
                    Wrapping.lines($0, width: width - 4, glyphs: glyphs, limit: 2).map {
                        PageLine("   " + $0, .muted)
                    }
                }
                return [line] + (words ?? [])
            }
    }

    /// A text under its heading, matches marked, slots underlined.
    static func text(
        _ title: String, _ text: String, _ detail: SampleDetail?, _ field: SampleMatch.Field, width: Int,
        glyphs: Glyphs, limit: Int
    ) -> [PageLine] {
        let spans = (detail?.matches ?? []).filter { $0.field == field }.flatMap(\.spans)
        let slots = field == .prompt ? detail?.slots ?? [] : []
        let (lines, isCut) = MarkedText(text, matches: spans, slots: slots)
            .lines(width: width - 2, glyphs: glyphs, limit: limit)
        let more = isCut ? [PageLine(" … \(Figures.count(text.utf8.count)) bytes in all", .muted)] : []
        return [PageLine.heading(title)] + lines + more
    }

    static func frame(_ template: TemplateRow, width: Int, glyphs: Glyphs) -> [PageLine] {
        var line = PageLine(" frame \(template.id)", .emphasis)
        line.text(" of \(Figures.counted(template.accounts, "account"))")
        line.text(", \(Figures.count(template.flagged)) flagged", template.flagged > 0 ? .warning : .muted)
        line.target = .template(template.id)
        return [line]
    }
}
