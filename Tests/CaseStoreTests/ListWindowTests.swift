import Casework
import Testing

@testable import CaseStore

@Suite("Windows of lists") struct ListWindowTests {
    /// Values held by one account, by two and by many.
    private func reader(_ place: Workplace) throws -> CaseReader {
        let writer = try place.newCase(accounts: 30)
        let importer = try writer.importer()
        let rows = Evidence.rows(300, seed: 11)
        try importer.takeExchanges("x.csv", rows)
        try importer.close()
        try writer.close()
        return try CaseReader(opening: place.path("a.revenuer"))
    }

    private func windows(
        _ total: Int, _ rows: (ListQuery) throws -> [String], sort: [ListQuery.SortKey] = []
    ) throws {
        let all = try rows(ListQuery(sort: sort))
        #expect(all.count == total)
        for start in stride(from: 0, through: total, by: 7) {
            for limit in [1, 10, 50] {
                let end = min(total, start + limit)
                let forward = try rows(ListQuery(sort: sort, offset: start, limit: limit))
                #expect(forward == Array(all[start..<end]), "\(start) \(limit)")
                let backward = try rows(
                    ListQuery(sort: sort, offset: total - end, limit: end - start, isBackwards: true))
                #expect(backward == all[start..<end].reversed(), "from the end: \(start) \(limit)")
            }
        }
    }

    @Test("artifacts are the same by windows and as a whole, where the widely held are told from the rest")
    func artifacts() throws {
        let place = try Workplace()
        let reader = try reader(place)
        let held = try reader.artifacts(ListQuery()).map(\.accounts)
        #expect(held.contains(1) && held.contains { $0 > 1 })
        let rows: (ListQuery) throws -> [String] = { query in
            try reader.artifacts(query).map { "\($0.kind.rawValue):\($0.value.string)" }
        }
        try windows(reader.count(.artifacts), rows)
        try windows(reader.count(.artifacts), rows, sort: [ListQuery.SortKey("flagged", isDescending: true)])
    }

    @Test("accounts are the same by windows and as a whole, from the beginning and from the end")
    func accounts() throws {
        let place = try Workplace()
        let reader = try reader(place)
        let rows: (ListQuery) throws -> [String] = { try reader.accounts($0).map(\.accountId.string) }
        try windows(reader.count(.accounts), rows)
        try windows(reader.count(.accounts), rows, sort: [ListQuery.SortKey("exchanges")])
    }

    @Test("the length of a list without a filter is that of its rows", arguments: CaseList.allCases)
    func lengths(list: CaseList) throws {
        let place = try Workplace()
        let reader = try reader(place)
        var rows = 0
        try reader.each(list, ListQuery()) { _ in rows += 1 }
        #expect(try reader.count(list) == rows)
    }

    @Test("the version of a case changes with what comes in and what is noted")
    func version() throws {
        let place = try Workplace()
        let reader = try reader(place)
        let before = try reader.version()
        #expect(try reader.version() == before)
        let writer = try CaseWriter(opening: place.path("a.revenuer"), by: Workplace.act(at: 9000))
        _ = try writer.addNote(on: "account:u-01", .tag, "seen")
        try writer.close()
        #expect(try reader.version() != before)
    }
}
