import Casework
import Foundation
import Testing

@testable import Intake

@Suite("Evidence folders")
struct EvidenceFolderTests {
    @Test(
        "tables are recognised by their names",
        arguments: [
            ("accounts.csv", EvidenceTable.accounts), ("exchanges-2026-01.jsonl.zst", .exchanges),
            ("ip_ranges-.csv.gz", .ipRanges), ("case.yaml", .caseDescription), ("terms-a.b.csv", .terms),
        ])
    func recognised(name: String, table: EvidenceTable) {
        #expect(FileRecognition.file(named: name)?.table == table)
    }

    @Test(
        "other names are not",
        arguments: [
            "notes.txt", "exchanges_old.csv", "accounts.csv.bak", "accounts.tsv", "exchanges.csv.bz2",
            "Accounts.csv",
            "accounts", ".csv", "accounts.csv.gz.gz", "case.yml", "case-1.yaml", "x-accounts.csv",
            "profile.csv",
        ])
    func unknown(name: String) {
        #expect(FileRecognition.file(named: name) == nil)
    }

    @Test("the case comes first, then accounts, then parts in bytewise order; ignored files come last")
    func order() throws {
        let folder = try TemporaryFolder()
        for name in [
            "exchanges.csv", "exchanges-b.csv", "exchanges-B.jsonl", "accounts.csv", "case.yaml", "a.txt",
            "profiles/p.yaml", "profiles/readme.md", "rules/r.yar", "indicators/i.json", "old/accounts.csv",
        ] { try folder.write(name, "") }
        let names = try EvidenceFolder([folder.path]).members.map(\.name)
        #expect(
            names == [
                "case.yaml", "accounts.csv", "exchanges-B.jsonl", "exchanges-b.csv", "exchanges.csv",
                "profiles/p.yaml", "a.txt", "indicators/i.json", "profiles/readme.md", "rules/r.yar",
            ])
    }

    @Test("rules and indicators are listed as ignored, saying that this version does not read them")
    func laterFiles() throws {
        let imported = try importing(["rules/r.yar": [], "indicators/i.json": [], "rules/r.txt": []])
        #expect(imported.summary.files.allSatisfy { $0.status == .ignored })
        #expect(
            imported.summary.files.map(\.reason) == [
                "indicators are not read in this version", "not a name of the evidence format",
                "YARA rules are not read in this version",
            ])
    }

    @Test("links, pipes and folders in the place of files fail or are left out, and nothing hangs")
    func specialFiles() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("elsewhere.txt", "account_id,created_at\na,1767607200\n")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/accounts.csv", withDestinationPath: target)
        #expect(mkfifo(folder.path + "/payments.csv", 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: folder.path + "/events.csv", withIntermediateDirectories: false)
        let summary = try EvidenceImport(sink: RecordingSink()).run([folder.path])
        #expect(summary.files.map(\.file) == ["accounts.csv", "payments.csv", "elsewhere.txt"])
        #expect(summary.files.map(\.status) == [.failed, .failed, .ignored])
        #expect(summary.files[0].reason == "is a symbolic link, not a file; give the file itself")
    }

    @Test("a single file is read by its name, or as the table that is named")
    func singleFiles() throws {
        let folder = try TemporaryFolder()
        let csv = try folder.write("accounts-1.csv", "account_id,created_at\na,1767607200\n")
        let other = try folder.write("log.txt", #"{"account_id":"a","at":1767607200}"#)
        let packed = try folder.write("log2", try gzip("account_id,at\na,1767607200\n"))
        let importer = EvidenceImport(sink: RecordingSink())
        #expect(try importer.run([csv]).files.map(\.file) == ["accounts-1.csv"])
        #expect(try importer.run([other]).files.map(\.status) == [.ignored])
        #expect(try importer.run([other, packed], table: .exchanges).totals.rows == 2)
        #expect(throws: IntakeError.self) { try importer.run([folder.path], table: .exchanges) }
        #expect(throws: IntakeError.self) { try importer.run([folder.path + "/none"]) }
    }
}
