extension CaseReport {
    /// Every sentence that we wrote, in the order of the report; texts of evidence are left out.
    var sentences: [String] {
        var all = question + population.allows + method.statements
        all += campaigns.flatMap(\.statements)
        all += lookAlikes.flatMap { $0.why + $0.notes }
        all += limits + actions.map(\.statement) + burden.statements + reply
        let reasons =
            campaigns.flatMap(\.explanations).flatMap { $0.speaksFor + $0.speaksAgainst }
            + lookAlikes.flatMap(\.speaksFor)
        let patterns = signals + campaigns.flatMap(\.signals)
        return all.map(\.text) + reasons.map(\.words)
            + patterns.flatMap { [$0.words] + [$0.innocent].compactMap { $0 } }
    }
}

extension CaseReport.Campaign {
    var statements: [CaseReport.Statement] {
        summary + elements.map(\.statement) + attribution.statements + notes + absent
    }
}

extension String {
    /// With one full stop at its end.
    var asSentence: String { hasSuffix(".") ? self : self + "." }
}
