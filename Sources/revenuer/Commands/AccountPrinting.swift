import Casework

/// An account for people: what is held of it and why in sentences, then everything the case has on it.
enum AccountPrinting {
    static func lines(_ dossier: AccountDossier) throws -> [String] {
        let reasons = dossier.reasons
        var lines = ["\(dossier.row.accountId)\(flags(dossier.row))", ""]
        lines += (reasons.words + dossier.connections.map(\.words)).flatMap { Prose.wrapped($0) }
        lines += dossier.connections.flatMap { values($0) }
        lines += Prose.list("What that rests on", reasons.strength)
        lines += Prose.list("Innocent reasons there could be", reasons.innocent)
        lines += Prose.list("What speaks against it", reasons.against)
        lines += Prose.list("What could not be looked at", reasons.missing)
        lines += DecisionPrinting.list(dossier.decisions)
        return lines + ["", "Everything the case has"] + (try DetailPrinting.lines(rest(dossier)))
    }

    private static func flags(_ row: AccountRow) -> String {
        row.flagged.isEmpty ? "" : "  flagged: " + row.flagged.map(\.rawValue).joined(separator: ", ")
    }

    /// Every value that the sentence counts, under it the first rows of the account that have it.
    private static func values(_ found: FlaggedConnections) -> [String] {
        found.values.flatMap { value in
            let name = SafeOutput.brief(value.value.string, limit: 40)
            let head =
                "  \(found.kind.rawValue) \(name)  \(value.flagged.grouped) flagged of \(value.accounts.grouped) (campaign \(value.campaign.grouped), provider \(value.provider.grouped))"
            return [head] + Prose.wrapped(rows(value), indent: "      ")
        }
    }

    private static func rows(_ value: FlaggedConnections.Value) -> String {
        let shown = value.rows.prefix(rowsShown).map { "\($0.file):\($0.line)" }.joined(separator: ", ")
        let more = value.rowsTotal - min(rowsShown, value.rows.count)
        guard !shown.isEmpty else { return "" }
        return "\(CountWords.counted(value.rowsTotal, "row")): \(shown)"
            + (more > 0 ? " and \(more.grouped) more" : "")
    }

    /// --json has twenty.
    private static let rowsShown = 6

    /// What the sentences above said is not said twice.
    private static func rest(_ dossier: AccountDossier) -> AccountDossier {
        var rest = dossier
        rest.reasons = AccountReasons()
        rest.connections = []
        rest.decisions = []
        return rest
    }
}
