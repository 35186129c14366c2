import Casework

extension LinkRule {
    /// Signal: addresses in one /24 or /64, or of one network the provider named. Why: racks and pools are rented as
    /// blocks. Innocent: neighbours at one provider; weaker than an address, and always counted after it.
    static let network = LinkRule(
        "the same network", keptPerAccount: 8, needsOverlap: true,
        innocent: ["unrelated customers of one access or hosting provider are neighbours"]
    ) { $0 == .network || $0.family == .infrastructure }
}
