import Casework

extension IndicatorRule {
    /// The e-mail domain of the profile or one below it. Freely chosen at sign-up where nobody verified it.
    static let emailDomain = IndicatorRule(
        name: "email_domain", family: .identity, isForgeable: true, mostBits: 3,
        patterns: { $0.indicators.emailDomains }, reads: { $0 == .emailDomain },
        matches: { pattern, candidate in
            let (domain, wanted) = (candidate.text.lowercased().utf8, pattern.lowercased().utf8)
            if domain.elementsEqual(wanted) { return true }
            return domain.count > wanted.count && domain.suffix(wanted.count).elementsEqual(wanted)
                && domain.dropLast(wanted.count).last == UInt8(ascii: ".")
        })
}
