import Casework
import Terminal

/// Who falls out, campaign by campaign; a line opens the campaign or the account it is about.
struct WhatIfPage {
    let result: WhatIf
    let standing: Standing
    let glyphs: Glyphs

    /// Accounts named for each campaign; the rest is counted.
    private static let accountLimit = 8

    func page(width: Int) -> Page {
        var page = Page(width: width)
        if let run = standing.overview?.run, run.id != result.run {
            page.add(
                wrapped(
                    "The case was analysed anew since: this was held against \(result.run).", width, .warning)
            )
            page.space()
        }
        for words in result.words { page.add(wrapped(words, width, .normal)) }
        page.space()
        page.add(PageLine.heading("Campaigns"))
        if result.campaigns.isEmpty { page.add(PageLine(" none, with it or without", .muted)) }
        for campaign in result.campaigns { page.add(lines(campaign, width)) }
        page.space()
        page.add(
            wrapped(
                "Groups that are not accused: \(Figures.count(result.lookAlikesBefore)) as it is, \(Figures.count(result.lookAlikesAfter)) without.",
                width, .muted))
        return page
    }

    private func lines(_ campaign: WhatIf.Campaign, _ width: Int) -> [PageLine] {
        let style: Style = campaign.outcome == .unchanged ? .normal : .warning
        var lines = wrapped("\(campaign.id)  \(campaign.words)", width, style)
        if campaign.before != nil { lines[0].target = .group(campaign.id) }
        lines += standing("as it is", campaign.before) + standing("without", campaign.after)
        lines += accounts("falls out", campaign.lost, campaign.lostTotal)
        if campaign.before != nil { lines += accounts("comes in", campaign.gained, campaign.gainedTotal) }
        return lines
    }

    private func standing(_ name: String, _ group: WhatIf.Standing?) -> [PageLine] {
        guard let group else { return [] }
        var line = PageLine("     ")
        line.field(name, 10, .muted)
        line.field(group.extractionProbability.map(Figures.probability) ?? "-", 6)
        let size = "\(Figures.counted(group.accounts, "account")), \(Figures.count(group.accused)) accused"
        line.text("\(size)  \(group.actor.map { "\(glyphs.arrow) \($0)" } ?? "unattributed")  ")
        line.text(group.name, .muted)
        return [line]
    }

    private func accounts(_ name: String, _ accounts: [AccountID], _ total: Int) -> [PageLine] {
        let shown = accounts.prefix(WhatIfPage.accountLimit)
        return shown.map { account in
            var line = PageLine("     ")
            line.field(name, 10, .muted)
            line.text(account.string, .emphasis)
            line.target = .account(account)
            return line
        } + GroupParts.more(total - shown.count, "account")
    }

    private func wrapped(_ text: String, _ width: Int, _ style: Style) -> [PageLine] {
        Wrapping.lines(text, width: width - 2, glyphs: glyphs, limit: 4).map { PageLine(" " + $0, style) }
    }
}
