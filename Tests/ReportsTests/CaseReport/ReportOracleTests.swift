import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct ReportOracleTests {
    private struct Verdict: Decodable {
        var valid: Bool
        var text: String
    }

    private static let worlds: [String] = ["small", "full", "hostile", "empty"]

    private func facts(_ world: String) -> ReportFacts {
        switch world {
        case "small": ReportWorld.facts()
        case "full": ReportWorld.fullFacts()
        case "hostile": ReportWorld.fullFacts(text: ReportWorld.hostile)
        default: ReportFacts(overview: CaseOverview(title: "", synthetic: false, population: "all"))
        }
    }

    @Test(
        "check-jsonschema finds the schema sound and every report valid",
        .enabled(if: OraclePython.path() != nil, Comment(rawValue: OraclePython.missing)), arguments: worlds)
    func schema(_ world: String) throws {
        let folder = try TemporaryFolder()
        let report = ReportWorld.report(facts(world))
        try folder.write(try CaseReportFormat.json.bytes(report), to: "report.json")
        let schema = OraclePython.packageFolder + "/Documentation/case-report.schema.json"
        let run = try OraclePython.run("report_oracle.py", ["schema", schema, folder.path("report.json")])
        try #require(run.status == 0, "\(run.errorText)")
        let verdict = try JSONDecoder().decode(Verdict.self, from: Data(run.output))
        #expect(verdict.valid, "\(verdict.text)")
    }

    @Test(
        "tidy finds nothing wrong with the HTML",
        .enabled(if: tidyPath != nil, "no tidy: apt-get install tidy"), arguments: worlds)
    func tidy(_ world: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(try CaseReportFormat.html.bytes(ReportWorld.report(facts(world))), to: "report.html")
        let run = try ProgramRun.of(
            try #require(tidyPath), ["-q", "-e", "-utf8", folder.path("report.html")], timeoutSeconds: 60)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.errorText == "")
    }
}

private let tidyPath: String? = ["/usr/bin/tidy", "/usr/local/bin/tidy", "/opt/homebrew/bin/tidy"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}
