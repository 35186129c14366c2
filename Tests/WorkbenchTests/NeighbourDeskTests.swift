import CaseStore
import Casework
import TestSupport
import Testing
import Workbench

@Suite("The graph node by node")
struct NeighbourDeskTests {
    private let folder: TemporaryFolder
    private let reader: CaseReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try CaseReader(opening: RingCase.write(folder))
    }

    private func neighbours(
        _ node: GraphNode, from origin: GraphNode? = nil, window: Range<Int> = 0..<100
    ) throws -> GraphNeighbours {
        try NeighbourDesk(reader).neighbours(NeighboursRequest(of: node, from: origin, window: window))
    }

    private func names(_ rows: [GraphRow]) -> [String] {
        rows.map { row in
            switch row.node {
            case .account(let id): id.string
            case .artifact(let artifact): "\(artifact.kind.rawValue) \(artifact.value.string)"
            case .group(let id): id
            case .accounts: "accounts"
            }
        }
    }

    private func value(_ kind: ArtifactKind, _ value: String) -> GraphNode {
        .artifact(Artifact(kind: kind, value: ExactText(value)))
    }

    @Test("an account's values: what weighs most first, with holders and flagged ones, none held alone")
    func values() throws {
        let found = try neighbours(.account(AccountID("r0")))
        let names = names(found.rows)
        #expect(names.contains("payment card-0"))
        #expect(names.contains("device dev-0"))
        #expect(names.contains("address 192.0.2.7"))
        #expect(names.contains("network 192.0.2.0/24"))
        #expect(found.rows.first { $0.node == value(.payment, "card-0") }?.accounts == 6)
        let bits = found.rows.map {
            $0.verdict == .shared || $0.verdict == .barred ? -1 : max(0, $0.bits ?? 0)
        }
        #expect(bits == bits.sorted(by: >))
        #expect(found.rows.allSatisfy { ($0.accounts ?? 2) > 1 })
    }

    @Test("where one came from is no neighbour") func origin() throws {
        let card = value(.payment, "card-0")
        #expect(!(try neighbours(.account(AccountID("r0")), from: card).rows.contains { $0.node == card }))
        let holders = try neighbours(card, from: .account(AccountID("r0")))
        #expect(holders.total == 5)
        #expect(Set(names(holders.rows)) == ["r2", "r4", "r6", "r8", "r10"])
    }

    @Test("holders come in windows that fit together, members of campaigns first") func windows() throws {
        let frame = value(.promptKey, "f-ring")
        let all = try neighbours(frame)
        #expect(all.total == 12)
        let parts = try [0..<5, 5..<10, 10..<20].flatMap { try neighbours(frame, window: $0).rows }
        #expect(parts == all.rows)
        let isMember = all.rows.map { $0.account?.campaign != nil }
        #expect(isMember == isMember.filter { $0 } + isMember.filter { !$0 })
    }

    @Test("addresses and networks know who is behind them") func addresses() throws {
        #expect(try neighbours(value(.address, "192.0.2.7")).total == 12)
        #expect(try neighbours(value(.network, "192.0.2.0/24")).total == 12)
        #expect(try neighbours(value(.address, "203.0.113.1")).total == 0)
    }

    @Test("a group's values are those that tie it, and their holders are found again") func group() throws {
        let group = try #require(try reader.groups(ListQuery()).first)
        let hubs = try neighbours(.group(group.id))
        #expect(hubs.total > 0)
        #expect(hubs.rows.map { $0.bits ?? 0 } == hubs.rows.map { $0.bits ?? 0 }.sorted(by: >))
        for row in hubs.rows.prefix(12) {
            #expect(try neighbours(row.node, window: 0..<1).total > 1, "\(names([row]))")
        }
        #expect(throws: (any Error).self) { try neighbours(.group("C-99")) }
    }

    @Test("chosen accounts are their own rows; one that is not there is an error") func chosen() throws {
        let ids = [AccountID("r1"), AccountID("s1")]
        #expect(names(try neighbours(.accounts(ids)).rows) == ["r1", "s1"])
        #expect(throws: WorkbenchError.unknownAccount("nobody")) {
            try neighbours(.account(AccountID("nobody")))
        }
    }

    @Test("the matrix of a group has its members against its values, cells that agree with the holders")
    func groupMatrix() throws {
        let group = try #require(try reader.groups(ListQuery()).first)
        let matrix = try MatrixDesk(reader).matrix(of: .group(group.id))
        #expect(matrix.rows.count == 12)
        #expect(matrix.accountsTotal == group.accounts)
        #expect(matrix.rows.map(\.bits) == matrix.rows.map(\.bits).sorted(by: >))
        let card = try #require(matrix.columns.firstIndex { $0.node == value(.payment, "card-0") })
        let holders = matrix.rows.filter { $0.holds.contains(card) }.map(\.account.accountId.string)
        #expect(Set(holders) == ["r0", "r2", "r4", "r6", "r8", "r10"])
    }

    @Test("the matrix of an account has itself and those that share with it; of chosen accounts only them")
    func accountMatrix() throws {
        let own = try MatrixDesk(reader).matrix(of: .account(AccountID("r0")))
        #expect(own.rows.contains { $0.account.accountId == AccountID("r0") })
        #expect(own.rows.count > 1)
        let pair = try MatrixDesk(reader).matrix(of: .accounts([AccountID("r0"), AccountID("r2")]))
        #expect(Set(pair.rows.map(\.account.accountId.string)) == ["r0", "r2"])
        #expect(pair.columns.contains { $0.node == value(.payment, "card-0") })
        #expect(!pair.columns.contains { $0.node == value(.payment, "card-1") })
        let holders = try MatrixDesk(reader).matrix(of: value(.payment, "card-0"))
        #expect(holders.rows.count == 6)
        let strangers = try MatrixDesk(reader).matrix(of: .accounts([AccountID("s1"), AccountID("s3")]))
        #expect(strangers.rows.count == 2)
    }
}
