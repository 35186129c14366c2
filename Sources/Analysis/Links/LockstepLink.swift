import Casework

extension LinkRule {
    /// Signal: the same frame within the same two minutes as more others than that frame and hour explain. Why: one
    /// dispatcher. Innocent: scheduled jobs on the full hour (kept at their own level), a class told to start.
    static let lockstep = LinkRule(
        "the same frame in the same two minutes", keptPerAccount: 24,
        innocent: ["scheduled jobs or a class told to start make people act together"]
    ) { $0 == .lockstep }
}
