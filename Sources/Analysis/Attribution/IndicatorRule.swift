import Casework

/// One kind of indicator of a profile: what it matches and how far it may count.
///
/// One file in this folder for each. Bits are log2 of how much commoner matches are inside the campaign than
/// outside, up to `mostBits`. What a suspect can choose freely is forgeable and counts least.
struct IndicatorRule: Sendable {
    let name: String
    let family: EvidenceFamily
    let isForgeable: Bool
    let mostBits: Double
    /// What the profile says, as text.
    let patterns: @Sendable (LabProfile) -> [String]
    /// Kinds of value that can match.
    let reads: @Sendable (ArtifactKind) -> Bool
    let matches: @Sendable (String, Candidate) -> Bool

    /// A value that may match.
    struct Candidate: Sendable {
        var text: String
        var address: IPAddress?
        var asNumber: Int?
    }

    static let all: [IndicatorRule] = [
        .asNumber, .addressRange, .metadata, .emailDomain, .fingerprint, .tls, .device,
    ]
}
