import Casework
import Foundation
import Testing

@testable import Intake

/// The conformance folders beside the package, as far as they are about importing.
@Suite("Conformance folders")
struct ConformanceTests {
    /// Relative to the package: it is no part of it, so that the tests of a lone package skip it.
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/conformance").standardizedFileURL.path

    /// Their rules and indicators are not read in this version.
    private static let later = ["28-case-profiles-rules", "29-broken-yaml-and-rule"]

    private static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    private static var names: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/expected.json") }
            .sorted()
    }

    @Test(
        "a folder gives the import result that is written beside it",
        .enabled(if: isThere, "no conformance folders beside the package"), arguments: names)
    func folder(name: String) throws {
        let expected = try json("\(ConformanceTests.folder)/\(name)/expected.json")
        var sinks: [String: DiscardingSink] = [:]
        for step in expected["steps"] as? [[String: Any]] ?? [] {
            let work = try TemporaryFolder()
            let evidence = work.path + "/" + (step["import"] as? String ?? "")
            try copy("\(ConformanceTests.folder)/\(name)/evidence", to: work.path + "/evidence")
            try generate(step, in: evidence)
            let key = step["case"] as? String ?? "case"
            let isDryRun = (step["options"] as? [String])?.contains("--dry-run") == true
            let sink = isDryRun ? DiscardingSink() : sinks[key, default: DiscardingSink()]
            if !isDryRun { sinks[key] = sink }
            let summary = try EvidenceImport(sink: sink).run([evidence])
            check(summary, step, isPartial: ConformanceTests.later.contains(name))
        }
    }

    private func json(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    private func copy(_ from: String, to: String) throws {
        if FileManager.default.fileExists(atPath: from) {
            try FileManager.default.copyItem(atPath: from, toPath: to)
        }
    }

    /// Files that are too big to keep are made.
    private func generate(_ step: [String: Any], in folder: String) throws {
        for file in step["generate"] as? [[String: Any]] ?? [] {
            var bytes: [UInt8] = []
            for part in file["parts"] as? [[Any]] ?? [] {
                let text = Array((part.first as? String ?? "").utf8)
                let times = part.last as? Int ?? 0
                if text.count == 1 {
                    bytes.append(contentsOf: repeatElement(text[0], count: times))
                } else {
                    for _ in 0..<times { bytes += text }
                }
            }
            let path = folder + "/" + (file["path"] as? String ?? "")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }

    private func check(_ summary: ImportSummary, _ step: [String: Any], isPartial: Bool) {
        if !isPartial { #expect(Int(summary.exitCode) == step["exit"] as? Int) }
        let files = step["files"] as? [String: [String: Any]] ?? [:]
        #expect(summary.files.allSatisfy { files[$0.file] != nil })
        for (name, wanted) in files where !(isPartial && isOfLaterVersion(name)) {
            guard let got = summary.files.first(where: { $0.file == name }) else {
                #expect(wanted["optional"] as? Bool == true, "\(name) is missing")
                continue
            }
            check(got, wanted)
        }
        let totals = step["totals"] as? [String: Any] ?? [:]
        compare(summary.totals.rows, totals["rows"], "rows")
        compare(summary.totals.rejected, totals["rejected"], "rejected")
        compare(summary.totals.faults, totals["faults"], "faults")
        for (names, count) in step["reasons"] as? [String: Int] ?? [:] {
            let sum = names.filter { $0 != "+" }.split(separator: "|").reduce(0) {
                $0 + (summary.reasons[String($1)] ?? 0)
            }
            #expect(names.hasSuffix("+") ? sum >= count : sum == count, "\(names): \(summary.reasons)")
        }
    }

    private func isOfLaterVersion(_ name: String) -> Bool {
        name.hasPrefix("rules/") || name.hasPrefix("indicators/")
    }

    private func check(_ got: FileOutcome, _ wanted: [String: Any]) {
        #expect(got.status.rawValue == wanted["status"] as? String, "\(got.file): \(got.reason ?? "")")
        if let table = wanted["table"] as? String { #expect(got.table?.rawValue == table) }
        compare(got.rows, wanted["rows"], got.file)
        compare(got.rejected, wanted["rejected"], got.file)
        compare(got.faults, wanted["faults"], got.file)
        if let line = wanted["line"] as? Int {
            #expect(got.reason?.contains("line \(line):") == true, "\(got.file): \(got.reason ?? "")")
        }
    }

    private func compare(_ got: Int, _ wanted: Any?, _ what: String) {
        if let wanted = wanted as? Int { #expect(got == wanted, "\(what)") }
        if let choice = wanted as? [String: Any], let values = choice["one_of"] as? [Int] {
            #expect(values.contains(got), "\(what)")
        }
    }
}
