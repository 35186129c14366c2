import Casework

/// What the review says of itself.
enum ReviewWords {
    static func done(_ verdict: DecisionVerdict) -> String {
        switch verdict {
        case .confirm: "Confirmed"
        case .reject: "Rejected"
        case .unsure: "Left open"
        }
    }

    /// What a key asks.
    static func asked(_ verdict: DecisionVerdict) -> String {
        switch verdict {
        case .confirm: "confirm"
        case .reject: "reject"
        case .unsure: "unsure of"
        }
    }

    /// `12 of 37 wait   confirmed 9  rejected 1  unsure 2`
    static func progress(_ tally: ReviewTally, place: Int, waiting: Int) -> String {
        var parts = [
            "confirmed \(Figures.count(tally.confirmed))", "rejected \(Figures.count(tally.rejected))",
            "unsure \(Figures.count(tally.unsure))",
        ]
        if tally.disputed > 0 { parts.append("disputed \(Figures.count(tally.disputed))") }
        let stands =
            waiting == 0 ? "none waits" : "\(Figures.count(place)) of \(Figures.count(waiting)) waiting"
        return ([stands] + parts).joined(separator: "  ")
    }

    /// `why next: .710 is in doubt, touches 11 linked accounts`
    static func why(_ row: ReviewRow) -> String {
        let linked = row.linked == 0 ? "no linked account" : Figures.counted(row.linked, "linked account")
        return "why next: \(Figures.probability(row.probability)), touches \(linked)"
    }

    /// `why next: .710 × 11 linked`
    static func whyInShort(_ row: ReviewRow) -> String {
        "why next: \(Figures.probability(row.probability)) \u{D7} \(Figures.count(max(1, row.linked))) linked"
    }

    /// Why there is no queue; nil where there is one.
    static func empty(_ model: ReviewModel, _ standing: Standing) -> [String]? {
        if let failure = model.window.failure, model.window.rows.isEmpty {
            return ["The queue could not be read: \(failure)"]
        }
        guard let total = model.window.total else { return ["reading …"] }
        guard total == 0 else { return nil }
        guard let overview = standing.overview else { return ["reading …"] }
        if overview.run == nil { return ["No analysis yet: press A to analyse the evidence."] }
        if overview.run?.withheld != nil {
            return ["Accusations are withheld in this case: no membership is there to be reviewed."]
        }
        if overview.campaigns == 0 {
            return ["No campaign was found: no membership is there to be reviewed."]
        }
        let hint =
            overview.run?.isUpToDate == true
            ? "The analysis follows all decisions." : "Press A to analyse: it follows the decisions."
        return ["Every membership has been decided on. \(hint)"]
    }
}
