import Casework

extension LinkRule {
    /// Signal: the provider logged the same prompt frame. Why: one pipeline sends one frame from all its accounts.
    /// Innocent: an agent framework, a course assignment, a published prompt.
    static let promptKey = LinkRule(
        "the same prompt frame", keptPerAccount: 16,
        innocent: ["users of one framework, course or published prompt send the same frame"]
    ) { $0 == .promptKey }
}
