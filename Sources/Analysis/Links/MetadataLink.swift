import Casework

extension LinkRule {
    /// Signal: the same value in the metadata that requests carry. Why: one configuration is copied to all accounts.
    /// Innocent: a default of a library. The sender writes it, so it can be forged to point at somebody else.
    static let metadata = LinkRule(
        "the same request metadata",
        innocent: [
            "a library may fill it in for everybody", "whoever sends a request can write any metadata",
        ]
    ) { $0.rawValue.hasPrefix("metadata") }
}
