import Casework

/// The forms in which a statement of reasons is written. All are drawn from the same value.
public enum StatementFormat: String, CaseIterable, Sendable {
    case html
    case markdown = "md"
    case text = "txt"
    case json

    /// The statement in this form, UTF-8; the same statement gives the same bytes.
    public func bytes(_ statement: AccountStatement) throws -> [UInt8] {
        switch self {
        case .html: Array(HTMLReport(document: ReportDocument(statement)).text.utf8)
        case .markdown: Array(MarkdownReport(document: ReportDocument(statement)).text.utf8)
        case .text: Array(PlainTextReport(document: ReportDocument(statement)).text.utf8)
        case .json: try JSONText.encode(statement) + [UInt8(ascii: "\n")]
        }
    }
}

extension WordingCheck {
    /// Every fault of a statement's own sentences, in their order.
    public static func findings(in statement: AccountStatement) -> [Finding] {
        let facts = statement.facts.flatMap { [$0.strength] + $0.innocent }
        let all =
            statement.alleged + statement.notAlleged + statement.ruleWords + statement.period
            + statement.factWords
            + facts + statement.sureness + statement.weighed.flatMap(\.words) + statement.unavailable
            + statement.youCanBring + statement.decision
        return all.flatMap { findings(in: $0) }
    }
}
