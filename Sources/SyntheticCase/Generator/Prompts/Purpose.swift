/// What a composed frame is for.
enum Purpose: String, CaseIterable, Sendable {
    case chainOfThought = "chain_of_thought"
    case reasoningTrace = "reasoning_trace"
    case rubricGrading = "rubric_grading"
    case censorshipRewrite = "censorship_rewrite"
    case coding
    case agenticToolUse = "agentic_tool_use"
    case orchestration
    case computerUse = "computer_use"
    case dataAnalysis = "data_analysis"
    case vision
    /// Honest work: a course's assignment, a company's product, a framework, an event.
    case assignment, product, framework, contest

    /// What operations are after.
    static let sought: [Purpose] = [
        .chainOfThought, .reasoningTrace, .rubricGrading, .censorshipRewrite, .coding, .agenticToolUse,
        .orchestration, .computerUse, .dataAnalysis, .vision,
    ]

    /// Whether the provider's filter for reasoning fires on it.
    var isFiltered: Bool {
        switch self {
        case .chainOfThought, .reasoningTrace, .rubricGrading, .censorshipRewrite, .assignment: return true
        default: return false
        }
    }
}
