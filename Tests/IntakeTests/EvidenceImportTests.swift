import Casework
import Testing

@testable import Intake

@Suite("Imports")
struct EvidenceImportTests {
    private let accounts = "account_id,created_at\na,1767607200\n"

    @Test("the same SHA-256 again is skipped, under another name too, and a failed file's is not remembered")
    func sameFileAgain() throws {
        let folder = try TemporaryFolder()
        try folder.write("accounts-1.csv", accounts)
        try folder.write("accounts-2.csv", accounts)
        try folder.write("payments-1.csv", "account_id\n")
        try folder.write("payments-2.csv", "account_id\n")
        let sink = RecordingSink()
        let importer = EvidenceImport(sink: sink)
        let first = try importer.run([folder.path])
        #expect(first.files.map(\.status) == [.imported, .skipped, .failed, .failed])
        #expect(first.files[0].sha256 == first.files[1].sha256)
        #expect(
            try importer.run([folder.path]).files.map(\.status) == [.skipped, .skipped, .failed, .failed])
        #expect(first.totals.rows == 1)
        #expect(sink.accounts.count == 1)
    }

    @Test("a failing file stops no other, and nothing of it stays")
    func isolation() throws {
        let imported = try importing([
            "accounts.csv": Array(accounts.utf8), "payments.csv": Array("account_id\na\n".utf8),
            "attributes.csv": Array("account_id,kind,value\na,device,d\n".utf8),
        ])
        #expect(imported.summary.files.map(\.status) == [.imported, .failed, .imported])
        #expect(imported.summary.exitCode == 1)
    }

    @Test("accounts of a file that fails late can be claimed by another")
    func claimsGivenBack() throws {
        let rows = (0..<3000).map { "a\($0),1767607200,x\n" }.joined()
        let packed = try gzip("account_id,created_at,tier\n" + rows)
        let imported = try importing(
            [
                "accounts-1.csv.gz": Array(packed.dropLast(1)),
                "accounts-2.csv": Array(
                    ("account_id,created_at,tier\n" + rows.replacing("x", with: "y")).utf8),
            ], chunkBytes: 4096)
        #expect(imported.summary.files.map(\.status) == [.failed, .imported])
        #expect(imported.summary.totals == totals(rows: 3000, rejected: 0, faults: 0))
    }

    @Test("progress only grows, and ends at the total")
    func progress() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<5000).map { "a\($0),1767607200\n" }.joined()
        try folder.write("exchanges.csv", "account_id,at\n" + rows)
        var seen: [ImportProgress] = []
        let importer = EvidenceImport(
            sink: DiscardingSink(), earlier: nil, hashSeed: 1, sizes: BufferSizes(chunkBytes: 4096))
        _ = try importer.run([folder.path], progress: { seen.append($0) })
        #expect(seen.count > 10)
        #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.doneBytes <= $1.doneBytes && $0.rows <= $1.rows })
        #expect(seen.last?.doneBytes == seen.last?.totalBytes)
    }

    @Test("a cancelled file is abandoned whole, files before it stand")
    func cancelling() throws {
        let folder = try TemporaryFolder()
        try folder.write("accounts.csv", accounts)
        let rows = (0..<5000).map { "a\($0),1767607200\n" }.joined()
        try folder.write("exchanges.csv", "account_id,at\n" + rows)
        let sink = RecordingSink()
        let importer = EvidenceImport(
            sink: sink, earlier: nil, hashSeed: 1, sizes: BufferSizes(chunkBytes: 4096))
        var file = ""
        var ticks = 0
        let error = #expect(throws: IntakeError.self) {
            try importer.run(
                [folder.path],
                progress: {
                    file = $0.file
                    ticks += 1
                }, isCancelled: { file == "exchanges.csv" && ticks > 6 })
        }
        guard case .cancelled(let summary)? = error else { return #expect(Bool(false)) }
        #expect(summary.files.map(\.file) == ["accounts.csv"])
        #expect(sink.exchanges().isEmpty)
        #expect(sink.finished.map(\.file) == ["accounts.csv"])
    }

    @Test("a dry run over a case judges claims as the case would")
    func dryRunOverCase() throws {
        final class Known: KnownEvidence {
            func hasSource(ofSize size: Int) -> Bool { false }
            func hasSource(sha256: String) -> Bool { false }
            func accountContents(_ ids: [AccountID]) -> [ContentHash?] {
                ids.map { $0 == AccountID("old") ? ContentHash(high: 0, low: 0) : nil }
            }
            func holdsExchangeIDs(_ hashes: [ContentHash]) -> [Bool] { hashes.map { _ in true } }
            func holdsSampleIDs(_ ids: [ExactText]) -> [Bool] { ids.map { $0 == "s" } }
            func holdsRanges(_ ranges: [AddressRange]) -> [Bool] { ranges.map { _ in true } }
        }
        let folder = try TemporaryFolder()
        try folder.write("accounts.csv", "account_id,created_at\nold,1767607200\nnew,1767607200\n")
        try folder.write("exchanges.csv", "account_id,at,exchange_id\na,1767607200,x\na,1767607200,\n")
        try folder.write(
            "samples.csv", "account_id,at,prompt,sample_id\na,1767607200,p,s\na,1767607200,p,t\n")
        try folder.write("ip_ranges.csv", "cidr\n192.0.2.0/24\n")
        let known = Known()
        let summary = try EvidenceImport(sink: DiscardingSink(over: known)).run([folder.path])
        #expect(summary.totals == totals(rows: 4, rejected: 3, faults: 1))
        #expect(summary.reasons == ["duplicate": 3])
    }
}
