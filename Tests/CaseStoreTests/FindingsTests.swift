import Casework
import Testing

@testable import CaseStore

@Suite("Findings") struct FindingsTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func writer() throws -> CaseWriter {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv", (1...30).map { Evidence.account("u-\($0 < 10 ? "0" : "")\($0)", line: $0 + 1) })
        try importer.takeExchanges(
            "x.csv",
            (1...30).map {
                Evidence.Row(
                    account: "u-\($0 < 10 ? "0" : "")\($0)", at: Int64($0) * 3_600_000, device: "dv",
                    line: $0 + 1)
            })
        try importer.close()
        return writer
    }

    private func findings(_ groups: [(GroupKind, ClosedRange<UInt32>)], withheld: String? = nil) -> Findings {
        var findings = Findings(seed: 7, population: "all")
        findings.withheld = withheld
        findings.settings = [RunSummary.methodSetting: CaseReader.methodOfTests]
        findings.groups = groups.map { kind, members in
            var group = GroupFinding(
                kind: kind,
                members: members.map {
                    MemberFinding(account: $0, probability: $0 == members.upperBound ? 0.3 : 0.9, role: .core)
                })
            group.extractionProbability = kind == .campaign ? 0.97 : 0.1
            group.figures = ["capability:coding": 0.4, "capability:vision": 0.6]
            return group
        }
        return findings
    }

    @Test("Groups are listed with their members, campaigns first")
    func listing() throws {
        let writer = try self.writer()
        let run = try writer.store(findings([(.enterprise, 11...25), (.campaign, 1...10)]))
        let reader = try writer.reader()
        let groups = try reader.groups(ListQuery())
        #expect(groups.map(\.id) == ["C-01", "G-01"])
        #expect(groups.map(\.accounts) == [10, 15])
        #expect(groups[0].capabilities == ["vision", "coding"])
        #expect(groups[0].exchanges == 10)
        #expect(try reader.campaigns(ListQuery()).map(\.id) == ["C-01"])
        let detail = try reader.group("C-01", members: 3)
        #expect(detail.members.map(\.accountId.string) == ["u-01", "u-02", "u-03"])
        #expect(detail.hours[1] == 1)
        #expect(detail.activity.map(\.exchanges) == [10])
        #expect(try reader.overview().run == run)
        #expect(throws: StoreError.notFound("group:C-09")) { try reader.group("C-09") }
        try writer.close()
    }

    @Test("Members at or above the threshold are flagged, others belong to the group only")
    func standing() throws {
        let writer = try self.writer()
        _ = try writer.store(findings([(.campaign, 1...10)]))
        let reader = try writer.reader()
        let flagged = Filter.field("flagged", .matches(pattern: "campaign", isGlob: false))
        #expect(try reader.count(.accounts, flagged) == 9)
        #expect(try reader.dossier(AccountID("u-10")).row.group == "C-01")
        #expect(try reader.dossier(AccountID("u-10")).row.campaign == nil)
        #expect(try reader.campaignMembers().count == 9)
        #expect(try reader.campaignMembers(least: 0.2).count == 10)
        let device = try reader.artifacts(
            ListQuery(filter: .field("kind", .matches(pattern: "device", isGlob: false))))
        #expect(device.map { [$0.accounts, $0.flagged] } == [[30, 9]])
        try writer.close()
    }

    @Test("Nobody is flagged and no member is exported where accusations are withheld")
    func withheld() throws {
        let writer = try self.writer()
        _ = try writer.store(findings([(.unexplained, 1...10)], withheld: "suspects only"))
        let reader = try writer.reader()
        #expect(try reader.campaignMembers().isEmpty)
        #expect(try reader.overview().needsAttention.contains("suspects only"))
        try writer.close()
    }

    @Test("Storing the same findings again changes nothing, and a later run keeps the ids by overlap")
    func stableIDs() throws {
        let writer = try self.writer()
        _ = try writer.store(findings([(.campaign, 1...10), (.campaign, 11...16)]))
        let before = try writer.reader().digest()
        _ = try writer.store(findings([(.campaign, 1...10), (.campaign, 11...16)]))
        #expect(try writer.reader().digest() == before)
        _ = try writer.store(findings([(.campaign, 12...20), (.campaign, 2...9), (.campaign, 21...24)]))
        #expect(try writer.reader().campaigns(ListQuery()).map(\.id) == ["C-02", "C-01", "C-03"])
        try writer.close()
    }

    @Test("New evidence makes the run out of date")
    func outOfDate() throws {
        let writer = try self.writer()
        _ = try writer.store(findings([]))
        let importer = try writer.importer()
        try importer.takeAccounts("b.csv", [Evidence.account("u-99")])
        try importer.close()
        #expect(try writer.reader().overview().run?.outOfDate == [.evidence])
        try writer.close()
    }

    @Test("A run by another method, or by one that was not recorded, is out of date and needs somebody")
    func otherMethod() throws {
        let writer = try self.writer()
        _ = try writer.store(findings([]))
        let overview = try writer.reader().overview(currentMethod: "later")
        #expect(overview.run?.outOfDate == [.method])
        #expect(
            overview.needsAttention.contains { $0.contains("made by method \(CaseReader.methodOfTests);") })
        #expect(try writer.reader().overview().run?.isUpToDate == true)
        _ = try writer.store(Findings(seed: 7, population: "all"))
        #expect(try writer.reader().overview().run?.outOfDate == [.method])
        try writer.close()
    }
}
