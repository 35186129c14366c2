import Casework

/// The forms in which a case report is written. All are drawn from the same value.
public enum CaseReportFormat: String, CaseIterable, Sendable {
    case html
    case markdown = "md"
    case text = "txt"
    case json

    /// The report in this form, UTF-8; the same report gives the same bytes.
    public func bytes(_ report: CaseReport) throws -> [UInt8] {
        switch self {
        case .html: Array(HTMLReport(document: ReportDocument(report)).text.utf8)
        case .markdown: Array(MarkdownReport(document: ReportDocument(report)).text.utf8)
        case .text: Array(PlainTextReport(document: ReportDocument(report)).text.utf8)
        case .json: try JSONText.encode(report) + [UInt8(ascii: "\n")]
        }
    }
}
