import Casework
import Terminal

/// What speaks for an innocent holder, as visible as what speaks against.
enum DossierInnocent {
    static func lines(_ dossier: AccountDossier, width: Int, glyphs: Glyphs, limit: Int) -> [PageLine] {
        var lines = [PageLine.heading("Speaks for an innocent holder")]
        if dossier.innocent.isEmpty { lines.append(PageLine(" nothing found", .muted)) }
        lines += list(dossier.innocent, glyphs.check, .innocent, width, glyphs, limit, "sign")
        lines += part(
            "Innocent reasons there could be", dossier.reasons.innocent, .innocent, width, glyphs, limit)
        return lines
            + part("What could not be looked at", dossier.reasons.missing, .muted, width, glyphs, limit)
    }

    /// A heading with one entry a bullet, after an empty line; nothing where there is none.
    private static func part(
        _ title: String, _ texts: [String], _ style: Style, _ width: Int, _ glyphs: Glyphs, _ limit: Int
    ) -> [PageLine] {
        guard !texts.isEmpty else { return [] }
        return [PageLine(), PageLine.heading(title)]
            + list(texts, glyphs.bullet, style, width, glyphs, limit, "line")
    }

    private static func list(
        _ texts: [String], _ mark: String, _ style: Style, _ width: Int, _ glyphs: Glyphs, _ limit: Int,
        _ noun: String
    ) -> [PageLine] {
        texts.prefix(limit).flatMap { words in
            Wrapping.lines(words, width: width - 4, glyphs: glyphs, limit: 2).enumerated().map {
                PageLine(($0 == 0 ? " \(mark) " : "   ") + $1, style)
            }
        } + GroupParts.more(texts.count - limit, noun)
    }
}
