public import Casework

/// The accounts most strongly linked to one account.
public struct StrongestLinks: Sendable {
    /// Values with more holders are passed over: the cost is the sum of the holders.
    public static let mostHolders = 2000

    public struct Value: Sendable {
        public var shared: SharedValue
        /// Numbers of the other holders, and when they used it.
        public var others: [(account: UInt32, used: ClosedRange<Int64>?)]

        public init(shared: SharedValue, others: [(account: UInt32, used: ClosedRange<Int64>?)]) {
            self.shared = shared
            self.others = others
        }
    }

    public struct Link: Sendable {
        public var account: UInt32
        /// Bits without the prior, so that links of one account compare.
        public var bits: Double
        /// Strongest first.
        public var by: [Artifact]
    }

    private let explainer: LinkExplainer

    public init(_ explainer: LinkExplainer) { self.explainer = explainer }

    /// The strongest links first, ties by account number. O(Σ holders log Σ holders).
    public func find(_ values: [Value], limit: Int) -> [Link] {
        var pairs: [(account: UInt32, value: Int, used: ClosedRange<Int64>?)] = []
        for (index, value) in values.enumerated() where value.others.count <= Self.mostHolders {
            for other in value.others { pairs.append((other.account, index, other.used)) }
        }
        pairs.sort { ($0.account, $0.value) < ($1.account, $1.value) }
        var links: [Link] = []
        var start = 0
        while start < pairs.count {
            var end = start
            while end < pairs.count, pairs[end].account == pairs[start].account { end += 1 }
            let shared = pairs[start..<end].map { pair in
                var value = values[pair.value].shared
                value.usedByB = pair.used
                return value
            }
            links.append(link(pairs[start].account, shared))
            start = end
        }
        links.sort { ($1.bits, $0.account) < ($0.bits, $1.account) }
        return Array(links.prefix(limit))
    }

    private func link(_ account: UInt32, _ shared: [SharedValue]) -> Link {
        let explanation = explainer.explain(AccountID(""), AccountID(""), shared: shared)
        let strongest = explanation.evidence.filter { $0.bits > 0 }.sorted { one, two in
            one.bits != two.bits
                ? one.bits > two.bits
                : Artifact(kind: one.kind, value: one.value) < Artifact(kind: two.kind, value: two.value)
        }
        return Link(
            account: account, bits: explanation.bits - explanation.priorBits,
            by: strongest.map { Artifact(kind: $0.kind, value: $0.value) })
    }
}
