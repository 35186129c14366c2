public import Casework
import Foundation

/// A value that two accounts both hold, as the case store knows it.
public struct SharedValue: Sendable, Hashable {
    public var artifact: Artifact
    /// Accounts that hold it.
    public var holders: Int
    /// What the last analysis said about it; nil where there is none.
    public var verdict: ArtifactVerdict.Verdict?
    /// Its bits from that analysis.
    public var bits: Double?
    /// When each account used it, seconds since 1970; nil where unknown.
    public var usedByA: ClosedRange<Int64>?
    public var usedByB: ClosedRange<Int64>?

    public init(artifact: Artifact, holders: Int) {
        self.artifact = artifact
        self.holders = holders
    }
}

/// Why two accounts are linked: prior, items in bits, the sum, and what else it could be.
///
/// An item's raw bits are those of its value's verdict, or log2(accounts / holders) halved where no analysis judged
/// it. Addresses and networks count as far as both used them at the same time. Within a family the strongest item
/// counts in full, the next a quarter, the next a quarter of that, since they depend on each other: a family never
/// says more than 4/3 of its strongest item. Across families items add. A single family
/// alone counts half: one weak family never makes a link. Prior and items sum to the bits exactly as printed.
public struct LinkExplainer: Sendable {
    /// Seconds between the uses of an address after which it says nothing: a lease may have changed hands.
    public static let forgottenSeconds: Int64 = 30 * 86_400

    private let accounts: Int
    private let priorBits: Double

    /// - Parameters:
    ///   - accounts: accounts in the case.
    ///   - priorBits: `Findings.linkPriorBits`; without an analysis nil, and one pair in `accounts` is assumed.
    public init(accounts: Int, priorBits: Double?) {
        self.accounts = max(2, accounts)
        self.priorBits = priorBits ?? -log2(Double(max(2, accounts)))
    }

    /// O(shared values, sorted). Items: by family, strongest first.
    public func explain(_ a: AccountID, _ b: AccountID, shared: [SharedValue]) -> LinkExplanation {
        var explanation = LinkExplanation(a: a, b: b, priorBits: priorBits)
        let weighed = shared.filter { !LinkRule.isBarred($0.artifact.kind) }.map { weigh($0) }
            .sorted { one, two in
                if one.item.family != two.item.family { return one.item.family < two.item.family }
                if one.base != two.base { return one.base > two.base }
                return Artifact(kind: one.item.kind, value: one.item.value)
                    < Artifact(kind: two.item.kind, value: two.item.value)
            }
        let speaking = Set(weighed.filter { $0.base > 0 }.map(\.item.family))
        var discount = DependenceDiscount(speakingFamilies: speaking.count)
        for (item, base) in weighed {
            var item = item
            item.bits = discount.bits(item.family, base: base)
            if discount.rank > 0, base > 0 {
                item.context +=
                    "; depends on the items above, \(discount.rank == 1 ? "counts a quarter" : "hardly counts")"
            }
            if discount.isAlone, base > 0 {
                item.context += "; nothing of another family agrees, counts half"
            }
            explanation.bits += item.bits
            explanation.evidence.append(item)
        }
        explanation.probability = Bits(explanation.bits).probability.value
        explanation.innocentExplanations = innocent(explanation.evidence)
        return explanation
    }

    /// Fills in the sentences of an explanation that a person reads: each item's, and those on strength. O(items).
    public static func addWords(to explanation: inout LinkExplanation) {
        for place in explanation.evidence.indices {
            let item = explanation.evidence[place]
            explanation.evidence[place].words = ValueWords.sentence(item.artifact, holders: item.heldBy)
            explanation.evidence[place].strength = ValueWords.strength(item.bits)
            explanation.evidence[place].innocent = ValueWords.innocent(item.kind)
        }
        explanation.strength = LinkStrength.sentences(explanation)
    }

    private func weigh(_ shared: SharedValue) -> (item: LinkExplanation.Item, base: Double) {
        let rule = LinkRule.of(shared.artifact.kind)
        let rarity = max(0, log2(Double(accounts) / Double(max(2, shared.holders))))
        let raw = shared.verdict == .barred ? 0 : max(0, shared.bits ?? rarity / 2)
        var item = LinkExplanation.Item(
            family: shared.artifact.kind.family, artifact: shared.artifact, heldBy: shared.holders,
            rawBits: raw,
            bits: 0)
        var context = ["held by \(CountWords.counted(shared.holders, "account"))"]
        if let words = Self.words(shared.verdict) { context.append(words) }
        var base = raw
        if rule.needsOverlap {
            let overlap = Self.overlap(shared.usedByA, shared.usedByB)
            base *= overlap.share
            if let words = overlap.words { context.append(words) }
        }
        item.context = context.joined(separator: "; ")
        return (item, base)
    }

    private static func words(_ verdict: ArtifactVerdict.Verdict?) -> String? {
        switch verdict {
        case .operation: "its holders share other things too"
        case .shared: "its holders have little else in common"
        case .barred: "too widely held, or barred: not counted"
        case .unknown: "little is known of its holders"
        case nil: "not judged by an analysis yet"
        }
    }

    /// How far two spans of use agree: 1 where they meet, falling to 0 over thirty days apart; ½ where unknown.
    static func overlap(_ a: ClosedRange<Int64>?, _ b: ClosedRange<Int64>?) -> Overlap {
        guard let a, let b else { return Overlap(share: 0.5, gap: nil) }
        if a.overlaps(b) { return Overlap(share: 1, gap: 0) }
        let gap = a.upperBound < b.lowerBound ? b.lowerBound - a.upperBound : a.lowerBound - b.upperBound
        return Overlap(share: max(0, 0.5 * (1 - Double(gap) / Double(forgottenSeconds))), gap: gap)
    }

    struct Overlap {
        var share: Double
        /// Seconds between the two uses, 0 where they meet, nil where unknown.
        var gap: Int64?

        var words: String? {
            guard let gap else { return "times of use unknown, counts half" }
            return gap == 0 ? nil : "used \(max(1, gap / 86_400)) days apart, counts \(percent(share))"
        }
    }

    private func innocent(_ items: [LinkExplanation.Item]) -> [String] {
        var texts: [String] = []
        for item in items.sorted(by: { $0.bits > $1.bits }) where item.bits > 0 {
            for text in LinkRule.of(item.kind).innocent where !texts.contains(text) { texts.append(text) }
        }
        return texts
    }
}
