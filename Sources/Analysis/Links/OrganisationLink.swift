import Casework

extension LinkRule {
    /// Signal: one organisation name. Why: declared together. Innocent: an organisation declares itself openly, which
    /// operations avoid; counted as a tie, never as a sign of extraction.
    static let organisation = LinkRule(
        "the same organisation", innocent: ["people of one organisation name it"]
    ) { $0 == .organisation || $0.rawValue.hasPrefix("org") }
}
