import Casework
import Terminal

/// An account, opened: facts, links with reasons, addresses, holdings, activity, what speaks for it.
struct DossierPage {
    let dossier: AccountDossier
    let standing: Standing
    let glyphs: Glyphs

    private static let linkLimit = 12
    private static let holdingLimit = 10
    private static let sampleLimit = 4

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(
            DossierFacts.lines(
                dossier.row, groupName: dossier.groupName, notes: dossier.notes, width: width, glyphs: glyphs)
        )
        page.space()
        let widths = page.columnWidths(leftShare: 1, rightShare: 1)
        page.add(left: links(widths.left), right: claims(widths.right), leftShare: 1, rightShare: 1)
        page.space()
        page.add(left: holdings(widths.left), right: activity(widths.right), leftShare: 1, rightShare: 1)
        page.space()
        page.add(DossierFindings.lines(dossier, width: width, glyphs: glyphs))
        page.space()
        page.add(samples(width))
        page.space()
        page.add(origins(width))
        return page
    }

    private func links(_ width: Int) -> [PageLine] {
        DossierLinks.lines(dossier, width: width, limit: DossierPage.linkLimit) + [PageLine()]
            + DossierAddresses.lines(dossier, width: width, glyphs: glyphs, limit: DossierPage.holdingLimit)
    }

    private func claims(_ width: Int) -> [PageLine] {
        let innocent = DossierInnocent.lines(dossier, width: width, glyphs: glyphs, limit: 8)
        guard let membership = dossier.membership else { return innocent }
        let group = dossier.row.campaign ?? dossier.row.group ?? "a group"
        var heading = PageLine.heading("Why it belongs to \(group)")
        heading.text("   bits", .muted)
        return innocent + [PageLine(), heading] + MembershipLines.decided(membership)
            + MembershipLines.sum(membership, glyphs: glyphs)
            + MembershipLines.against(membership, width: width, glyphs: glyphs)
    }

    private func holdings(_ width: Int) -> [PageLine] {
        let held = DossierHoldings.lines(
            "Payments, attributes", dossier.holdings, width: width, limit: DossierPage.holdingLimit)
        let used = DossierHoldings.lines(
            "Used in exchanges", dossier.uses, width: width, limit: DossierPage.holdingLimit)
        return held + (held.isEmpty || used.isEmpty ? [] : [PageLine()]) + used
    }

    private func activity(_ width: Int) -> [PageLine] {
        var lines = [PageLine.heading("Exchanges per day")]
        let days = ChartLines.days(
            dossier.activity, events: standing.events, width: width, height: 2, glyphs: glyphs)
        lines += days.isEmpty ? [GroupParts.none] : days
        let hours = ChartLines.hours(dossier.hours, width: width)
        if !hours.isEmpty { lines += [PageLine(), PageLine.heading("Exchanges by hour of day")] + hours }
        guard !dossier.features.isEmpty else { return lines }
        return lines + [PageLine(), PageLine.heading("Behaviour")]
            + FigureLines.table(dossier.features, width: width)
    }

    private func samples(_ width: Int) -> [PageLine] {
        guard !dossier.samples.isEmpty else { return [] }
        let lines = dossier.samples.prefix(DossierPage.sampleLimit).flatMap { sample in
            var head = PageLine(" \(Figures.time(sample.at))", .muted)
            head.target = .sample(sample.row)
            head.text("  \(sample.model ?? "-")  \(sample.row.file):\(sample.row.line)", .muted)
            let prompt = Wrapping.lines(sample.prompt, width: width - 6, glyphs: glyphs, limit: 2)
            return [head] + prompt.map { PageLine("   " + $0) }
        }
        let more = GroupParts.more(dossier.samples.count - DossierPage.sampleLimit, "sample")
        return [PageLine.heading("Samples")] + lines + more
    }

    private func origins(_ width: Int) -> [PageLine] {
        let properties = dossier.properties.map { property in
            var line = PageLine(" ")
            line.field(property.name, 20, .muted)
            line.gap(1)
            line.text(property.value)
            return line
        }
        let rows = RowWords.list(dossier.rows, total: dossier.rows.count)
        let files = Wrapping.lines(rows, width: width - 8, glyphs: glyphs, limit: 2).enumerated().map {
            PageLine(($0 == 0 ? " rows  " : "       ") + $1, .muted)
        }
        guard !properties.isEmpty || !files.isEmpty else { return [] }
        return [PageLine.heading("As received")] + properties + files
    }
}
