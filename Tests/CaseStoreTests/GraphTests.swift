import Casework
import Testing

@testable import CaseStore

@Suite("Graphs of groups") struct GraphTests {
    private let made: AnalysedCase
    private let reader: CaseReader
    private let card = Artifact(kind: .payment, value: "card \"1\"\u{0}")
    private let device = Artifact(kind: ArtifactKind("device"), value: "d*%")

    init() throws {
        made = try AnalysedCase()
        var group = GroupFinding(
            kind: .campaign,
            members: (1...3).map { MemberFinding(account: $0, probability: 0.9, role: .core) })
        group.members[0].familyBits = [.means: 3.25, .client: -0.1]
        group.members[0].against = ["own \"card\""]
        group.hubs = [
            GroupHub(artifact: card, family: .means, bits: 9, holders: [3, 1, 2], outside: 4),
            GroupHub(artifact: device, family: .client, bits: 2, holders: [1, 2], outside: 0),
        ]
        group.links = [
            GroupLink(a: 1, b: 2, bits: 4.5, by: [card, device]),
            GroupLink(a: 2, b: 3, bits: 7, by: [card]),
        ]
        var signal = SignalFinding(kind: .synchrony, value: .nan, words: "together")
        signal.accounts = [1]
        group.signals = [signal]
        var findings = Findings(seed: 1, population: "all")
        findings.groups = [group]
        _ = try made.writer.store(findings)
        reader = try made.writer.reader()
    }

    @Test("Hubs come back with their holders in order")
    func hubs() throws {
        let hubs = try reader.groupHubs("C-01")
        #expect(hubs.map(\.artifact) == [card, device])
        #expect(hubs.map(\.holders) == [[3, 1, 2], [1, 2]])
        #expect(hubs.map(\.family) == [.means, .client])
        #expect(hubs.map(\.outside) == [4, 0])
        #expect(try reader.groupHubs("C-02").isEmpty)
    }

    @Test("Links come back by the ids of the accounts")
    func links() throws {
        let links = try reader.groupLinks("C-01")
        #expect(links.map(\.a) == [1, 2] && links.map(\.b) == [2, 3])
        #expect(links.map(\.by) == [[card, device], [card]])
    }

    @Test("The list of links has the strongest first and is filtered by what ties them")
    func list() throws {
        let rows = try reader.links(ListQuery())
        #expect(
            rows.map { "\($0.a) \($0.b) \($0.group) \($0.bits)" } == ["u-2 u-3 C-01 7.0", "u-1 u-2 C-01 4.5"])
        let byDevice = Filter.field("by", .matches(pattern: "device", isGlob: false))
        #expect(try reader.links(ListQuery(filter: byDevice)).map(\.a) == [AccountID("u-1")])
        let byValue = Filter.field("by", .matches(pattern: "D*%", isGlob: true))
        #expect(try reader.count(.links, byValue) == 1)
        #expect(try reader.links(ListQuery(offset: 1, limit: 5)).map(\.bits) == [4.5])
    }

    @Test("Members and signals of a group come back as they were")
    func group() throws {
        let detail = try reader.group("C-01")
        #expect(detail.signals.map(\.kind) == [.synchrony])
        #expect(detail.signals.map(\.value) == [0])
        let member = try #require(detail.members.first { $0.accountId == AccountID("u-1") })
        #expect(member.familyBits == [.means: 3.25, .client: -0.1])
        #expect(member.against == ["own \"card\""])
    }

    @Test("Verifying finds a hub that names an account that is not there")
    func verifying() throws {
        #expect(try reader.verify().isSound)
        try made.writer.connection.access {
            try $0.runScript("UPDATE group_hub SET holders = x'0163' WHERE place = 1")
        }
        #expect(try reader.verify().references == ["group_hub C-01 1 names accounts that are not there"])
    }
}
