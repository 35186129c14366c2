import Casework
import Terminal

/// What else is known of an account: uses that a term forbids, partners' indicators, tags and comments.
enum DossierFindings {
    static func lines(_ dossier: AccountDossier, width: Int, glyphs: Glyphs) -> [PageLine] {
        let parts = [
            part("Uses that a term forbids", dossier.violations.map { violation($0) }, width, glyphs),
            part("Partners' indicators", dossier.indicators.map { indicator($0) }, width, glyphs),
            part("Reviewers' decisions", dossier.decisions.map(DecisionLines.text), width, glyphs),
            part("Tags and comments", dossier.notes.filter { !$0.withdrawn }.map { note($0) }, width, glyphs),
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [PageLine()]))
    }

    private static func part(_ title: String, _ texts: [String], _ width: Int, _ glyphs: Glyphs) -> [PageLine]
    {
        guard !texts.isEmpty else { return [] }
        return [PageLine.heading(title)]
            + texts.flatMap { text in
                Wrapping.lines(text, width: width - 4, glyphs: glyphs, limit: 4).enumerated().map {
                    PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1)
                }
            }
    }

    private static func violation(_ row: ViolationRow) -> String {
        "\(row.clause ?? "no clause received"): \(row.words)"
    }

    private static func indicator(_ row: IndicatorRow) -> String {
        let from = [row.partner, row.grade, row.actor.map { "tied to \($0)" }].compactMap(\.self)
        return "\(row.kind.rawValue) \(row.value) (\(from.joined(separator: ", ")))"
    }

    private static func note(_ row: NoteRow) -> String {
        "\(row.kind == .tag ? "tag" : "comment"): \(row.text) (\(row.actor), \(row.at.day))"
    }
}
