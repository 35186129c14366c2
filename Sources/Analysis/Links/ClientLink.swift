import Casework

extension LinkRule {
    /// Signal: one rare client or user agent. Why: home-made tools name themselves alike. Innocent: popular tools;
    /// freely chosen by the sender, so also easily copied.
    static let client = LinkRule(
        "the same client software", innocent: ["users of one tool have it in common"]
    ) { $0 == .client || $0.rawValue == "user_agent" }
}
