import Casework
import Testing

@testable import CaseStore

@Suite("Questions to a case") struct QueryTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Two accounts behind one card, three addresses in nested ranges, a device in attributes and exchanges.
    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("u-1") {
                    $0.emailDomain = "one.example"
                    $0.properties = [.init(name: "note", value: "\u{1B}[31m\"x\"")]
                },
                Evidence.account("u-2", line: 3) { $0.emailDomain = "one.example" },
            ])
        try importer.take(.attributes, "h.csv") {
            var device = Evidence.payment("u-1", "dv-1", line: 5)
            device.kind = ArtifactKind("device")
            try importer.append(
                .holdings([Evidence.payment("u-1", "card"), Evidence.payment("u-2", "card", line: 3), device]
                ),
                rejects: [], faults: [])
        }
        try importer.take(.ipRanges, "r.csv") {
            let ranges = try ["198.18.0.0/16", "198.18.7.0/24"].enumerated().map { line, text in
                var record = RangeRecord(
                    position: RowPosition(line: line + 2, offset: 0), range: try #require(AddressRange(text)))
                record.asNumber = 64_500 + line
                return record
            }
            try importer.append(.ranges(ranges), rejects: [], faults: [])
        }
        try importer.takeExchanges(
            "x.csv",
            [
                Evidence.Row(
                    account: "u-1", at: 3_600_000, address: "198.18.7.1", model: "m", device: "dv-1", line: 2),
                Evidence.Row(account: "u-1", at: 7_200_000, address: "198.18.7.1", model: "m", line: 3),
                Evidence.Row(
                    account: "u-2", at: 9_000_000, address: "198.18.9.9", model: "m", device: "dv-1", line: 4),
            ])
        try importer.take(.samples, "s.jsonl") {
            var sample = SampleRecord(
                position: RowPosition(line: 1, offset: 0), account: AccountID("u-2"),
                at: Timestamp(milliseconds: 9),
                prompt: "hello")
            sample.sampleID = "s-1"
            sample.metadataValues = [.init(name: "user", value: "root")]
            try importer.append(.samples([sample]), rejects: [], faults: [])
        }
        try importer.close()
        let reader = try writer.reader()
        try writer.close()
        return reader
    }

    @Test("A dossier has holdings with holders, addresses with ranges, uses, hours and samples")
    func dossier() throws {
        let reader = try self.reader()
        let dossier = try reader.dossier(AccountID("u-1"))
        #expect(dossier.properties == [NamedValue(name: "note", value: "\u{1B}[31m\"x\"")])
        #expect(dossier.holdings.map(\.value) == ["dv-1", "card"])
        #expect(dossier.holdings.map(\.accounts) == [2, 2])
        #expect(dossier.holdings[1].rows == [RowReference(source: 2, file: "h.csv", line: 2)])
        #expect(dossier.addresses.map(\.address) == ["198.18.7.1"])
        #expect(dossier.addresses.map(\.exchanges) == [2])
        #expect(dossier.addresses.map(\.net) == ["198.18.7.0/24"])
        #expect(dossier.addresses.map(\.asn) == [64_501])
        #expect(
            dossier.addresses.map(\.rows) == [
                [2, 3].map { RowReference(source: 4, file: "x.csv", line: $0) }
            ])
        #expect(dossier.uses.map(\.kind.rawValue) == ["device", "model"])
        #expect(dossier.uses.map { $0.rows.map(\.line) } == [[2], [2, 3]])
        #expect(dossier.hours[1] == 1 && dossier.hours[2] == 1)
        #expect(dossier.rows == [RowReference(source: 1, file: "a.csv", line: 2)])
        #expect(try reader.dossier(AccountID("u-2")).samples.map(\.sampleId) == ["s-1"])
        #expect(throws: StoreError.notFound("account:U-1")) { try reader.dossier(AccountID("U-1")) }
    }

    @Test("Of many rows behind an address the first twenty by line are named")
    func manyRows() throws {
        let writer = try place.newCase("many.revenuer")
        let importer = try writer.importer()
        let rows = (0..<700).map {
            Evidence.Row(
                account: "u-1", at: Int64(700 - $0) * 1000, address: "198.18.7.1", model: "m", line: $0 + 2)
        }
        try importer.takeExchanges("x.csv", rows)
        try importer.close()
        let dossier = try writer.reader().dossier(AccountID("u-1"))
        #expect(dossier.addresses.first?.rows.map(\.line) == Array(2...21))
        #expect(dossier.uses.first?.rows.map(\.line) == Array(2...21))
        try writer.close()
    }

    @Test("A value's rows are found in holdings and in exchanges, of these accounts only")
    func rowsOfValues() throws {
        let reader = try self.reader()
        let device = Artifact(kind: ArtifactKind("device"), value: "dv-1")
        let both = try reader.rows(holding: device, by: [AccountID("u-2"), AccountID("u-1")])
        #expect(both.rows.map { "\($0.file):\($0.line)" } == ["h.csv:5", "x.csv:2", "x.csv:4"])
        #expect(try reader.rows(holding: device, by: [AccountID("u-2")]).total == 1)
        #expect(try reader.rows(holding: device, by: [AccountID("u-1")], limit: 1).rows.count == 1)
        let network = Artifact(kind: .network, value: "198.18.7.0/24")
        #expect(try reader.rows(holding: network, by: [AccountID("u-1"), AccountID("u-2")]).total == 2)
        let domain = Artifact(kind: .emailDomain, value: "one.example")
        #expect(try reader.rows(holding: domain, by: [AccountID("u-1"), AccountID("u-2")]).total == 2)
        let metadata = Artifact(kind: ArtifactKind("metadata_user"), value: "root")
        #expect(try reader.rows(holding: metadata, by: [AccountID("u-2")]).rows.map(\.file) == ["s.jsonl"])
    }

    @Test("Artifacts count each holder once, by whatever way it holds the value")
    func artifacts() throws {
        let reader = try self.reader()
        let counts = try reader.artifacts(ListQuery()).map {
            "\($0.kind.rawValue) \($0.value) \($0.accounts)"
        }
        #expect(
            counts == [
                "device dv-1 2", "email_domain one.example 2", "payment card 2", "address 198.18.7.1 1",
                "address 198.18.9.9 1", "metadata_user root 1",
            ])
        let device = try reader.artifact(Artifact(kind: ArtifactKind("device"), value: "dv-1"))
        #expect(device.holders.map(\.accountId.string) == ["u-1", "u-2"])
        #expect(throws: StoreError.notFound("artifact:device:none")) {
            try reader.artifact(Artifact(kind: ArtifactKind("device"), value: "none"))
        }
    }

    @Test("A network has the accounts whose longest range it is; an address finds its range")
    func networks() throws {
        let reader = try self.reader()
        let rows = try reader.networks(ListQuery()).map { "\($0.net) \($0.accounts)" }
        #expect(rows == ["198.18.0.0/16 1", "198.18.7.0/24 1"])
        let wide = try reader.network(try #require(AddressRange("198.18.0.0/16")))
        #expect(wide.holders.map(\.accountId.string) == ["u-2"])
        let address = try reader.network(try #require(AddressRange("198.18.7.1")))
        #expect(address.row.net == "198.18.7.0/24")
        #expect(address.address == "198.18.7.1")
        #expect(throws: StoreError.notFound("net:192.0.2.0/24")) {
            try reader.network(try #require(AddressRange("192.0.2.0/24")))
        }
    }

    @Test("The overview sums what stands beside the sources")
    func overview() throws {
        let overview = try self.reader().overview()
        #expect([overview.accounts, overview.exchanges, overview.samples, overview.sources] == [2, 3, 1, 5])
        #expect(overview.activity == [DayCount(day: "1970-01-01", exchanges: 3)])
        #expect(overview.period.from == Timestamp(milliseconds: 3_600_000))
        #expect(overview.needsAttention == ["not analysed yet"])
    }

    @Test("What a case knows can be asked without taking anything in")
    func knowledge() throws {
        let reader = try self.reader()
        let knowledge = try CaseKnowledge(reader)
        #expect(
            try knowledge.accountContents([AccountID("u-1"), AccountID("x")]).map { $0 == nil } == [
                false, true,
            ])
        #expect(try knowledge.holdsSampleIDs(["s-1", "s-2"]) == [true, false])
        #expect(try knowledge.holdsRanges([try #require(AddressRange("198.18.7.0/24"))]) == [true])
        #expect(try knowledge.hasSource(sha256: "hash of a.csv"))
    }
}
