import Casework
import Terminal

/// An account beside or below the list: who, what it is linked to, what speaks for an innocent holder.
struct AccountPreview {
    let row: AccountRow
    /// Nil until it was read.
    let dossier: AccountDossier?

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(
            DossierFacts.lines(
                row, groupName: dossier?.groupName, notes: dossier?.notes ?? [], width: width, glyphs: glyphs)
        )
        guard let dossier else {
            page.add(PageLine(" reading …", .muted))
            return page
        }
        page.add(DossierAddresses.sentence(dossier, width: width, glyphs: glyphs))
        page.space()
        page.add(DossierInnocent.lines(dossier, width: width, glyphs: glyphs, limit: 3))
        page.space()
        page.add(DossierLinks.lines(dossier, width: width, limit: 6))
        page.space()
        page.add(ChartLines.hours(dossier.hours, width: width))
        return page
    }
}
