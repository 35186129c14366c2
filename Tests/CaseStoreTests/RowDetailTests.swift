import Casework
import Testing

@testable import CaseStore

@Suite("A row of evidence, opened") struct RowDetailTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func reader() throws -> CaseReader {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("u-1") {
                    $0.emailDomain = "one.example"
                    $0.properties = [.init(name: "note", value: "\u{1B}[31m\"x\"")]
                }, Evidence.account("u-2", line: 3),
            ])
        try importer.take(.payments, "p.csv") {
            try importer.append(
                .holdings([Evidence.payment("u-1", "card"), Evidence.payment("u-2", "card", line: 3)]),
                rejects: [], faults: [])
        }
        try importer.takeExchanges(
            "x.csv",
            [
                Evidence.Row(
                    account: "u-1", at: 3_600_000, address: "198.18.7.1", model: "m", device: "dv-1", line: 2),
                Evidence.Row(account: "u-2", at: 9_000_000, address: "198.18.9.9", model: "m", line: 4),
            ])
        try importer.close()
        let reader = try writer.reader()
        try writer.close()
        return reader
    }

    private func fields(_ detail: RowDetail) -> [String] { detail.fields.map { "\($0.name)=\($0.value)" } }

    @Test("a payment names its account, the value that can be shared, and where it stands") func payment()
        throws
    {
        let detail = try reader().rowDetail(source: 2, line: 3)
        #expect(detail.account == AccountID("u-2"))
        #expect(detail.fields.first?.artifact == Artifact(kind: .payment, value: ExactText("card")))
        #expect(detail.row == RowReference(source: 2, file: "p.csv", line: 3))
        #expect(detail.offset == 3)
    }

    @Test("a row of accounts has its columns, those of the provider too") func account() throws {
        let detail = try reader().rowDetail(source: 1, line: 2)
        #expect(detail.account == AccountID("u-1"))
        #expect(fields(detail).contains("email_domain=one.example"))
        #expect(fields(detail).contains("note=\u{1B}[31m\"x\""))
    }

    @Test("an exchange is found in the blocks of its account, and without knowing the account")
    func exchange() throws {
        let reader = try reader()
        for accounts in [[AccountID("u-1"), AccountID("u-2")], []] {
            let detail = try reader.rowDetail(source: 3, line: 4, of: accounts)
            #expect(detail.account == AccountID("u-2"))
            #expect(fields(detail).prefix(2) == ["at=1970-01-01T02:30:00Z", "address=198.18.9.9"])
            #expect(fields(detail).contains("model=m"))
        }
        let device = try reader.rowDetail(source: 3, line: 2).fields.first { $0.name == "attr:device" }
        #expect(device?.artifact == Artifact(kind: ArtifactKind("device"), value: ExactText("dv-1")))
    }

    @Test("a row that is not there is not made up") func absent() throws {
        let reader = try reader()
        #expect(throws: StoreError.self) { try reader.rowDetail(source: 3, line: 99) }
        #expect(throws: StoreError.self) { try reader.rowDetail(source: 9, line: 1) }
    }
}
