public import Casework
import Foundation

/// What items of evidence for one link count, taken by family and strongest first.
///
/// Within a family the strongest counts in full, the next a quarter, the next a quarter of that, since they depend on
/// each other; where only one family speaks, all count half: one weak family never makes a link.
public struct DependenceDiscount: Sendable {
    public static let dependentShare = 0.25
    public static let aloneShare = 0.5

    /// True where a single family has anything to say.
    public let isAlone: Bool
    /// How many items of the family came before the last one.
    public private(set) var rank = 0
    private var previous: EvidenceFamily?

    public init(speakingFamilies: Int) { isAlone = speakingFamilies == 1 }

    /// Bits of the next item after both discounts.
    public mutating func bits(_ family: EvidenceFamily, base: Double) -> Double {
        rank = family == previous ? rank + 1 : 0
        previous = family
        guard base > 0 else { return base }
        let shared = rank > 0 ? base * pow(Self.dependentShare, Double(rank)) : base
        return isAlone ? shared * Self.aloneShare : shared
    }
}
