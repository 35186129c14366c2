/// The rules that come with the program: one for each capability of the evidence format.
///
/// `other` has no rule: it is what a text has that nothing matched. The rules and their texts are files of
/// `Rules/`, built into the program so that it needs no file beside it.
public enum ShippedRules {
    /// Origin of the rules in findings.
    public static let origin = "shipped"

    /// All rules as one text, to print, edit and import as a file of one's own.
    public static let text = joined([
        PackageResources.chain_of_thought_yar, PackageResources.reasoning_trace_yar,
        PackageResources.rubric_grading_yar, PackageResources.censorship_rewrite_yar,
        PackageResources.coding_yar, PackageResources.agentic_tool_use_yar,
        PackageResources.orchestration_yar,
        PackageResources.computer_use_yar, PackageResources.data_analysis_yar, PackageResources.vision_yar,
        PackageResources.writing_yar,
    ])

    /// The texts that the rules must and must not match, in the form of ``RuleTexts``.
    public static let tests = joined([
        PackageResources.chain_of_thought_texts, PackageResources.reasoning_trace_texts,
        PackageResources.rubric_grading_texts, PackageResources.censorship_rewrite_texts,
        PackageResources.coding_texts, PackageResources.agentic_tool_use_texts,
        PackageResources.orchestration_texts, PackageResources.computer_use_texts,
        PackageResources.data_analysis_texts, PackageResources.vision_texts, PackageResources.writing_texts,
    ])

    public static let file = RuleFile(name: origin, text: text)

    private static func joined(_ files: [[UInt8]]) -> String {
        files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}
