import Casework

extension LinkRule {
    /// Signal: one e-mail address on several accounts. Why: one person opened them. Innocent: people open second
    /// accounts; shared mailboxes of teams.
    static let emailHash = LinkRule(
        "the same e-mail address", innocent: ["one person may open several accounts for honest reasons"]
    ) { $0 == .emailHash }
}
