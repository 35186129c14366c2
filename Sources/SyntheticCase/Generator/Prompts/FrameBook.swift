/// Every frame of prompts of one world: the library's, and those composed for its operations and groups.
struct FrameBook: Sendable {
    private(set) var frames: [PromptFrame] = []
    /// Whether the provider's filter for reasoning fires on it.
    private(set) var isFiltered: [Bool] = []
    /// Median sizes in tokens.
    private(set) var inputs: [Int32] = []
    private(set) var outputs: [Int32] = []
    private static let filtered: Set<String> = [
        "cot-elicit", "cot-compare", "rubric-grade", "rewrite-sensitive", "trace-rebuild", "eval-grade",
        "assignment-explain", "tutor-solution", "homework",
    ]

    init() {
        for frame in PromptLibrary.frames { _ = add(frame, filtered: FrameBook.filtered.contains(frame.id)) }
    }

    /// Adds a frame and gives its number.
    mutating func add(_ frame: PromptFrame, filtered: Bool) -> UInt16 {
        frames.append(frame)
        isFiltered.append(filtered)
        inputs.append(Int32(clamping: frame.inputTokens))
        outputs.append(Int32(clamping: frame.outputTokens))
        return UInt16(clamping: frames.count - 1)
    }

    /// The frame of `PromptLibrary` with this id.
    static func shipped(_ id: String) -> UInt16 { UInt16(clamping: PromptLibrary.index(of: id)) }
}
