import Casework

extension LinkRule {
    /// Signal: created within the same hour. Why: accounts made in batches. Innocent: launch days, classes and events
    /// make queues; alone it says nothing.
    static let signUp = LinkRule(
        "created within the same hour",
        innocent: ["launch days, classes and events make people sign up together"]
    ) { $0 == .signUp }
}
