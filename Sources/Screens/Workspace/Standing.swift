import Casework

/// What every screen may need to know of the case.
struct Standing: Sendable {
    let title: String
    let isSynthetic: Bool
    /// Nil until it was read.
    var overview: CaseOverview?

    /// Why probabilities and accusations are withheld; nil when they are not.
    var withheld: String? { overview?.run?.withheld }
    var events: [EventRow] { overview?.events ?? [] }
}
