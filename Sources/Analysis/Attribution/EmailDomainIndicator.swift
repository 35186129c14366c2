import Casework

extension IndicatorRule {
    /// The e-mail domain of the profile or one below it. Freely chosen at sign-up where nobody verified it.
    static let emailDomain = IndicatorRule(
        name: "email_domain", family: .identity, isForgeable: true, mostBits: 3, imitation: 0.6, silence: 0.7,
        patterns: { $0.indicators.emailDomains }, reads: { $0 == .emailDomain },
        compile: { pattern in
            let wanted = Array(pattern.lowercased().utf8)
            return { candidate in
                let domain = Array(candidate.text.lowercased().utf8)
                guard domain.suffix(wanted.count).elementsEqual(wanted) else { return false }
                let before = domain.dropLast(wanted.count).last
                return before == nil || before == UInt8(ascii: ".")
            }
        })
}
