import Casework
import Testing

@testable import CaseStore

@Suite("Filters and lists") struct FilterTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("u-1") {
                    $0.declaredCountry = "SG"; $0.status = .banned
                },
                Evidence.account("u-2", line: 3) {
                    $0.declaredCountry = "DE"; $0.plan = .free
                },
                Evidence.account("u_3", line: 4) { $0.organisation = "100% o'Brien \"Ltd\"" },
            ])
        try importer.takeExchanges(
            "x.csv", [2, 3, 4].map { Evidence.Row(account: "u-2", at: Int64($0), line: $0) })
        try importer.close()
        let reader = try writer.reader()
        try writer.close()
        return reader
    }

    private func ids(_ reader: CaseReader, _ filter: Filter) throws -> [String] {
        let rows = try reader.accounts(ListQuery(filter: filter)).map(\.accountId.string)
        #expect(try reader.count(.accounts, filter) == rows.count)
        return rows
    }

    private func matches(_ field: String, _ pattern: String, isGlob: Bool = false) -> Filter {
        .field(field, .matches(pattern: pattern, isGlob: isGlob))
    }

    @Test("Equality ignores the case of ASCII letters, globs match the whole value")
    func equality() throws {
        let reader = try self.reader()
        #expect(try ids(reader, matches("declared_country", "sg")) == ["u-1"])
        #expect(try ids(reader, matches("account_id", "U-?", isGlob: true)) == ["u-1", "u-2"])
        #expect(try ids(reader, matches("account_id", "u_?", isGlob: true)) == ["u_3"])
        #expect(try ids(reader, matches("account_id", "u", isGlob: true)) == [])
    }

    @Test("A negation holds for rows without a value")
    func negation() throws {
        let reader = try self.reader()
        #expect(try ids(reader, .not(matches("declared_country", "SG"))) == ["u-2", "u_3"])
        #expect(try ids(reader, .field("declared_country", .isEmpty)) == ["u_3"])
    }

    @Test("Numbers, times and truth values compare as such")
    func comparisons() throws {
        let reader = try self.reader()
        #expect(try ids(reader, .field("exchanges", .compare(.atLeast, .number(3)))) == ["u-2"])
        #expect(try ids(reader, .field("exchanges", .between(.number(0), .number(2)))) == ["u-1", "u_3"])
        #expect(
            try ids(reader, .field("first_at", .compare(.less, .time(Timestamp(milliseconds: 3))))) == ["u-2"]
        )
        #expect(try ids(reader, matches("created_at", "1970-01-01")).count == 3)
        #expect(try ids(reader, matches("unlisted", "true")) == [])
        #expect(throws: StoreError.wrongComparison(field: "exchanges", type: "number")) {
            try ids(reader, .field("exchanges", .compare(.less, .text("x"))))
        }
    }

    @Test("A condition on a list holds when one of its members matches")
    func arrays() throws {
        let reader = try self.reader()
        #expect(try ids(reader, matches("flagged", "provider")) == ["u-1"])
        #expect(try ids(reader, .field("flagged", .isEmpty)) == ["u-2", "u_3"])
    }

    @Test("A bare word is looked for in all texts, and means itself")
    func words() throws {
        let reader = try self.reader()
        #expect(try ids(reader, .contains("100% O'BRIEN")) == ["u_3"])
        #expect(try ids(reader, .contains("0%o")) == [])
        #expect(try ids(reader, .contains("_")) == ["u_3"])
    }

    @Test(
        "Texts of a filter are bound, never spliced",
        arguments: [
            "x' OR '1'='1", "x\"; DROP TABLE source; --", "%' UNION SELECT 1 --", "\\", "?1", "\u{0}'",
        ])
    func hostile(text: String) throws {
        let definition = CaseList.accounts.definition
        let filters: [Filter] = [
            .contains(text), matches("account_id", text), matches("account_id", text, isGlob: true),
            .field("account_id", .compare(.less, .text(text))), matches("flagged", text),
            matches("created_at", text),
        ]
        for filter in filters {
            let compiled = try FilterCompiler(definition: definition, list: "accounts").condition(filter)
            #expect(!compiled.text.contains(text) || text == "\\")
            #expect(compiled.values.count == compiled.text.filter { $0 == "?" }.count)
        }
        let reader = try self.reader()
        for filter in filters { _ = try ids(reader, filter) }
        #expect(try ids(reader, .everything).count == 3)
    }

    @Test("A field that a list does not have is refused, in filters and in sorting")
    func unknownFields() throws {
        let reader = try self.reader()
        #expect(throws: StoreError.unknownField(name: "number", list: "accounts")) {
            try ids(reader, matches("number", "1"))
        }
        #expect(throws: StoreError.unknownField(name: "1; --", list: "accounts")) {
            try reader.accounts(ListQuery(sort: [.init("1; --")]))
        }
    }

    @Test("Rows without a value come last, ties in the list's own order, windows fit together")
    func sorting() throws {
        let reader = try self.reader()
        let up = try reader.accounts(ListQuery(sort: [.init("declared_country")])).map(\.accountId.string)
        let down = try reader.accounts(ListQuery(sort: [.init("declared_country", isDescending: true)]))
        #expect(up == ["u-2", "u-1", "u_3"])
        #expect(down.map(\.accountId.string) == ["u-1", "u-2", "u_3"])
        let paged = try (0..<3).flatMap { offset in
            try reader.accounts(ListQuery(sort: [.init("declared_country")], offset: offset, limit: 1))
        }
        #expect(paged.map(\.accountId.string) == up)
    }

    @Test("Every list can be read, counted, and filtered by each of its fields", arguments: CaseList.allCases)
    func allLists(list: CaseList) throws {
        let reader = try self.reader()
        _ = try reader.count(list)
        for field in list.fields where field != HoldingField.column {
            _ = try reader.count(list, .field(field.name, .isEmpty))
            if field.type == .text { _ = try reader.count(list, matches(field.name, "a*", isGlob: true)) }
            let sorted = ListQuery(sort: [.init(field.name, isDescending: true)], limit: 5)
            switch list {
            case .accounts: _ = try reader.accounts(sorted)
            case .artifacts: _ = try reader.artifacts(sorted)
            case .networks: _ = try reader.networks(sorted)
            case .samples: _ = try reader.samples(sorted)
            case .groups: _ = try reader.groups(sorted)
            case .campaigns: _ = try reader.campaigns(sorted)
            case .sources: _ = try reader.sources(sorted)
            case .rejects: _ = try reader.rejects(sorted)
            case .faults: _ = try reader.faults(sorted)
            case .events: _ = try reader.events(sorted)
            case .templates: _ = try reader.templates(sorted)
            case .links: _ = try reader.links(sorted)
            case .rules: _ = try reader.rules(sorted)
            case .indicators: _ = try reader.indicators(sorted)
            case .violations: _ = try reader.violations(sorted)
            case .notes: _ = try reader.notes(sorted)
            case .decisions: _ = try reader.decisions(sorted)
            case .queue: _ = try reader.reviewQueue(sorted)
            case .history: _ = try reader.campaignHistory(sorted)
            case .log: _ = try reader.log(sorted)
            }
        }
    }
}
