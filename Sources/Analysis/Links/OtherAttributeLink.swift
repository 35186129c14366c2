import Casework

extension LinkRule {
    /// Signal: any other attribute the provider logged with the same value. Why and how far: only as far as its
    /// holders share things of other families too. Innocent: unknown; look at the value.
    static let otherAttribute = LinkRule(
        "the same value", innocent: ["what this attribute means is known to the provider only"]
    ) { _ in true }
}
