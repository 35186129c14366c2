import Casework
import Terminal

extension ListModel {
    /// What stands in place of rows when there are none; nil while there are.
    func emptyLines(_ standing: Standing) -> [PageLine]? {
        if let failure = window.failure, window.rows.isEmpty {
            let hint = PageLine("Tables and columns: ; SELECT name, sql FROM sqlite_schema", .muted)
            return [PageLine("These rows could not be read: \(failure)", .danger)]
                + (list.isSQL ? [hint] : [])
        }
        guard let total = window.total else { return [PageLine("reading …", .muted)] }
        guard total == 0 else { return nil }
        if isFiltered {
            return [PageLine("No \(list.noun) matches this filter. Esc shows all of them.")]
        }
        return [PageLine(emptyReason(standing))]
    }

    /// Where one stands in the list, for the status line: `12 of 1,204 · sorted by …`.
    var position: String {
        var parts: [String] = []
        if let total = window.total, total > 0 {
            let about = window.isEstimate ? "about " : window.isCut ? "the first " : ""
            parts.append(
                "\(Figures.count(scroll.cursor + 1)) of \(about)\(Figures.counted(total, list.noun))")
        }
        if window.isWaiting { parts.append("reading …") }
        if let range { parts.append("range of \(Figures.counted(range.count, list.noun)), v marks it") }
        if marking != nil { parts.append("marking …") }
        if finding.pending != nil { parts.append("looking for \(finding.text) …") }
        if !state.hidden.isEmpty { parts.append("\(Figures.counted(state.hidden.count, "column")) hidden") }
        if !marks.isEmpty { parts.append("\(Figures.count(marks.count)) marked") }
        if let sort { parts.append("by \(sort.field), \(sort.isDescending ? "greatest" : "least") first") }
        if isFiltered { parts.append("filter: \(filterText)") }
        return parts.joined(separator: " · ")
    }

    private func emptyReason(_ standing: Standing) -> String {
        switch list {
        case .groups where standing.overview?.run == nil:
            "No analysis yet: press A to analyse the evidence."
        case .groups: "The analysis found no accounts that belong together beyond chance."
        case .accounts: "No accounts yet: import evidence with 'revenuer import CASE PATH'."
        case .members: "This group has no members."
        case .sources: "No evidence yet: import some with 'revenuer import CASE PATH'."
        case .rejects: "No row was rejected."
        case .faults: "No field was faulty."
        case .artifacts: "No evidence names a value that accounts could share."
        case .networks: "No ranges of addresses: import ip_ranges, or look addresses up with --geoip."
        case .samples: "No samples: the evidence has no prompts."
        case .templates where standing.overview?.run == nil:
            "No analysis yet: press A to look for frames of prompts."
        case .templates: "No frame of a prompt recurs."
        case .auditLog: "Nothing was done yet."
        case .indicators: "No partner's indicators: import STIX 2.1 or MISP files in a folder 'indicators'."
        case .violations: "No use was found that a term forbids."
        case .notes: "No tags, comments or bookmarks yet: t, c and b make them."
        case .frequencies: "There are no rows to count."
        case .sql: "The statement gave no rows."
        case .review: "No membership waits for a decision."
        case .decisions: "Nobody has decided anything yet: 9 shows what waits."
        }
    }
}
