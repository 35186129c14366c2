import Casework
import Reports
import TestSupport
import Testing

@Suite struct MembersExportTests {
    @Test("What is written reads back exactly, hostile ids as well")
    func roundTrip() throws {
        let sink = MemorySink()
        try MembersExport.write(RowFeed(ExportWorld.members), to: sink)
        #expect(try CampaignMember.read(sink.bytes, file: "members.csv") == ExportWorld.members)
    }

    @Test("With nobody accused there is the header alone")
    func nobody() throws {
        let sink = MemorySink()
        try MembersExport.write(RowFeed([]), to: sink)
        let text = String(decoding: sink.bytes, as: UTF8.self)
        #expect(text == "account_id,campaign,probability,role,actor,attribution_probability\n")
    }

    @Test("Ids stand unguarded and numbers in their shortest form")
    func drawn() throws {
        let sink = MemorySink()
        let member = CampaignMember(
            account: AccountID("=a,1"), campaign: "C-01", probability: 0.1, role: .periphery)
        let sure = CampaignMember(
            account: AccountID("b"), campaign: "C-01", probability: 1, role: .core, actor: "Lab",
            attributionProbability: 0.875)
        try MembersExport.write(RowFeed([member, sure]), to: sink)
        let lines = String(decoding: sink.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        #expect(Array(lines) == ["\"=a,1\",C-01,0.1,periphery,,", "b,C-01,1,core,Lab,0.875"])
    }

    @Test("A file appears when it is whole and replaces the old one, readable by its owner alone")
    func file() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "members.csv")
        try MembersExport.write(RowFeed([]), toFile: folder.path("members.csv"))
        #expect(try folder.names() == ["members.csv"])
        #expect(try folder.text(of: "members.csv").hasPrefix("account_id,"))
        #expect(try ProgramRun.of("stat", ["-c", "%a", folder.path("members.csv")]).outputText == "600\n")
    }

    @Test("An export that fails half way leaves the old file and nothing else")
    func failure() throws {
        struct Broken: Error {}
        let folder = try TemporaryFolder()
        try folder.write("old", to: "members.csv")
        let feed = RowFeed<CampaignMember> { consume in
            try consume(ExportWorld.members)
            throw Broken()
        }
        #expect(throws: Broken.self) { try MembersExport.write(feed, toFile: folder.path("members.csv")) }
        #expect(try folder.names() == ["members.csv"])
        #expect(try folder.text(of: "members.csv") == "old")
    }

    @Test("A place that cannot be written is named with the reason")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("missing/members.csv")
        let error = #expect(throws: ExportError.self) { try MembersExport.write(RowFeed([]), toFile: path) }
        #expect(error?.description == "cannot create \(path): No such file or directory")
    }
}
