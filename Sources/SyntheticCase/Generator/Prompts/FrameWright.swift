/// Composes frames that nobody used before: an opening, a few demands, an order for the form, and slots for what
/// varies. There are some millions for each purpose, so two operations and two seeds rarely share one.
enum FrameWright {
    /// A new frame. Its text depends on the draws alone.
    static func compose(_ purpose: Purpose, number: Int, _ random: inout SeededRandom) -> PromptFrame {
        let pieces = FramePieces.of(purpose)
        let demands = random.sample(random.between(1...3), of: pieces.demands)
        let form = random.chance(0.8) ? random.pick(FramePieces.forms) : ""
        let head = tag(&random)
        let body = ([random.pick(pieces.openings)] + demands).joined(
            separator: random.chance(0.7) ? " " : "\n- ")
        let slots = random.pick(pieces.slots)
        let prompts = (0..<random.between(1...2)).map { variant in
            layout(head: head, body: body, slots: slots, form: form, turned: variant == 1)
        }
        let size = Int(random.heavy(median: Double(pieces.tokens.input), spread: 0.4))
        let answer = Int(random.heavy(median: Double(pieces.tokens.output), spread: 0.4))
        return PromptFrame(
            "\(purpose.rawValue)-\(number)", tokens: (max(20, size), max(20, answer)), prompts: prompts,
            responses: pieces.responses, lists: FramePieces.lists)
    }

    private static func layout(
        head: String, body: String, slots: String, form: String, turned: Bool
    ) -> String {
        let parts = turned ? [head, slots, body, form] : [head, body, slots, form]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What pipelines write on top: a version, a job's number, a role; often nothing.
    private static func tag(_ random: inout SeededRandom) -> String {
        let word = InventedNames.word(&random)
        switch random.below(8) {
        case 0: return "\(word.uppercased()) v\(random.between(1...9)).\(random.between(0...9))"
        case 1: return "[\(word)-\(random.between(1...40)) / item «1000-99999»]"
        case 2: return "### \(word) task «100-9999»"
        case 3: return "You are \(word), \(random.pick(roles))."
        case 4: return "batch=«10-999» shard=«0-63»"
        default: return ""
        }
    }

    private static let roles = [
        "a careful assistant", "an expert in the subject", "a senior colleague", "a patient specialist",
        "an examiner", "a quiet and exact worker", "one step of a larger process",
    ]
}
