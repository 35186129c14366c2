import Casework
import Testing

@testable import CaseStore

@Suite("Rules, indicators and address databases") struct PartnerEvidenceTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takePartnerEvidence()
        try importer.close()
        let reader = try writer.reader()
        try writer.close()
        return reader
    }

    @Test("Rule files come back with their text and the names of their rules")
    func rules() throws {
        #expect(
            try reader().ruleFiles() == [
                RuleFileRecord(file: "rules/a.yar", text: "rule one {}\n", rules: ["one", "two"])
            ])
    }

    @Test("Indicators come back with every field, and keys by source and place")
    func indicators() throws {
        let found = try reader().indicators()
        #expect(found.map(\.key) == [SampleKey(source: 2, number: 0), SampleKey(source: 2, number: 1)])
        #expect(found.first?.record == Evidence.wholeIndicator())
    }

    @Test("The list of indicators shows where each stands in evidence")
    func list() throws {
        let reader = try reader()
        let rows = try reader.indicators(ListQuery())
        #expect(rows.map(\.id) == ["indicator--1", "i-2"])
        #expect(rows.first?.row == RowReference(source: 2, file: "indicators/p.json", line: 3))
        #expect(rows.first?.markings == ["tlp:amber", "tlp:green"])
        let amber = Filter.field("markings", .matches(pattern: "tlp:amber", isGlob: false))
        #expect(try reader.count(.indicators, amber) == 1)
    }

    @Test("What a database says of a range is in ranges and in the list of networks")
    func geo() throws {
        let reader = try reader()
        let ranges = try reader.ranges()
        #expect(ranges.map(\.country) == ["NL"])
        #expect(ranges.map(\.userCount) == [3])
        let rows = try reader.networks(ListQuery())
        #expect(rows.map(\.net) == ["198.18.0.0/16"])
        #expect(rows.map(\.userCount) == [3])
        #expect(try reader.network(try #require(AddressRange("198.18.4.4"))).row.userCount == 3)
    }

    @Test("One address database may be asked again, another file may not come twice")
    func geoAgain() throws {
        let writer = try place.newCase()
        for round in 0..<2 {
            let importer = try writer.importer()
            #expect(try !importer.hasSource(sha256: "hash of geo.mmdb"))
            #expect(try !importer.hasSource(ofSize: "geo.mmdb".utf8.count))
            try importer.takeGeo("geo.mmdb", "198.18.\(round).0/24") { $0.country = "NL" }
            #expect(try !importer.hasSource(sha256: "hash of geo.mmdb"))
            try importer.close()
        }
        #expect(try writer.reader().ranges().count == 2)
        #expect(try writer.reader().overview().sources == 2)
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        #expect(try importer.hasSource(sha256: "hash of a.csv"))
        try importer.takeAccounts("a.csv", [Evidence.account("u-2")])
        #expect(throws: StoreError.self) { try importer.close() }
        try writer.close()
    }

    @Test("Terms and properties of accounts come back for the analysis")
    func context() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("u-1") { $0.properties = [.init(name: "sample", value: "control")] },
                Evidence.account("u-2", line: 3) {
                    $0.properties = [
                        .init(name: "note", value: "sample"), .init(name: "sample", value: "caf\u{e9}\""),
                    ]
                },
                Evidence.account("u-3", line: 4) { $0.properties = [.init(name: "x", value: "sample")] },
            ])
        var term = TermRecord(
            position: RowPosition(line: 2, offset: 9), from: Timestamp(milliseconds: 5), clause: "4.2",
            text: "not from there")
        term.kind = .region
        term.to = Timestamp(milliseconds: 8)
        try importer.take(.terms, "t.csv") { try importer.append(.terms([term]), rejects: [], faults: []) }
        try importer.close()
        let reader = try writer.reader()
        #expect(try reader.terms() == [term])
        let properties = try reader.accountProperties(named: "sample")
        #expect(properties.map(\.account) == [1, 2])
        #expect(properties.map(\.value) == ["control", "caf\u{e9}\""])
        #expect(try reader.accountProperties(named: "population").isEmpty)
        try writer.close()
    }
}
