import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct ReportRenderingTests {
    private func text(_ format: CaseReportFormat, _ facts: ReportFacts = ReportWorld.fullFacts()) throws
        -> String
    {
        String(decoding: try format.bytes(ReportWorld.report(facts)), as: UTF8.self)
    }

    @Test("A report looks as it looked", arguments: CaseReportFormat.allCases)
    func snapshot(_ format: CaseReportFormat) throws {
        try Snapshot.check(try text(format), "report.\(format.rawValue)")
    }

    @Test("The same facts give the same bytes", arguments: CaseReportFormat.allCases)
    func same(_ format: CaseReportFormat) throws {
        #expect(try text(format) == (try text(format)))
    }

    @Test("Every page of a synthetic case says so", arguments: [CaseReportFormat.html, .markdown, .text])
    func synthetic(_ format: CaseReportFormat) throws {
        let whole = try text(format)
        #expect(whole.contains("SYNTHETIC"))
        var facts = ReportWorld.fullFacts()
        facts.overview.synthetic = false
        facts.description?.synthetic = false
        #expect(!(try text(format, facts)).contains("SYNTHETIC"))
    }

    @Test("The head of every printed page names cut and SYNTHETIC")
    func printedPages() throws {
        #expect(try text(.html).contains("@top-left { content: \"INTERNAL · SYNTHETIC\""))
    }

    @Test("HTML has no script, nothing from outside, and a policy that forbids both")
    func contained() throws {
        let html = try text(.html, ReportWorld.fullFacts(text: ReportWorld.hostile)).lowercased()
        for forbidden in [
            "<script", "<img", "<iframe", "<link", "src=", "url(", "@import", "onload=", "javascript:",
        ] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        #expect(html.contains("default-src 'none'"))
    }

    @Test(
        "Hostile text becomes visible marks in every written form",
        arguments: [CaseReportFormat.html, .markdown, .text])
    func hostile(_ format: CaseReportFormat) throws {
        let whole = try text(format, ReportWorld.fullFacts(text: ReportWorld.hostile))
        for scalar in whole.unicodeScalars where scalar != "\n" {
            #expect(!SafeOutput.isUnsafe(scalar.value), "U+\(String(scalar.value, radix: 16))")
        }
        #expect(whole.contains(format == .markdown ? "\\\\u\\{202e\\}" : "\\u{202e}"))
    }

    @Test("Hostile text adds no line to Markdown and no cell to its tables")
    func markdownTables() throws {
        let plain = try text(.markdown).split(separator: "\n", omittingEmptySubsequences: false)
        let whole = try text(.markdown, ReportWorld.fullFacts(text: ReportWorld.hostile))
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == plain.count)
        for (line, other) in zip(lines, plain) where line.hasPrefix("|") {
            #expect(cells(line) == cells(other), "\(line)")
        }
    }

    /// Bars that are not escaped.
    private func cells(_ line: Substring) -> Int {
        var count = 0
        var isEscaped = false
        for character in line {
            if character == "|", !isEscaped { count += 1 }
            isEscaped = character == "\\" && !isEscaped
        }
        return count
    }

    @Test("JSON reads back to the same report")
    func roundTrip() throws {
        let report = ReportWorld.report(ReportWorld.fullFacts(text: ReportWorld.hostile))
        let bytes = try CaseReportFormat.json.bytes(report)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let again = try decoder.decode(CaseReport.self, from: Data(bytes))
        #expect(try CaseReportFormat.json.bytes(again) == bytes)
    }
}
