import Casework
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct DataPackageOracleTests {
    private struct Verdict: Decodable {
        struct Artifact: Decodable { var value: String }
        struct Tables: Decodable { var artifacts: [Artifact] }
        var valid: Bool
        var errors: [String]
        var tables: Tables
    }

    @Test(
        "frictionless finds both folders valid, and Python reads the texts that were written",
        .enabled(if: OraclePython.path() != nil, Comment(rawValue: OraclePython.missing)),
        arguments: ["csv", "jsonl"])
    func valid(_ format: String) throws {
        let folder = try TemporaryFolder()
        let content = ExportWorld.content(isSynthetic: true)
        if format == "csv" {
            try CSVExport.write(content, toFolder: folder.path("out"))
        } else {
            try JSONLinesExport.write(content, toFolder: folder.path("out"))
        }
        let run = try OraclePython.run("datapackage_oracle.py", [folder.path("out")])
        try #require(run.status == 0, "\(run.errorText)")
        let verdict = try JSONDecoder().decode(Verdict.self, from: Data(run.output))
        #expect(verdict.valid, "\(verdict.errors)")
        let values = verdict.tables.artifacts.map {
            format == "csv" ? FormulaGuard.unguarded($0.value) : $0.value
        }
        #expect(values.map { ExactText($0) } == ExportWorld.hostile.map { ExactText($0) })
    }
}
