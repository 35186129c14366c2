public import Casework

/// What two accounts do not share, and what could not be compared.
///
/// Neither is weighed: that each of two accounts has a card of its own is what strangers look like, and also what
/// an operation with a card for every account looks like. A reader has to know both.
public struct LinkGaps: Sendable {
    /// One of the two accounts, as far as the comparison needs it.
    public struct Side: Sendable {
        public var id: AccountID
        /// How many values of each kind it has.
        public var values: [ArtifactKind: Int]
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?

        public init(id: AccountID, values: [ArtifactKind: Int], firstAt: Timestamp?, lastAt: Timestamp?) {
            self.id = id
            self.values = values
            self.firstAt = firstAt
            self.lastAt = lastAt
        }

        fileprivate func count(_ strand: ComparedStrand) -> Int {
            values.reduce(0) { $0 + (strand.includes($1.key) ? $1.value : 0) }
        }
    }

    private let a: Side
    private let b: Side
    private let shared: Set<ArtifactKind>
    private let received: Set<EvidenceTable>

    /// - Parameters:
    ///   - shared: kinds of which the two have a value in common.
    ///   - received: tables that the case has rows of.
    public init(_ a: Side, _ b: Side, shared: Set<ArtifactKind>, received: Set<EvidenceTable>) {
        self.a = a
        self.b = b
        self.shared = shared
        self.received = received
    }

    /// What speaks against one hand, in sentences. O(kinds).
    public var against: [String] {
        let own = ComparedStrand.all.filter { strand in
            !shared.contains(where: strand.includes) && a.count(strand) > 0 && b.count(strand) > 0
        }
        return own.map(apart) + [times].compactMap { $0 }
    }

    /// What could not be compared, in sentences. O(kinds).
    public var missing: [String] {
        ComparedStrand.all.compactMap { strand in
            switch (a.count(strand), b.count(strand)) {
            case (0, 0): unknown(strand)
            case (0, _): "No \(strand.name) is known for \(a.id)."
            case (_, 0): "No \(strand.name) is known for \(b.id)."
            default: nil
            }
        }
    }

    private func apart(_ strand: ComparedStrand) -> String {
        if strand.family == .time { return "They were not created within the same hour." }
        return
            "Each has \(strand.plural) of its own and none in common: \(a.id) \(CountWords.grouped(a.count(strand))), \(b.id) \(CountWords.grouped(b.count(strand)))."
    }

    private func unknown(_ strand: ComparedStrand) -> String {
        guard strand.tables.allSatisfy({ !received.contains($0) }) else {
            return "No \(strand.name) is known for either account."
        }
        let tables = strand.tables.map(\.rawValue).joined(separator: " and ")
        return "No \(strand.name) could be compared: the evidence has no \(tables)."
    }

    private var times: String? {
        guard let endOfA = a.lastAt, let endOfB = b.lastAt, let startOfA = a.firstAt, let startOfB = b.firstAt
        else { return nil }
        if endOfA < startOfB { return succession(a.id, endOfA, b.id, startOfB) }
        return endOfB < startOfA ? succession(b.id, endOfB, a.id, startOfA) : nil
    }

    private func succession(_ one: AccountID, _ end: Timestamp, _ other: AccountID, _ start: Timestamp)
        -> String
    {
        "They were never in use at the same time: \(one) until \(end.rfc3339), \(other) from \(start.rfc3339). A replaced account looks like that, and so do strangers."
    }
}
