import Analysis
import CaseStore
import Casework
import Reports
import TestSupport
import Testing
import Workbench

/// What is said of a ring: one case, analysed once, looked at from all sides.
@Suite("A ring, explained")
struct RingCaseTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try RingCase.write(folder)
    }

    @Test("moments in which both sent one frame are items with the rows of both")
    func moments() throws {
        let explanation = try LinkDesk(CaseReader(opening: path)).explain(AccountID("r0"), AccountID("r1"))
        let moments = explanation.evidence.filter { $0.kind == .lockstep }
        #expect(!moments.isEmpty)
        #expect(moments.allSatisfy { $0.rowsTotal >= 2 && $0.rows.count >= 2 })
        let sum = explanation.evidence.reduce(explanation.priorBits) { $0 + $1.bits }
        #expect(abs(sum - explanation.bits) < 1e-9)
    }

    @Test("links of a dossier rest on addresses and frames too")
    func links() throws {
        let dossier = try LinkDesk(CaseReader(opening: path)).dossierWithLinks(AccountID("r0"))
        let kinds = Set(dossier.links.flatMap(\.by).map(\.kind))
        #expect(kinds.isSuperset(of: [.address, .promptKey]))
        #expect(!dossier.reasons.words.isEmpty)
        #expect(dossier.connections.first?.field == "addresses_with_10_flagged")
    }

    @Test("related accounts are the ring, with what every hop goes over, never more than asked for")
    func related() throws {
        let found = try RelatedDesk(CaseReader(opening: path)).related(to: AccountID("r0"), hops: 2, limit: 5)
        #expect(found.reached.first == 11)
        #expect(found.related.count == 5)
        #expect(found.related.allSatisfy { $0.accountId.string.hasPrefix("r") && $0.hops == 1 })
        #expect(found.related[0].chain[0].shared.map(\.kind).contains(.promptKey))
        let bits = found.related[0].chain[0].shared.reduce(0) { $0 + $1.bits }
        #expect(abs(bits - found.related[0].chain[0].bits) < 1e-9)
        #expect(throws: WorkbenchError.unknownAccount("nobody")) {
            try RelatedDesk(CaseReader(opening: path)).related(to: AccountID("nobody"), hops: 2, limit: 5)
        }
    }

    @Test("what-if says who falls out and changes nothing in the case")
    func whatIf() throws {
        let digest = try CaseReader(opening: path).digest()
        let entries = try CaseReader(opening: path).auditEntries().count
        var choices = WhatIfChoices()
        choices.families = [.means, .client, .infrastructure, .language, .time, .identity]
        let result = try WhatIfJob(path: path, choices: choices).run()
        #expect(result.accusedAfter == 0)
        #expect(result.clearedTotal == result.accusedBefore)
        #expect(
            result.campaigns.allSatisfy { $0.outcome == .vanishes && $0.lostTotal == $0.before?.accounts })
        #expect(try CaseReader(opening: path).digest() == digest)
        #expect(try CaseReader(opening: path).auditEntries().count == entries)
    }

    @Test("the settings of a stored analysis are read again as they were, values with commas among them")
    func storedSettings() throws {
        #expect(try AnalysisSettings(storedIn: CaseReader(opening: path)) == AnalysisSettings())
        var choices = AnalysisChoices()
        choices.settings.seed = 7
        choices.settings.accusationThreshold = 0.75
        choices.settings.attributionThreshold = 0.9
        choices.settings.withoutKinds = [ArtifactKind("device"), ArtifactKind("tls_ja4")]
        choices.settings.withoutFamilies = [.time]
        choices.settings.barred = [
            Artifact(kind: .client, value: ExactText("a (b, c:d), payment:e")),
            Artifact(kind: .payment, value: ExactText("card-0")),
        ]
        _ = try AnalysisJob(path: path, act: RingCase.act, choices: choices).run()
        #expect(try AnalysisSettings(storedIn: CaseReader(opening: path)) == choices.settings)
    }

    @Test("what is left out is read from a line: kinds, families, sources, and a value with all its commas")
    func leftOutNames() throws {
        let names = LeftOutNames(try CaseReader(opening: path))
        let several = try names.read(line: " address , means,source:2")
        #expect(several.kinds == [.address] && several.families == [.means] && several.sources == [2])
        let value = try #require(try CaseReader(opening: path).artifacts(ListQuery(limit: 1)).first)
        let artifact = Artifact(kind: value.kind, value: value.value)
        #expect(try names.read(line: "\(value.kind.rawValue):\(value.value)").barred == [artifact])
        #expect(throws: WorkbenchError.nothingLeftOut) { try names.read(line: " , ") }
        #expect(throws: WorkbenchError.unknownValue("payment:none")) { try names.read(line: "payment:none") }
        #expect { try names.read(line: "adress") } throws: { "\($0)".contains("Did you mean address?") }
    }

    @Test("a field over a kind that the case has none of is refused with the one that was probably meant")
    func connectionKinds() throws {
        let reader = try CaseReader(opening: path)
        try ConnectionKinds.check(ConnectionField.usual, reader)
        let field = try #require(ConnectionField("prompt_kay_with_2_flagged"))
        #expect { try ConnectionKinds.check([field], reader) } throws: {
            "\($0)".contains("Did you mean prompt_keys_with_2_flagged?")
        }
    }

    @Test("leaving out what nobody rests on leaves every group as it is")
    func unchanged() throws {
        var choices = WhatIfChoices()
        choices.kinds = [ArtifactKind("x_never")]
        let result = try WhatIfJob(path: path, choices: choices).run()
        #expect(result.campaigns.allSatisfy { $0.outcome == .unchanged })
        #expect(result.accusedBefore == result.accusedAfter)
    }

    @Test("a source that is not there, and a case without an analysis, are refused")
    func refused() throws {
        var choices = WhatIfChoices()
        choices.sources = [99]
        #expect(throws: StoreError.notFound("source:99")) {
            try WhatIfJob(path: path, choices: choices).run()
        }
        try folder.write("account_id,created_at\nz,1750000000\n", to: "f/accounts.csv")
        _ = try ImportJob(path: path, act: RingCase.act).run([folder.path("f")])
        #expect(throws: WorkbenchError.analysisIsOlder) { try WhatIfJob(path: path, choices: choices).run() }
    }

    @Test("an analysis says its method, and what-if refuses to hold one by another method against this one's")
    func otherMethod() throws {
        let run = try #require(try CaseReader(opening: path).overview().run)
        #expect(run.method == Analyzer.method && run.isUpToDate)
        let writer = try CaseWriter(opening: path, by: RingCase.act)
        _ = try writer.store(Findings(seed: 1, population: "all"))
        try writer.close()
        var choices = WhatIfChoices()
        choices.families = [.means]
        #expect(throws: WorkbenchError.analysisByOtherMethod) {
            try WhatIfJob(path: path, choices: choices).run()
        }
    }

    @Test("a statement of reasons names no other account, whoever reads it", arguments: ["r0", "s0"])
    func statement(_ account: String) throws {
        let facts = try StatementDesk(CaseReader(opening: path)).facts(AccountID(account))
        let statement = AccountStatement(
            facts, StatementOptions(at: Timestamp(milliseconds: 1_780_000_000_000), tool: "revenuer test"))
        let text = String(decoding: try StatementFormat.json.bytes(statement), as: UTF8.self)
        for other in (0..<12).map({ "\"r\($0)\"" }) where other != "\"\(account)\"" {
            #expect(!text.contains(other))
        }
        #expect(!text.contains("192.0.2.7") && !text.contains("card-"))
        #expect(WordingCheck.findings(in: statement).isEmpty)
        #expect(statement.isAlleged == (facts.row.campaign != nil))
        if account == "s0" { #expect(statement.alleged[0].contains("Nothing is alleged")) }
    }
}
