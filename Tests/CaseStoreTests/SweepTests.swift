import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Sweeping") struct SweepTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private let rows = Evidence.rows(400, seed: 4)

    private func first(_ importer: CaseImporter) throws {
        try importer.takeAccounts(
            "accounts.csv", [Evidence.account("acct-1"), Evidence.account("acct-99", line: 3)])
    }

    private func whole(_ writer: CaseWriter) throws -> CaseDigest {
        let importer = try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 100, bytesPerRun: 1 << 20))
        if try !importer.hasSource(sha256: "hash of accounts.csv") { try first(importer) }
        try importer.takeExchanges("x.csv", rows)
        try importer.take(.payments, "p.csv") {
            try importer.append(.holdings([Evidence.payment("u-7", "card")]), rejects: [], faults: [])
        }
        try importer.close()
        return try writer.reader().digest()
    }

    /// Copies the case as it lies on disk in the middle of a file: what kill -9 would leave.
    private func killed() throws -> String {
        let writer = try place.newCase("k.revenuer")
        let importer = try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 100, bytesPerRun: 1 << 20))
        try first(importer)
        try importer.begin(FileFacts(file: "x.csv", table: .exchanges, size: 3))
        _ = try importer.claimExchangeIDs([ContentHash(high: 3, low: 4)])
        try importer.append(.exchanges(Evidence.batch(rows)), rejects: [], faults: [])
        try importer.flushClaims(importer.fileInHand())
        try importer.thread.drain()
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: place.path("k.revenuer" + ending), toPath: place.path("copy.revenuer" + ending))
        }
        try importer.close()
        try writer.close()
        return place.path("copy.revenuer")
    }

    @Test("A killed import leaves each file in or out, and running it again gives the same case")
    func killAndRunAgain() throws {
        let path = try killed()
        let reader = try CaseReader(opening: path)
        let pending = try reader.connection.access { try $0.number("SELECT count(*) FROM exchange_block") }
        #expect(pending > 0, "the copy must hold blocks of the unfinished file")
        #expect(try reader.overview().exchanges == 0)
        #expect(try reader.overview().accounts == 2)
        #expect(try reader.accounts(ListQuery()).count == 2)
        #expect(try reader.count(.accounts, .not(.field("account_id", .isEmpty))) == 2)
        #expect(try reader.accountTable().count == 2)
        #expect(try reader.addressTable().isEmpty)
        let before = try reader.digest()
        try reader.close()

        let writer = try CaseWriter(opening: path, by: Workplace.act())
        let left = try writer.connection.access { try $0.number("SELECT count(*) FROM exchange_block") }
        #expect(left == 0)
        #expect(try writer.reader().digest() == before)
        let again = try whole(writer)
        #expect(try writer.reader().verify().isSound)
        try writer.close()

        let fresh = try place.newCase("fresh.revenuer")
        #expect(try whole(fresh) == again)
        try fresh.close()
    }

    @Test("When evidence came in is not part of the digest")
    func timeOfImport() throws {
        var digests: Set<CaseDigest> = []
        for moment in [1000, 99_000] as [Int64] {
            let writer = try place.newCase("t\(moment).revenuer", at: moment)
            digests.insert(try whole(writer))
            try writer.close()
        }
        #expect(digests.count == 1)
    }

    @Test("Closing an importer in the middle of a file sweeps that file")
    func closing() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try first(importer)
        try importer.begin(FileFacts(file: "x.csv", table: .exchanges, size: 3))
        try importer.append(.exchanges(Evidence.batch(rows)), rejects: [], faults: [])
        try importer.close()
        #expect(try writer.connection.access { try $0.number("SELECT count(*) FROM source") } == 1)
        #expect(try writer.reader().auditEntries().last?.action == "import_failed")
        try writer.close()
    }
}
