import Casework
import Terminal

/// The accounts this one is linked to, by what, and how strongly.
enum DossierLinks {
    private static let valueLimit = 3

    static func lines(_ dossier: AccountDossier, width: Int, limit: Int) -> [PageLine] {
        var heading = PageLine()
        let idColumns = max(12, min(24, width / 4))
        heading.gap(1)
        heading.field("Linked to", idColumns + 1, .heading)
        heading.number("bits", 6, .heading)
        heading.gap(2)
        heading.text("by", .heading)
        guard !dossier.links.isEmpty else {
            return [PageLine.heading("Linked to"), PageLine(" no other account", .innocent)]
        }
        let lines = dossier.links.prefix(limit).map { link in
            var line = PageLine(" ")
            line.gap(1)
            line.field(link.accountId.string, idColumns, .emphasis, cut: .middle)
            line.number(Figures.bits(link.bits), 6)
            line.gap(2)
            line.text(words(link))
            line.target = .explanation(dossier.row.accountId, link.accountId)
            return line
        }
        return [heading] + lines + GroupParts.more(dossier.links.count - limit, "linked account")
    }

    private static func words(_ link: LinkRow) -> String {
        let values = link.by.prefix(valueLimit).map { "\($0.kind.rawValue) \($0.value.string)" }
        let more = link.by.count - valueLimit
        return (values + (more > 0 ? ["\(more) more"] : [])).joined(separator: " · ")
    }
}
