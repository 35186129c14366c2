import Casework

extension LinkRule {
    /// Signal: one rare e-mail domain. Why: throw-away domains are bought for batches of accounts. Innocent: that is
    /// what organisations are; public mail services are too widely held to count.
    static let emailDomain = LinkRule(
        "the same e-mail domain", innocent: ["people of one organisation share its domain"]
    ) { $0 == .emailDomain }
}
