import Casework

extension LinkRule {
    /// Signal: prompts of several accounts' samples have one frame with other words in its slots. Why: one pipeline
    /// fills one frame. Innocent: an agent framework, a course assignment, a published prompt; what many otherwise
    /// unconnected accounts send is a framework, and nothing corroborates it.
    ///
    /// Samples are a few of the exchanges: a template in common speaks for, the lack of one says nothing. Where prompt
    /// keys are known too, both show the same frames, and the stronger of the two counts.
    static let template = LinkRule(
        "the same prompt template", keptPerAccount: 16,
        innocent: ["users of one framework, course or published prompt send the same frame"]
    ) { $0 == .template }
}
