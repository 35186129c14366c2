/// Every prompt frame of the invented world, in a fixed order.
enum PromptLibrary {
    static let frames: [PromptFrame] =
        CodingAgentPrompts.frames + ToolUsePrompts.frames + RubricPrompts.frames + RewritePrompts.frames
        + ReasoningPrompts.frames + ComputerUsePrompts.frames + DataPrompts.frames + TutorPrompts.frames
        + CoursePrompts.frames + BusinessPrompts.frames + OfficePrompts.frames + EverydayPrompts.frames
        + PracticalPrompts.frames + ChinesePrompts.frames + EuropeanPrompts.frames + JapanesePrompts.frames

    private static let places: [String: Int] = Dictionary(
        frames.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The number of the frame with this id, which must exist.
    static func index(of id: String) -> Int {
        guard let place = places[id] else { preconditionFailure("no prompt frame is named \(id)") }
        return place
    }
}
