import Casework
import Testing

@testable import CaseStore

@Suite("History of analyses") struct HistoryTests {
    private let place: Workplace
    private let writer: CaseWriter

    init() throws {
        place = try Workplace()
        writer = try place.newCase(accounts: 30)
    }

    private func findings(
        _ groups: [(GroupKind, ClosedRange<UInt32>)], seed: UInt64 = 1,
        _ change: (inout Findings) -> Void = { _ in }
    ) -> Findings {
        var findings = Findings(seed: seed, population: "all")
        findings.settings = ["threshold": "0.5"]
        findings.groups = groups.map { kind, members in
            var group = GroupFinding(
                kind: kind, members: members.map { MemberFinding(account: $0, probability: 1, role: .core) })
            group.extractionProbability = 0.9
            return group
        }
        change(&findings)
        return findings
    }

    @Test("Every analysis that was stored is there, the same one twice")
    func runs() throws {
        let first = try writer.store(findings([(.campaign, 1...10)]))
        _ = try writer.store(findings([(.campaign, 1...10)]))
        let history = try writer.reader().history()
        #expect(history.map(\.id) == [first.id, first.id])
        #expect(history.map(\.accounts) == [30, 30] && history.map(\.sources) == [1, 1])
        let difference = try writer.reader().difference()
        #expect(difference.changes.isEmpty && difference.newSources.isEmpty && difference.settings.isEmpty)
    }

    @Test("How often a case was analysed is in no digest")
    func digest() throws {
        _ = try writer.store(findings([(.campaign, 1...10)]))
        let once = try writer.reader().digest()
        _ = try writer.store(findings([(.campaign, 1...10)]))
        #expect(try writer.reader().digest() == once)
    }

    @Test("Between two analyses: groups, members, figures, settings and files")
    func difference() throws {
        let first = try writer.store(
            findings([(.campaign, 1...10), (.campaign, 11...20), (.reseller, 21...24)]))
        let importer = try writer.importer()
        try importer.takeAccounts("b.csv", [Evidence.account("u-31")])
        try importer.close()
        let second = try writer.store(
            findings([(.campaign, 3...12), (.enterprise, 21...24), (.household, 29...30)], seed: 2) {
                $0.settings = ["threshold": "0.6", "rounds": "3"]
                $0.groups[0].extractionProbability = 0.912
                $0.groups[0].attribution.actor = "Lab"
                $0.groups[0].attribution.probability = 0.7
                $0.groups[1].extractionProbability = 0.905
            })
        let difference = try writer.reader().difference(from: first.id, to: second.id)
        #expect(difference.from.id == first.id && difference.to.id == second.id)
        #expect(difference.newSources == ["b.csv"])
        #expect(difference.settings.map(\.name) == ["rounds", "threshold"])
        #expect(difference.settings.map(\.before) == [nil, "0.5"])
        #expect(
            difference.changes.map { "\($0.what) \($0.group)" } == [
                "members C-01", "extraction C-01", "attribution C-01", "kind G-01", "appeared G-02",
                "vanished C-02",
            ])
        let members = difference.changes[0]
        #expect(members.joined == ["u-11", "u-12"].map { AccountID($0) })
        #expect(members.left == ["u-01", "u-02"].map { AccountID($0) })
        #expect(members.words == "2 joined, 2 left")
        #expect(difference.changes[1].before == "0.9" && difference.changes[1].after == "0.912")
        #expect(difference.changes[2].words == "was unattributed, is Lab 0.7")
        #expect(difference.changes[3].words == "was reseller, is enterprise")
        #expect(difference.changes[5].words.hasSuffix("2 of them are in C-01 now"))
        let back = try writer.reader().difference(from: second.id, to: first.id)
        #expect(back.changes.first { $0.what == "vanished" }?.group == "G-02")
    }

    @Test("A change of less than a hundredth is none, one of a hundredth is")
    func smallChanges() throws {
        for probability in [0.90, 0.909, 0.919] {
            _ = try writer.store(
                findings([(.campaign, 1...10)]) { $0.groups[0].extractionProbability = probability })
        }
        let runs = try writer.connection.read(RunHistory.runs)
        let whats = try (1...2).map { last in
            try writer.connection.read {
                try DifferenceQuery.difference(runs[last - 1], runs[last], $0).changes.map(\.what)
            }
        }
        #expect(whats == [[], ["extraction"]])
    }

    @Test("What is not there is named")
    func missing() throws {
        let reader = try writer.reader()
        #expect(throws: StoreError.notFound("an analysis")) { try reader.difference() }
        let run = try writer.store(findings([]))
        #expect(throws: StoreError.notFound("an analysis before \(run.id)")) { try reader.difference() }
        #expect(throws: StoreError.notFound("analysis r-x")) {
            try reader.difference(from: "r-x", to: run.id)
        }
    }

    @Test("Of thousands that joined the first are named and all are counted")
    func many() throws {
        let before = RunHistory.Group(id: "C-01", kind: "campaign", name: "n", members: [1])
        let after = RunHistory.Group(id: "C-01", kind: "campaign", name: "n", members: Array(1...3000))
        let change = try #require(RunComparison([before], [after]).changes().first)
        #expect(change.change.words == "2999 joined, 0 left")
        #expect(change.joined.count == 2999)
    }
}
