import Casework
import Testing

@testable import Intake

@Suite("A folder of foreign logs")
struct ForeignFolderTests {
    @Test("Bedrock, Stripe and nginx over the same accounts are drafted and imported without editing")
    func wholeFolder() throws {
        let folder = try TemporaryFolder()
        var logs = ForeignLogs()
        try logs.write(into: folder)
        let names = [ForeignLogs.bedrockName, ForeignLogs.stripeName, ForeignLogs.nginxName]
        let drafts = try names.map { try MapDraft.of(folder.path + "/" + $0) }
        #expect(drafts.map(\.readyMap) == ["bedrock", "stripe", "nginx"])
        #expect(drafts.allSatisfy { $0.ask.isEmpty })
        #expect(drafts[0].unsure.contains { $0.contains("requestMetadata.account_id") })
        #expect(drafts[1].unsure.contains { $0.contains("account_id (metadata)") })
        let maps = try drafts.map { try EvidenceMap.read(Array($0.yaml.utf8), name: $0.file + ".map.yaml") }

        let sink = RecordingSink()
        let summary = try EvidenceImport(sink: sink).run([folder.path], maps: maps)
        #expect(summary.files.allSatisfy { $0.status == .imported })
        #expect(summary.totals.rejected == 0 && summary.totals.faults == 0)
        let payers = Set(sink.holdings.filter { $0.kind == .payment }.map(\.account.string))
        let speakers = Set(sink.samples.map(\.account.string))
        #expect(payers == Set(logs.accounts))
        #expect(speakers.isSubset(of: payers) && speakers.count > 20)
        #expect(sink.samples.count == 240)
        #expect(summary.totals.rows == 240 * 2 + 24 + 25 + 270)
    }

    @Test("the same as a dry run, with the maps named in case.yaml")
    func dryRun() throws {
        let folder = try TemporaryFolder()
        var logs = ForeignLogs()
        try logs.write(into: folder)
        var lines = "title: Foreign\nsynthetic: true\nmap:\n"
        for name in [ForeignLogs.bedrockName, ForeignLogs.stripeName, ForeignLogs.nginxName] {
            try folder.write(name + ".map.yaml", try MapDraft.of(folder.path + "/" + name).yaml)
            lines += "  \(name): \(name).map.yaml\n"
        }
        try folder.write("case.yaml", lines)
        let summary = try EvidenceImport(sink: DiscardingSink()).run([folder.path])
        #expect(summary.files.count { $0.status == .imported } == 4)
        #expect(summary.files.count { $0.status == .ignored } == 3)
        #expect(summary.totals == totals(rows: 800, rejected: 0, faults: 0))
        #expect(summary.exitCode == 0)
    }
}

@Suite("Rules and indicators")
struct PartnerFilesTests {
    private static let checks = ForeignChecks(
        rules: { text, file throws(FileCheckFailure) in
            if text.contains("broken") { throw FileCheckFailure(line: 3, problem: "syntax error in \(file)") }
            return ["one", "two"]
        },
        indicators: { bytes, file throws(FileCheckFailure) in
            if bytes.isEmpty { throw FileCheckFailure(line: nil, problem: "is empty") }
            let position = RowPosition(line: 2, offset: 5)
            let record = IndicatorRecord(position: position, id: "i1", kind: .network, value: "192.0.2.1")
            return .init(
                records: [record], rejects: [Reject(position: position, reason: "bad_pattern", raw: [65])])
        })

    private func imported(_ files: [String: String]) throws -> Imported {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        let sink = RecordingSink()
        let summary = try EvidenceImport(sink: sink, checks: PartnerFilesTests.checks).run([folder.path])
        return Imported(sink: sink, summary: summary)
    }

    @Test("rules come with their text and names, after the tables")
    func rules() throws {
        let imported = try imported([
            "rules/a.yar": "rule one {}", "accounts.csv": "account_id,created_at\na,1767607200\n",
            "rules/b.txt": "x",
        ])
        #expect(imported.summary.files.map(\.file) == ["accounts.csv", "rules/a.yar", "rules/b.txt"])
        #expect(imported.summary.files.map(\.status) == [.imported, .imported, .ignored])
        #expect(imported.summary.files[1].table == .rules)
        guard case .rules(let record)? = imported.sink.batches.last else {
            Issue.record("no rules came")
            return
        }
        #expect(record == RuleFileRecord(file: "rules/a.yar", text: "rule one {}", rules: ["one", "two"]))
    }

    @Test("a broken rule fails its file with the line; bytes that are no UTF-8 and big files fail too")
    func brokenRules() throws {
        let imported = try imported(["rules/a.yar": "broken"])
        #expect(imported.status == .failed)
        #expect(imported.reason == "line 3: syntax error in rules/a.yar")
        let folder = try TemporaryFolder()
        try folder.write("rules/b.yar", Array("x\n".utf8) + [0xFF])
        try folder.write("rules/c.yar", [UInt8](repeating: 65, count: (1 << 20) + 1))
        let summary = try EvidenceImport(sink: DiscardingSink(), checks: PartnerFilesTests.checks).run([
            folder.path
        ])
        #expect(
            summary.files.map(\.reason) == [
                "line 2: not UTF-8", "is bigger than 1024 KiB, the most that is read of such a file",
            ])
    }

    @Test("indicators come with their rejects, which count")
    func indicators() throws {
        let imported = try imported(["indicators/p.json": "{}", "indicators/q.json": ""])
        #expect(imported.summary.files.map(\.status) == [.imported, .failed])
        #expect(imported.summary.files[0].rows == 1 && imported.summary.files[0].rejected == 1)
        #expect(imported.summary.files[1].reason == "is empty")
        #expect(imported.summary.reasons == ["bad_pattern": 1])
        #expect(imported.reasons == ["bad_pattern"])
        #expect(imported.summary.exitCode == 1)
    }
}
