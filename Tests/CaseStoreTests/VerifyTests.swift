import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Verifying") struct VerifyTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func filled() throws -> CaseWriter {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        try importer.takeExchanges("x.csv", Evidence.rows(60, seed: 3))
        try importer.close()
        return writer
    }

    /// Changes what the triggers would keep.
    private func tamper(_ writer: CaseWriter, _ sql: String) throws {
        try writer.connection.access { handle in
            let triggers = try handle.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                $0.text(0)
            }
            for trigger in triggers { try handle.runScript("DROP TRIGGER \(trigger)") }
            try handle.runScript(sql)
        }
    }

    @Test("A case as it was made is sound")
    func sound() throws {
        let writer = try filled()
        let report = try writer.reader().verify()
        #expect(report.isSound)
        #expect(report.audit.entries == 3)
        #expect(report.digest.ground.count == 64)
        try writer.close()
    }

    @Test(
        "An altered, a missing and a cut-off entry of the log are told apart",
        arguments: [
            ("UPDATE audit_log SET actor = 'somebody' WHERE seq = 2", "entry 2 was altered"),
            ("DELETE FROM audit_log WHERE seq = 2", "entry 2 is missing"),
            (
                "DELETE FROM audit_log WHERE seq = 3",
                "the log has 2 entries, 3 were noted: entries were cut off"
            ),
        ])
    func audit(sql: String, problem: String) throws {
        let writer = try filled()
        let head = try writer.reader().auditHead()
        try tamper(writer, sql)
        #expect(try writer.reader().verify(expected: head).audit.problem == problem)
        try writer.close()
    }

    @Test("A head that was noted elsewhere must be in the chain, which may have grown since")
    func notedHead() throws {
        let writer = try filled()
        let head = try writer.reader().auditHead()
        let importer = try writer.importer()
        try importer.takeAccounts("b.csv", [Evidence.account("u-2")])
        try importer.close()
        #expect(try writer.reader().verify(expected: head).isSound)
        let other = AuditHead(count: head.count, hash: String(repeating: "1", count: 64))
        #expect(
            try writer.reader().verify(expected: other).audit.problem
                == "entry 3 is not the one that was noted")
        try writer.close()
    }

    @Test("A changed block is found, and so is one that is missing")
    func blocks() throws {
        let writer = try filled()
        try tamper(
            writer, "UPDATE exchange_block SET body = substr(body, 1, 50) || x'FF' || substr(body, 52)")
        let report = try writer.reader().verify()
        #expect(report.blocks.first?.hasPrefix("block 0 of run 0 of source 2") == true)
        try tamper(writer, "DELETE FROM exchange_block")
        #expect(
            try writer.reader().verify().blocks == [
                "source 2 has 60 exchanges, its blocks hold 0, its days 60"
            ])
        try writer.close()
    }

    @Test("A row that points to nothing is found")
    func references() throws {
        let writer = try filled()
        try tamper(writer, "INSERT INTO account_standing VALUES (999, 'C-01', NULL, 1, 'core')")
        #expect(try writer.reader().verify().references.count == 1)
        try writer.close()
    }

    @Test("Originals are present, altered or absent")
    func originals() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        for (name, content) in [("a.csv", "abc"), ("b.csv", "changed"), ("c.csv", nil)] as [(String, String?)]
        {
            try importer.begin(FileFacts(file: name, table: .accounts, size: 3))
            // SHA-256 of "abc" (FIPS 180-2, appendix B.1), made different by the name for the others.
            let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            let hash = name == "a.csv" ? abc : abc + name
            try importer.finish(sha256: hash, outcome: CaseImporter.outcome(.accounts, name, 0))
            if let content { try Data(content.utf8).write(to: URL(fileURLWithPath: place.path(name))) }
        }
        try importer.close()
        let report = try writer.reader().verify(originals: [place.folder])
        #expect(report.sources.map(\.status) == [.present, .altered, .absent])
        #expect(!report.isSound)
        try writer.close()
    }
}
