import Casework

extension LinkRule {
    /// Signal: one referral or voucher code. Why: rings farm credits with one code. Innocent: hackathons, courses
    /// and newsletters hand one code to everybody.
    static let referral = LinkRule(
        "the same referral code", innocent: ["events, courses and newsletters hand out one code to many"]
    ) {
        $0.rawValue.hasPrefix("referral") || $0.rawValue.hasPrefix("voucher")
            || $0.rawValue.hasPrefix("promo")
    }
}
