import Casework
import Foundation
import Reports
import Testing

@Suite struct TableColumnsTests {
    /// Names of the members of a row as `list … --json` prints it.
    private func names(_ row: some Encodable) throws -> [String] {
        let json = try JSONSerialization.jsonObject(with: Data(try JSONText.encode(row)))
        return try #require(json as? [String: Any]).keys.sorted()
    }

    @Test("Exported tables have the columns that lists print")
    func columns() throws {
        let accounts = AccountRow(accountId: AccountID("a"), unlisted: false)
        #expect(try names(accounts) == ExportTable<AccountRow>.accounts.columns.map(\.name).sorted())
        let group = GroupRow(id: "C-01", name: "", kind: .campaign)
        #expect(try names(group) == ExportTable<GroupRow>.campaigns.columns.map(\.name).sorted())
        let artifact = ArtifactRow(kind: .payment, value: "v", accounts: 1, flagged: 0)
        #expect(try names(artifact) == ExportTable<ArtifactRow>.artifacts.columns.map(\.name).sorted())
        let source = SourceRow(
            source: 1, file: "f", table: .accounts, sha256: "", rows: 0, rejected: 0, faults: 0,
            importedAt: ExportWorld.time)
        #expect(try names(source) == ExportTable<SourceRow>.sources.columns.map(\.name).sorted())
        let reject = RejectRow(source: 1, file: "f", line: 1, offset: 0, reason: "r", field: nil, raw: "")
        #expect(try names(reject) == ExportTable<RejectRow>.rejects.columns.map(\.name).sorted())
    }
}
