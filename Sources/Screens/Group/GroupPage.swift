import Casework
import Terminal

/// A campaign or look-alike, opened: what it is, why, what else it could be, who, when.
struct GroupPage {
    let detail: GroupDetail
    let standing: Standing
    let glyphs: Glyphs

    private static let sharedLimit = 14
    private static let memberLimit = 12

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(GroupParts.verdict(detail.row, standing: standing, width: width, glyphs: glyphs))
        page.space()
        let widths = page.columnWidths(leftShare: 1, rightShare: 1)
        page.add(left: reasons(widths.left), right: possibilities(widths.right), leftShare: 1, rightShare: 1)
        page.space()
        page.add(left: activity(widths.left), right: attribution(widths.right), leftShare: 1, rightShare: 1)
        page.space()
        page.add(DecisionLines.lines(detail.decisions, width: width, glyphs: glyphs))
        page.space()
        page.add(TestedSignals.lines(detail.signals, width: width, glyphs: glyphs))
        page.space()
        page.add(members(width))
        page.space()
        page.add(figures(width))
        page.add(notes(width))
        let history = GroupHistory.lines(
            detail.history, of: detail.row.id, width: width, glyphs: glyphs)
        if !history.isEmpty { page.space() }
        page.add(history)
        return page
    }

    private func reasons(_ width: Int) -> [PageLine] {
        var lines = GroupParts.shared(detail, width: width, limit: GroupPage.sharedLimit)
        if !detail.row.capabilities.isEmpty {
            lines += [PageLine(), PageLine.heading("Capabilities sought")]
            let parts = Wrapping.parts(detail.row.capabilities, width: width - 2, glyphs: glyphs)
            lines += parts.map { PageLine(" " + $0) }
        }
        return lines
    }

    private func possibilities(_ width: Int) -> [PageLine] {
        var lines = GroupParts.alternatives(detail, width: width, limit: GroupKind.allCases.count)
        lines.append(PageLine())
        lines += SignalLines.all(detail.explanations, width: width, glyphs: glyphs)
        let label = detail.row.kind == .campaign ? " could be: " : " innocent: "
        for words in detail.row.innocentExplanations {
            lines += Wrapping.lines(words, width: width - 11, glyphs: glyphs, limit: 2).enumerated().map {
                PageLine(($0 == 0 ? label : "           ") + $1, .innocent)
            }
        }
        return lines
    }

    private func activity(_ width: Int) -> [PageLine] {
        var lines = [PageLine.heading("Exchanges per day")]
        let days = ChartLines.days(
            detail.activity, events: standing.events, width: width, height: 3, glyphs: glyphs)
        lines += days.isEmpty ? [GroupParts.none] : days
        let hours = ChartLines.hours(detail.hours, width: width)
        guard !hours.isEmpty else { return lines }
        return lines + [PageLine(), PageLine.heading("Exchanges by hour of day")] + hours
    }

    private func attribution(_ width: Int) -> [PageLine] {
        guard detail.row.kind == .campaign else {
            return [PageLine.heading("Who"), PageLine(" Not accused, so nobody is looked for.", .innocent)]
        }
        guard standing.withheld == nil else {
            return [
                PageLine.heading("Who"),
                PageLine(" Withheld, as every accusation in this case is.", .warning),
            ]
        }
        return [PageLine.heading("Who")]
            + AttributionLines.lines(detail.attribution, width: width, glyphs: glyphs)
    }

    private func members(_ width: Int) -> [PageLine] {
        let shown = detail.members.prefix(GroupPage.memberLimit)
        var lines = [PageLine.heading("Members, the likeliest first")]
        lines += shown.map { MemberLines.line($0, width: width) }
        var all = PageLine(" All \(Figures.counted(detail.row.accounts, "member")) …", .accent)
        all.target = .members(detail.row.id)
        lines.append(all)
        return lines
    }

    private func figures(_ width: Int) -> [PageLine] {
        guard !detail.figures.isEmpty else { return [] }
        return [PageLine.heading("Figures")] + FigureLines.table(detail.figures, width: width)
    }

    private func notes(_ width: Int) -> [PageLine] {
        guard !detail.notes.isEmpty else { return [] }
        let lines = detail.notes.flatMap { note in
            Wrapping.lines(note, width: width - 2, glyphs: glyphs, limit: 4).map { PageLine(" " + $0) }
        }
        return [PageLine(), PageLine.heading("Notes")] + lines
    }
}
