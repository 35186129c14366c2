import Casework
import Testing

@testable import CaseStore

@Suite("A reader that does without some sources")
struct LeaveOutTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Source 1 accounts, 2 payments, 3 and 4 exchanges.
    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u1"), Evidence.account("u2", line: 3)])
        try importer.take(.payments, "p.csv") {
            try importer.append(.holdings([Evidence.payment("u1", "card")]), rejects: [], faults: [])
        }
        try importer.takeExchanges(
            "x.csv", [Evidence.Row(account: "u1", at: 3_600_000, address: "198.18.7.1", line: 2)])
        try importer.takeExchanges(
            "y.csv", [Evidence.Row(account: "u2", at: 3_600_000, address: "198.18.7.2", line: 2)])
        try importer.close()
        return try writer.reader()
    }

    private func exchanges(_ reader: CaseReader) throws -> Int {
        var count = 0
        try reader.activity { count += $0.account.count }
        return count
    }

    @Test("evidence of the sources is gone from what an analysis reads, and nothing else")
    func hidden() throws {
        let reader = try reader()
        #expect(try exchanges(reader) == 2)
        try reader.leaveOut(sources: [2, 4])
        #expect(try exchanges(reader) == 1)
        #expect(try reader.holdings().account.isEmpty)
        var incidences = 0
        try reader.incidences(of: .address) { incidences += $0.account.count }
        #expect(incidences == 1)
        #expect(try reader.accountTable().createdAt.allSatisfy { $0 != AccountTable.noTime })
    }

    @Test("accounts that only a source without describes stay, as placeholders")
    func accounts() throws {
        let reader = try reader()
        try reader.leaveOut(sources: [1])
        let table = try reader.accountTable()
        #expect(table.count == 2)
        #expect(table.createdAt.allSatisfy { $0 == AccountTable.noTime })
    }

    @Test("a reader made from it for use beside it does without them too")
    func beside() throws {
        let reader = try reader()
        try reader.leaveOut(sources: [2, 4])
        let other = try reader.another()
        #expect(try exchanges(other) == 1)
        #expect(try other.holdings().account.isEmpty)
    }

    @Test("another reader of the same case sees everything")
    func others() throws {
        let reader = try reader()
        try reader.leaveOut(sources: [2, 3, 4])
        #expect(try exchanges(CaseReader(opening: reader.path)) == 2)
    }

    @Test("a value is in the case or it is not")
    func holds() throws {
        let reader = try reader()
        #expect(try reader.holds(Artifact(kind: .payment, value: "card")))
        #expect(try reader.holds(Artifact(kind: .address, value: "198.18.7.1")))
        #expect(!(try reader.holds(Artifact(kind: .payment, value: "Card"))))
        #expect(!(try reader.holds(Artifact(kind: .organisation, value: "card"))))
    }
}
