import Casework
import Terminal

/// Reviewers' decisions as a part of a page: each with its reason and what it comes to.
enum DecisionLines {
    /// A heading and a bullet each; nothing where nobody decided.
    static func lines(_ decisions: [Decision], width: Int, glyphs: Glyphs) -> [PageLine] {
        guard !decisions.isEmpty else { return [] }
        return [PageLine.heading("Reviewers' decisions")]
            + decisions.flatMap { decision in
                Wrapping.lines(text(decision), width: width - 4, glyphs: glyphs, limit: 5).enumerated().map {
                    PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1, style(decision))
                }
            }
    }

    static func text(_ decision: Decision) -> String {
        ([DecisionWords.line(decision) + "."] + DecisionWords.consequences(decision)).joined(separator: " ")
    }

    /// What is no longer in force stands back.
    private static func style(_ decision: Decision) -> Style { decision.inForce ? .normal : .muted }
}
