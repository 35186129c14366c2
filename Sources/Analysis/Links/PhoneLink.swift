import Casework

extension LinkRule {
    /// Signal: one telephone number verified several accounts. Why: numbers are hard to come by in bulk, so rings
    /// reuse them. Innocent: families, shop floors and support desks share one.
    static let phone = LinkRule(
        "the same telephone", innocent: ["a family or an office may share one telephone"]
    ) { $0.rawValue.hasPrefix("phone") }
}
