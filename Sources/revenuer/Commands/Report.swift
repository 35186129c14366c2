import ArgumentParser
import CaseStore
import Casework
import Foundation
import Reports
import Workbench

/// `revenuer report CASE --format F -o FILE`
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The case report: HTML, Markdown, plain text or JSON, all drawn from the same value.",
        discussion: """
            The same case and options give the same bytes. Only the internal cut exists in this version: it shows \
            everything but names of persons, which --persons adds. Sentences that claim more than evidence carries \
            are reported on standard error.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case html, md, txt, json }

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "internal; legal and partner belong to a later version.")
    var cut = "internal"

    @Option(help: "html, md, txt or json.")
    var format: Format

    @Option(name: .shortAndLong, help: "The file to write; - for standard output.")
    var output: String

    @Option(help: "Time of the report, RFC 3339; default: that of the analysis.")
    var at: String?

    @Option(help: "Who answers for the report.")
    var author: String?

    @Option(help: "Rows of evidence shown for each exhibit.")
    var rows = ReportOptions.usualRowLimit

    @Flag(help: "Show values that may name persons.")
    var persons = false

    @Flag(help: "Print one JSON value about what was written.")
    var json = false

    @OptionGroup var zone: ZoneOption

    func run() throws { try zone.using(report) }

    private func report() throws {
        try check()
        let desk = ReportDesk(try CaseReader(opening: path))
        let options = ReportOptions(
            at: try time(desk), author: author, rowLimit: max(0, rows), namesPersons: persons,
            tool: "revenuer \(ProgramVersion.current)")
        let report = CaseReport(try desk.facts(rowLimit: max(0, rows)), options)
        let bytes = try reportFormat.bytes(report)
        let findings = WordingCheck.findings(in: report)
        for finding in findings {
            StandardError.line(
                "revenuer: wording (\(finding.fault.rawValue)): \"\(finding.words)\" in: \(finding.sentence)")
        }
        try write(bytes)
        if json { try summarise(report, bytes.count, findings) }
    }

    private func check() throws {
        guard CaseReport.Cut(rawValue: cut) != nil else {
            let isPlanned = cut == "legal" || cut == "partner"
            throw CommandFailure.usage(
                isPlanned
                    ? "--cut \(cut): this version writes the internal cut only; the \(cut) cut comes in a later one. Do not hand the internal cut out in its place."
                    : "--cut \(SafeOutput.brief(cut)): expected internal.")
        }
        if json, output == "-" {
            throw CommandFailure.usage(
                "--json prints on standard output, where -o - puts the report; name a file.")
        }
    }

    private func time(_ desk: ReportDesk) throws -> Timestamp {
        guard let at else { return try desk.usualTime() }
        guard let time = Timestamp(rfc3339: at) else {
            throw CommandFailure.usage(
                "--at \(SafeOutput.brief(at)): expected a time such as 2026-03-01T12:00:00Z.")
        }
        return time
    }

    private var reportFormat: CaseReportFormat {
        switch format {
        case .html: .html
        case .md: .markdown
        case .txt: .text
        case .json: .json
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        guard output != "-" else {
            return try PipedOutput.write { try $0.write(bytes) }
        }
        let sink = try FileSink(path: output)
        try sink.write(bytes)
        try sink.commit()
    }

    /// What `--json` prints.
    private struct Summary: Encodable {
        var file: String
        var format: String
        var cut: String
        var at: Timestamp
        var run: String?
        var synthetic: Bool
        var bytes: Int
        var campaigns: Int
        var lookAlikes: Int
        var wording: [WordingCheck.Finding]
    }

    private func summarise(_ report: CaseReport, _ size: Int, _ findings: [WordingCheck.Finding]) throws {
        var out = StandardOutput()
        try out.json(
            Summary(
                file: output, format: format.rawValue, cut: report.cut.rawValue, at: report.at,
                run: report.run?.id,
                synthetic: report.synthetic, bytes: size, campaigns: report.campaigns.count,
                lookAlikes: report.lookAlikes.count, wording: findings))
        out.flush()
    }
}

/// Standard output as the place of a document.
enum PipedOutput {
    /// Lets `fill` write; when the reader goes away (`| head`), what is left is dropped quietly.
    static func write(_ fill: (any ByteSink) throws -> Void) throws {
        do {
            try fill(DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output"))
        } catch let error as ExportError where error.isBrokenPipe {
            return
        }
    }
}
