import Casework

extension LinkRule {
    /// Signal: one payment fingerprint pays for several accounts. Why: whoever pays controls or is repaid. Innocent:
    /// families, offices, agencies and resellers pay for others; a fingerprint may stand for a prepaid range.
    static let payment = LinkRule(
        "the same means of payment",
        innocent: [
            "one person or office may pay for several accounts", "a reseller pays for its customers",
        ]
    ) { $0 == .payment }
}
