import Casework
import Terminal

/// What speaks for an innocent holder, as visible as what speaks against.
enum DossierInnocent {
    static func lines(_ dossier: AccountDossier, width: Int, glyphs: Glyphs, limit: Int) -> [PageLine] {
        var lines = [PageLine.heading("Speaks for an innocent holder")]
        guard !dossier.innocent.isEmpty else { return lines + [PageLine(" nothing found", .muted)] }
        for words in dossier.innocent.prefix(limit) {
            lines += Wrapping.lines(words, width: width - 4, glyphs: glyphs, limit: 2).enumerated().map {
                PageLine(($0 == 0 ? " \(glyphs.check) " : "   ") + $1, .innocent)
            }
        }
        return lines + GroupParts.more(dossier.innocent.count - limit, "sign")
    }
}
