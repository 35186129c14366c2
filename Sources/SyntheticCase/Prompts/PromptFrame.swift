/// The frame of a prompt with its slots: what a sample's text is made from.
///
/// Texts use guillemets for what varies: `«file»` draws from the list of that name, `«f:file»` draws and keeps
/// the choice as `f` for the rest of the exchange, `«3-9»` is a number, `«n:3-9»` a kept one, and `«a|b»` one of
/// two wordings. Choices may contain further slots.
struct PromptFrame: Sendable {
    let id: String
    /// Median sizes, in tokens.
    let inputTokens: Int
    let outputTokens: Int
    let prompts: [String]
    let responses: [String]
    let lists: [String: [String]]
    /// Whether people typed it by hand: then some of it is in lower case or without its full stop.
    let typed: Bool

    init(
        _ id: String, tokens: (input: Int, output: Int), typed: Bool = false, prompts: [String],
        responses: [String],
        lists: [String: [String]] = [:]
    ) {
        self.id = id
        (inputTokens, outputTokens) = tokens
        self.typed = typed
        self.prompts = prompts
        self.responses = responses
        self.lists = lists
    }

    /// A prompt and its answer, with the same choices in both. Where there are as many responses as prompts they
    /// belong together in order.
    func text(_ random: inout SeededRandom) -> (prompt: String, response: String) {
        var expansion = Expansion(lists: lists)
        let number = random.below(prompts.count)
        var prompt = expansion.expand(prompts[number], &random)
        if typed { prompt = Keyboard.type(prompt, &random) }
        let paired = responses.count == prompts.count
        return (prompt, expansion.expand(paired ? responses[number] : random.pick(responses), &random))
    }
}
