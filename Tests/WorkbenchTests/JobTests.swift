import CaseStore
import Casework
import Foundation
import TestSupport
import Testing
import Workbench

@Suite("Jobs over a case")
struct JobTests {
    private let act = Act(actor: "test") { Timestamp(milliseconds: 1_780_000_000_000) }

    private func write(_ folder: TemporaryFolder, accounts: [String], holdings: [String]) throws -> String {
        try folder.write(
            "account_id,created_at,email_domain\n" + accounts.joined(separator: "\n"), to: "e/accounts.csv")
        try folder.write("account_id,kind,value\n" + holdings.joined(separator: "\n"), to: "e/attributes.csv")
        return folder.path("e")
    }

    @Test("an import makes the case, a second one of the same files changes nothing")
    func importing() throws {
        let folder = try TemporaryFolder()
        let evidence = try write(folder, accounts: ["a,1750000000,x.example"], holdings: ["a,device,d1"])
        let job = ImportJob(path: folder.path("case"), act: act)
        #expect(try job.run([evidence]).totals.rows == 2)
        let digest = try CaseReader(opening: folder.path("case")).digest()
        let again = try job.run([evidence])
        #expect(again.files.allSatisfy { $0.status == .skipped })
        #expect(try CaseReader(opening: folder.path("case")).digest() == digest)
    }

    @Test("a dry run reports the same and writes nothing")
    func dryRun() throws {
        let folder = try TemporaryFolder()
        let evidence = try write(
            folder, accounts: ["a,1750000000,x.example", "b,never,"], holdings: ["a,device,d1"])
        let job = ImportJob(path: folder.path("case"), act: act)
        let dry = try job.dryRun([evidence])
        #expect(!FileManager.default.fileExists(atPath: folder.path("case")))
        let real = try job.run([evidence])
        #expect(dry.totals == real.totals)
        #expect(dry.reasons == real.reasons)
    }

    @Test("a path that does not exist is said at once, and no case is made")
    func missingEvidence() throws {
        let folder = try TemporaryFolder()
        let job = ImportJob(path: folder.path("case"), act: act)
        #expect(throws: WorkbenchError.noSuchEvidence(folder.path("nowhere"))) {
            try job.run([folder.path("nowhere")])
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("case")))
    }

    @Test("a cancelled import keeps no part of a file")
    func cancelled() throws {
        let folder = try TemporaryFolder()
        let evidence = try write(folder, accounts: ["a,1750000000,x.example"], holdings: ["a,device,d1"])
        let job = ImportJob(path: folder.path("case"), act: act)
        #expect(throws: JobCancelled.self) { try job.run([evidence], isCancelled: { true }) }
        #expect(try CaseReader(opening: folder.path("case")).overview().accounts == 0)
    }

    @Test("a cancelled analysis leaves the case without findings")
    func cancelledAnalysis() throws {
        let folder = try TemporaryFolder()
        let evidence = try write(folder, accounts: ["a,1750000000,x.example"], holdings: ["a,device,d1"])
        _ = try ImportJob(path: folder.path("case"), act: act).run([evidence])
        let job = AnalysisJob(path: folder.path("case"), act: act, choices: AnalysisChoices())
        #expect(throws: JobCancelled.self) { try job.run(isCancelled: { true }) }
        #expect(try CaseReader(opening: folder.path("case")).overview().run == nil)
    }
}
