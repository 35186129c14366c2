import Casework
import Terminal

/// What is in the case, what stands out, what looks alike, what needs a person now.
struct OverviewPage {
    let overview: CaseOverview
    let glyphs: Glyphs

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(Wrapping.parts(counts, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0) })
        if let withheld = overview.run?.withheld {
            page.add(
                wrapped(
                    "\(glyphs.warning) Probabilities and accusations are withheld: \(withheld)", width,
                    .warning))
        }
        page.space()
        let widths = page.columnWidths()
        guard page.isWide else {
            // What needs a person must not lie below the edge of a small screen.
            page.add(needs(width) + [PageLine()] + groups(width) + [PageLine()] + activity(width))
            return page
        }
        page.add(
            left: groups(widths.left), right: activity(widths.right) + [PageLine()] + needs(widths.right))
        return page
    }

    private var counts: [String] {
        let period = overview.period
        let days = [period.from, period.to].compactMap { $0?.day }
        return [
            Figures.counted(overview.accounts, "account"), Figures.counted(overview.exchanges, "exchange"),
            Figures.counted(overview.samples, "sample"), Figures.counted(overview.sources, "source"),
            Figures.counted(overview.rejects, "rejected row"),
            Figures.counted(overview.faults, "faulty field"),
        ] + (days.isEmpty ? [] : [days.joined(separator: " … ")])
            + (overview.population == "all" ? [] : ["population: \(overview.population)"])
    }

    private func groups(_ width: Int) -> [PageLine] {
        guard overview.run != nil else { return [PageLine.heading("Stands out")] + todo(width) }
        let campaigns = overview.standsOut.filter { $0.kind == .campaign }
        let others = overview.standsOut.filter { $0.kind != .campaign }
        var lines = [OverviewGroups.heading("Stands out", "P", width)]
        lines +=
            campaigns.isEmpty
            ? [PageLine(" nothing that only a campaign explains", .innocent)]
            : campaigns.flatMap { OverviewGroups.campaign($0, width: width, glyphs: glyphs) }
        lines += GroupParts.more(overview.campaigns - campaigns.count, "campaign")
        guard !others.isEmpty else { return lines }
        lines += [PageLine(), OverviewGroups.heading("Looks alike, not accused", "", width)]
        lines += others.flatMap { OverviewGroups.lookAlike($0, width: width) }
        return lines + GroupParts.more(overview.groups - overview.campaigns - others.count, "look-alike")
    }

    /// What to do in a case that has not been analysed.
    private func todo(_ width: Int) -> [PageLine] {
        if overview.sources == 0 {
            return wrapped("No evidence yet: import some with 'revenuer import CASE PATH'.", width)
        }
        return wrapped("No analysis yet: press A to analyse the evidence.", width, .emphasis)
    }

    private func activity(_ width: Int) -> [PageLine] {
        let days = ChartLines.days(
            overview.activity, events: overview.events, width: width, height: 3, glyphs: glyphs)
        return [PageLine.heading("Exchanges per day")] + (days.isEmpty ? [PageLine(" none", .muted)] : days)
    }

    private func needs(_ width: Int) -> [PageLine] {
        var lines = [PageLine.heading("Needs you")]
        let reservations = overview.run?.reservations ?? []
        for words in overview.needsAttention where !reservations.contains(words) {
            lines += bulleted(words.hasSuffix("to review") ? "\(words)  (9)" : words, width)
        }
        for words in reservations { lines += bulleted("\(words) Press A to analyse again.", width) }
        return lines.count > 1 ? lines : lines + [PageLine(" nothing", .muted)]
    }

    private func bulleted(_ words: String, _ width: Int) -> [PageLine] {
        Wrapping.lines(words, width: width - 4, glyphs: glyphs, limit: 3).enumerated().map {
            PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1)
        }
    }

    private func wrapped(_ text: String, _ width: Int, _ style: Style = .normal) -> [PageLine] {
        Wrapping.lines(text, width: width - 2, glyphs: glyphs, limit: 4).map { PageLine(" " + $0, style) }
    }
}
