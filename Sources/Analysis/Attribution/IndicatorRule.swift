import Casework
import Foundation

/// One kind of indicator of a profile: what it matches and how far it may count.
///
/// One file in this folder for each. `mostBits` is log2 of how much oftener a campaign of the lab shows such a match
/// on many accounts than a campaign of somebody else does: it stands for all the ways in which strangers come by it
/// (a rack that changes hands, a card that is sold, a library that others use). What a suspect can choose freely is
/// forgeable; `imitation` is how often somebody who frames the lab would reproduce it. `silence` is how often a
/// campaign of the lab shows no match at all: profiles age, and labs are careful. All are set by hand.
struct IndicatorRule: Sendable {
    let name: String
    let family: EvidenceFamily
    let isForgeable: Bool
    let mostBits: Double
    let imitation: Double
    let silence: Double
    /// What the profile says, as text.
    let patterns: @Sendable (LabProfile) -> [String]
    /// Kinds of value that can match.
    let reads: @Sendable (ArtifactKind) -> Bool
    /// Reads a pattern once and gives the test of values; nil for a pattern that can match nothing.
    let compile: @Sendable (String) -> Test?

    typealias Test = @Sendable (Candidate) -> Bool

    /// A value that may match.
    struct Candidate: Sendable {
        /// Empty for addresses.
        var text = ""
        var address: IPAddress?
        var asNumber: Int?
    }

    /// Bits under somebody who frames the lab: of a match that he reproduces at the chance `imitation`.
    ///
    /// - Parameter factor: on the odds of that chance, so that it stays one.
    func framed(_ bits: Double, factor: Double = 1) -> Double {
        let odds = imitation / (1 - imitation) * factor
        let chance = odds / (1 + odds)
        return log2(chance * exp2(bits) + 1 - chance)
    }

    static let all: [IndicatorRule] = [
        .asNumber, .addressRange, .metadata, .emailDomain, .fingerprint, .tls, .device,
    ]

    /// Equal byte for byte.
    static func exactly(_ pattern: String) -> Test {
        { $0.text.utf8.elementsEqual(pattern.utf8) }
    }
}
