import Casework
import Testing

@testable import CaseStore

/// Twelve accounts: b1 to b3 are banned. All banned ones and u1 use one address and one card, u2 another address with
/// b1 alone; two files name the same use.
@Suite("Accounts by what they share with flagged accounts")
struct ConnectionCountsTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        let banned = (1...3).map { number in
            Evidence.account("b\(number)", line: number + 1) { $0.status = .banned }
        }
        let others = (1...9).map { Evidence.account("u\($0)", line: $0 + 4) { $0.emailDomain = "x.example" } }
        try importer.takeAccounts("a.csv", banned + others)
        try importer.take(.payments, "p.csv") {
            try importer.append(
                .holdings(
                    ["b1", "b2", "b3", "u1"].enumerated().map { Evidence.payment($1, "card", line: $0 + 2) }),
                rejects: [], faults: [])
        }
        try importer.take(.ipRanges, "r.csv") {
            let range = RangeRecord(
                position: RowPosition(line: 2, offset: 0), range: try #require(AddressRange("198.18.0.0/16")))
            try importer.append(.ranges([range]), rejects: [], faults: [])
        }
        let shared = ["b1", "b2", "b3", "u1"].enumerated().map {
            Evidence.Row(account: $1, at: 3_600_000, address: "198.18.7.1", line: $0 + 2)
        }
        try importer.takeExchanges("x.csv", shared)
        try importer.takeExchanges(
            "y.csv",
            [
                Evidence.Row(account: "u1", at: 9_000_000, address: "198.18.7.1", line: 2),
                Evidence.Row(account: "u2", at: 9_000_000, address: "198.18.7.2", line: 3),
                Evidence.Row(account: "b1", at: 9_000_000, address: "198.18.7.2", line: 4),
            ])
        try importer.close()
        return try writer.reader()
    }

    private func accounts(_ text: String) throws -> [String] {
        let filter = try FilterParser.parse(text, fields: CaseList.accounts.fields(namedIn: text))
        return try reader().accounts(ListQuery(filter: filter)).map(\.accountId.string)
    }

    @Test(
        "a filter finds those with so many values that so many flagged accounts hold",
        arguments: [
            ("addresses_with_3_flagged>=1", ["b1", "b2", "b3", "u1"]),
            ("addresses_with_1_flagged>=2", ["b1"]), ("addresses_with_4_flagged>=1", []),
            ("payments_with_3_flagged:1 flagged:none", ["u1"]),
            ("networks_with_3_flagged:1", ["b1", "b2", "b3", "u1", "u2"]),
            ("-addresses_with_1_flagged>0 account_id:u3", ["u3"]), ("email_domains_with_1_flagged>0", []),
        ] as [(String, [String])])
    func filtered(_ text: String, _ ids: [String]) throws { #expect(try accounts(text) == ids) }

    @Test(
        "holds keeps the accounts that hold one value, exactly as it is written",
        arguments: [
            ("holds:payment:card", ["b1", "b2", "b3", "u1"]), ("holds:payment:Card", []),
            ("holds:address:198.18.7.2", ["b1", "u2"]),
            ("holds:network:198.18.0.0/16", ["b1", "b2", "b3", "u1", "u2"]),
            ("holds:payment:card -holds:address:198.18.7.2", ["b2", "b3", "u1"]),
            ("holds:email_domain:x.example account_id:u1", ["u1"]), ("holds:device:none-such", []),
            ("holds:payment:card addresses_with_1_flagged>=2", ["b1"]),
        ] as [(String, [String])])
    func holding(_ text: String, _ ids: [String]) throws { #expect(try accounts(text) == ids) }

    @Test(
        "what names no value says what was expected",
        arguments: ["holds:card", "holds:pay*:card", "holds:none"])
    func noValue(_ text: String) throws {
        let error = #expect(throws: StoreError.self) { try accounts(text) }
        #expect("\(try #require(error))".contains("KIND:VALUE"))
    }

    @Test("a search finds the nearest hit in the order of the list, in both directions")
    func found() throws {
        let reader = try reader()
        let hit = Filter.field("status", .matches(pattern: "banned", isGlob: false))
        let query = ListQuery(sort: [ListQuery.SortKey("account_id", isDescending: true)])
        // Nine others come before b3, b2 and b1.
        #expect(try reader.place(of: hit, in: .accounts, query, from: 0, isForward: true) == 9)
        #expect(try reader.place(of: hit, in: .accounts, query, from: 10, isForward: true) == 10)
        #expect(try reader.place(of: hit, in: .accounts, query, from: 11, isForward: false) == 10)
        #expect(try reader.place(of: hit, in: .accounts, query, from: 9, isForward: false) == nil)
        #expect(try reader.place(of: hit, in: .accounts, query, from: 12, isForward: true) == nil)
    }

    @Test("values are counted under a filter, and their filters find as many rows again")
    func frequencies() throws {
        let reader = try reader()
        let table = try reader.frequencies(of: "email_domain", in: .accounts, .everything)
        #expect(table.rows == 12 && table.distinct == 2)
        #expect(table.values.map(\.value) == ["x.example", "-"])
        #expect(table.values.map(\.rows) == [9, 3])
        let flagged = try reader.frequencies(of: "flagged", in: .accounts, .everything)
        #expect(flagged.values.map { "\($0.value) \($0.rows)" } == ["- 9", "provider 3"])
        for row in table.values + flagged.values {
            let filter = try FilterParser.parse(row.filter, fields: CaseList.accounts.fields)
            #expect(try reader.count(.accounts, filter) == row.rows, "\(row.filter)")
        }
        #expect(throws: StoreError.self) {
            try reader.frequencies(of: "nonsense", in: .accounts, .everything)
        }
    }

    @Test("the figure is printed with the row, and sorted by")
    func printed() throws {
        let query = ListQuery(
            sort: [ListQuery.SortKey("addresses_with_1_flagged", isDescending: true)], limit: 2)
        var texts: [String] = []
        try reader().eachCountedAccount(query) {
            texts.append(String(decoding: try JSONText.encode($0), as: UTF8.self))
        }
        #expect(texts.count == 2)
        #expect(
            texts[0].contains("\"account_id\":\"b1\"")
                && texts[0].hasSuffix("\"addresses_with_1_flagged\":2}"))
    }

    @Test("how many rows there are counts under the same filter")
    func counted() throws {
        let text = "addresses_with_3_flagged>=1"
        let filter = try FilterParser.parse(text, fields: CaseList.accounts.fields(namedIn: text))
        #expect(try reader().count(.accounts, filter) == 4)
    }

    @Test("a tally says for which reason accounts are flagged")
    func tallied() throws {
        let reader = try reader()
        let range = try #require(AddressRange("198.18.0.0/16"))
        let numbers = try #require(reader.accountNumbers(in: [range]).first)
        let tally = try #require(try reader.flaggedTallies(of: [numbers]).first)
        #expect(numbers.count == 5)
        #expect((tally.flagged, tally.campaign, tally.provider) == (3, 0, 3))
    }

    @Test("values held by some accounts come with everybody who holds them and when")
    func held() throws {
        let reader = try reader()
        let own = try #require(try reader.accountNumber(of: AccountID("u1")))
        let held = try reader.valuesHeld(by: [own], mostHolders: 4)
        #expect(held.map(\.artifact.kind) == [.address, .payment])
        #expect(held.map(\.holders.count) == [4, 4])
        #expect(held[0].used[held[0].holders.firstIndex(of: own) ?? 0] == 3600...9000)
        let only = try reader.valuesHeld(by: [own], mostHolders: 4, only: [held[1].artifact])
        #expect(only.map(\.artifact) == [held[1].artifact])
        #expect(try reader.valuesHeld(by: [own], mostHolders: 3).isEmpty)
    }
}
