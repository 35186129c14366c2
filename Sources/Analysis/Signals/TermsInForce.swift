public import Casework

/// The clauses of the provider's terms by kind and time.
///
/// Conduct is held only against what was in force when it happened. Kinds other than `region` are for reports to
/// cite where a group's evidence shows the conduct: nothing here says that anybody did it.
public struct TermsInForce: Sendable {
    private let terms: [CaseTerm]

    /// Terms in any order.
    public init(_ terms: [CaseTerm]) {
        self.terms = terms.sorted {
            $0.from != $1.from ? $0.from < $1.from : ExactText($0.clause) < ExactText($1.clause)
        }
    }

    /// Clauses of a kind, the earliest first, then by clause.
    public func clauses(kind: TermKind) -> [CaseTerm] { terms.filter { $0.kind == kind } }

    /// Clauses of a kind in force at a moment. O(terms).
    public func clauses(kind: TermKind, at moment: Timestamp) -> [CaseTerm] {
        terms.filter { $0.kind == kind && $0.isInForce(at: moment.milliseconds) }
    }
}

extension CaseTerm {
    /// From its beginning, inclusive, to its end, exclusive.
    func isInForce(at milliseconds: Int64) -> Bool {
        milliseconds >= from && to.map { milliseconds < $0 } ?? true
    }
}
