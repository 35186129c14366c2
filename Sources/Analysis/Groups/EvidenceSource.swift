import Casework

/// Sources of evidence in the mixing test: the families, with device and software, sign-up and lockstep apart.
///
/// What is owned (means, device, identity) counts up to 6 bits a source. Frames count from −3 to 6: they are the
/// customer's, and a campaign is what is drawn for one customer, whoever opened the accounts; but one customer has
/// several tasks. Software can be had by anybody (−1 to 2). What can be rented or is everybody's (infrastructure,
/// lockstep, sign-up hours) counts from −1 to 2: two operators behind one proxy share it, and a launch day brings
/// strangers together.
enum EvidenceSource: Int, CaseIterable, Sendable {
    case means, device, identity, signUp, infrastructure, language, lockstep, template, software

    static let mostOwnedBits = 6.0
    static let mostRentedBits = 2.0
    static let leastRentedBits = -1.0
    static let mostSoftwareBits = 2.0
    /// Frames tie as much as what is owned, but part less: one customer has several tasks.
    static let mostFrameBits = 6.0
    static let leastFrameBits = -3.0

    static let count = allCases.count

    init(_ kind: ArtifactKind) {
        self =
            switch kind.family {
            case .means: .means
            case .client: kind.rawValue.hasPrefix("device") ? .device : .software
            case .identity: .identity
            case .infrastructure: .infrastructure
            case .language: kind == .template ? .template : .language
            case .time: kind == .signUp ? .signUp : .lockstep
            }
    }

    var isOwned: Bool { rawValue <= EvidenceSource.identity.rawValue }

    /// Sources whose lack of bridges is weighed by how far they mix inside the parts.
    var isDealt: Bool { isOwned || self == .language }

    var mostBits: Double {
        switch self {
        case .means, .device, .identity: EvidenceSource.mostOwnedBits
        case .language, .template: EvidenceSource.mostFrameBits
        case .software: EvidenceSource.mostSoftwareBits
        case .signUp, .infrastructure, .lockstep: EvidenceSource.mostRentedBits
        }
    }

    /// Samples are a few of the exchanges: templates that do not meet say nothing.
    var leastBits: Double {
        switch self {
        case .means, .device, .identity: -EvidenceSource.mostOwnedBits
        case .language: EvidenceSource.leastFrameBits
        case .template: 0
        case .software, .signUp, .infrastructure, .lockstep: EvidenceSource.leastRentedBits
        }
    }

    /// Bits of a source within what it may count.
    func clipped(_ bits: Double) -> Double { min(mostBits, max(leastBits, bits)) }
}
