import Casework
import Testing

@testable import CaseStore

@Suite("How often values of a list occur") struct FrequencyTests {
    private func reader(_ place: Workplace, accounts: Int) throws -> CaseReader {
        let writer = try place.newCase(accounts: accounts)
        let importer = try writer.importer()
        try importer.takeExchanges("x.csv", Evidence.rows(300, seed: 12))
        try importer.close()
        try writer.close()
        return try CaseReader(opening: place.path("a.revenuer"))
    }

    @Test("of a text the database counts as one would count the rows")
    func texts() throws {
        let place = try Workplace()
        let reader = try reader(place, accounts: 30)
        let filter = try FilterParser.parse("accounts>=1", fields: CaseList.artifacts.fields)
        for name in ["kind", "value"] {
            let table = try reader.frequencies(of: name, in: .artifacts, filter)
            var counting = FrequencyCounting(FieldDescription(name, .text))
            for row in try reader.artifacts(ListQuery(filter: filter)) {
                counting.add(.text(name == "kind" ? row.kind.rawValue : row.value.string))
            }
            #expect(table == counting.table())
        }
        let plans = try reader.frequencies(of: "plan", in: .accounts, .everything)
        #expect(plans.values.map(\.rows).reduce(0, +) == plans.rows)
    }

    @Test("values too many to list are in the sums all the same")
    func many() throws {
        let place = try Workplace()
        let count = FrequencyCounting.listed + 300
        let reader = try reader(place, accounts: count)
        let table = try reader.frequencies(of: "account_id", in: .accounts, .everything)
        let accounts = try reader.count(.accounts)
        #expect(accounts >= count && table.rows == accounts && table.distinct == accounts)
        #expect(table.values.count == FrequencyCounting.listed)
        #expect(table.values.allSatisfy { $0.rows == 1 && $0.share == 1 / Double(accounts) })
    }
}
