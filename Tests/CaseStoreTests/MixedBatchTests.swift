import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Files that feed several tables") struct MixedBatchTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private let rows = Evidence.rows(300, seed: 12)

    /// A log whose rows are exchanges, samples, payments, accounts and events at once.
    private func feed(_ importer: CaseImporter, _ file: String = "log.jsonl") throws {
        let batches = Evidence.Batches()
        for start in stride(from: 0, to: rows.count, by: 60) {
            let part = Array(rows[start..<start + 60])
            _ = try importer.claimExchangeIDs(
                part.map { ContentHash(high: 1, low: UInt64($0.line)) })
            try importer.append(.exchanges(batches.batch(part)), rejects: [], faults: [])
            let samples = part.prefix(5).map {
                Evidence.sample("s-\($0.line)", $0.account, "prompt \($0.line)", line: $0.line)
            }
            _ = try importer.claimSampleIDs(samples.compactMap(\.sampleID))
            try importer.append(.samples(samples), rejects: [], faults: [])
            try importer.append(
                .holdings(
                    part.prefix(3).map { Evidence.payment($0.account, "card-\($0.line % 4)", line: $0.line) }
                        + [Evidence.payment("only-paid", "card-1", line: start + 2)]),
                rejects: [], faults: [])
            let account = Evidence.account("acct-\(start / 60)", line: start + 2)
            _ = try importer.claimAccounts([(account.account, ContentHash(high: 5, low: UInt64(start)))])
            try importer.append(.accounts([account]), rejects: [], faults: [])
        }
        try importer.append(
            .events([
                EventRecord(
                    position: RowPosition(line: 400, offset: 0), at: Timestamp(milliseconds: 7),
                    kind: .other, name: "e")
            ]), rejects: [], faults: [])
    }

    private func importer(_ writer: CaseWriter) throws -> CaseImporter {
        try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 100, bytesPerRun: 1 << 20))
    }

    private func whole(_ name: String) throws -> (writer: CaseWriter, digest: CaseDigest) {
        let writer = try place.newCase(name)
        let importer = try self.importer(writer)
        try importer.take(.exchanges, "log.jsonl", rows: rows.count) { try feed(importer) }
        try importer.close()
        return (writer, try writer.reader().digest())
    }

    @Test("All of its rows are there, under one source")
    func everything() throws {
        let (writer, _) = try whole("a.revenuer")
        let reader = try writer.reader()
        let overview = try reader.overview()
        #expect(overview.sources == 1)
        #expect(overview.exchanges == 300)
        #expect(overview.samples == 25)
        #expect(overview.events.map(\.name) == ["e"])
        #expect(try reader.count(.samples) == 25)
        let paid = try reader.dossier(AccountID("only-paid"))
        #expect(paid.holdings.map(\.rows.count) == [5])
        #expect(Set(rows.map(\.account)).count + 1 == overview.accounts)
        let dossier = try reader.dossier(AccountID(rows[0].account))
        #expect(!dossier.samples.isEmpty && !dossier.holdings.isEmpty)
        #expect(dossier.row.exchanges == rows.count { $0.account == rows[0].account })
        #expect(try reader.verify().isSound)
        try writer.close()
    }

    @Test("A kill in the middle leaves nothing of it, and running it again gives the same case")
    func kill() throws {
        let (writer, wanted) = try whole("whole.revenuer")
        try writer.close()
        let killed = try place.newCase("k.revenuer")
        let importer = try self.importer(killed)
        try importer.begin(FileFacts(file: "log.jsonl", table: .exchanges, size: 9))
        try feed(importer)
        try importer.flushClaims(importer.fileInHand())
        try importer.fileInHand().give(to: importer.thread, atLeast: 0)
        try importer.thread.drain()
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: place.path("k.revenuer" + ending), toPath: place.path("copy.revenuer" + ending))
        }
        try importer.close()
        try killed.close()

        let left = try CaseReader(opening: place.path("copy.revenuer"))
        #expect(try left.connection.access { try $0.number("SELECT count(*) FROM sample") } == 25)
        #expect(try left.overview().samples == 0)
        #expect(try left.count(.samples) == 0)
        try left.close()
        let again = try CaseWriter(opening: place.path("copy.revenuer"), by: Workplace.act())
        #expect(try again.connection.access { try $0.number("SELECT count(*) FROM sample") } == 0)
        let second = try self.importer(again)
        try second.take(.exchanges, "log.jsonl", rows: rows.count) { try feed(second) }
        try second.close()
        #expect(try again.reader().digest() == wanted)
        try again.close()
    }

    @Test("An abandoned one gives back all that it claimed")
    func abandoned() throws {
        let (writer, wanted) = try whole("whole.revenuer")
        try writer.close()
        let other = try place.newCase("b.revenuer")
        let importer = try self.importer(other)
        try importer.begin(FileFacts(file: "bad.jsonl", table: .exchanges, size: 9))
        try feed(importer)
        try importer.abandon(CaseImporter.outcome(.exchanges, "bad.jsonl", 0, .failed))
        try importer.take(.exchanges, "log.jsonl", rows: rows.count) { try feed(importer) }
        try importer.close()
        #expect(try other.reader().digest() == wanted)
        try other.close()
    }
}
