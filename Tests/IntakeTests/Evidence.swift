import Casework
import Foundation

@testable import Intake

/// A sink that remembers what stands after an import.
final class RecordingSink: EvidenceSink {
    let claims = DiscardingSink()
    var batches: [EvidenceBatch] = []
    var rejects: [Reject] = []
    var faults: [Fault] = []
    var finished: [FileOutcome] = []
    private var pending: [(EvidenceBatch, [Reject], [Fault])] = []

    func hasSource(ofSize size: Int) throws -> Bool { try claims.hasSource(ofSize: size) }
    func hasSource(sha256: String) throws -> Bool { try claims.hasSource(sha256: sha256) }
    func begin(_ file: FileFacts) throws {
        pending = []
        try claims.begin(file)
    }
    func claimAccounts(_ ids: [(id: AccountID, content: ContentHash)]) throws -> [Claim] {
        try claims.claimAccounts(ids)
    }
    func claimExchangeIDs(_ hashes: [ContentHash]) throws -> [Claim] { try claims.claimExchangeIDs(hashes) }
    func claimSampleIDs(_ ids: [ExactText]) throws -> [Claim] { try claims.claimSampleIDs(ids) }
    func claimRanges(_ ranges: [AddressRange]) throws -> [Claim] { try claims.claimRanges(ranges) }
    func append(_ batch: EvidenceBatch, rejects: [Reject], faults: [Fault]) throws {
        pending.append((batch, rejects, faults))
    }
    func finish(sha256: String, outcome: FileOutcome) throws {
        for (batch, rejects, faults) in pending {
            batches.append(batch)
            self.rejects += rejects
            self.faults += faults
        }
        pending = []
        finished.append(outcome)
        try claims.finish(sha256: sha256, outcome: outcome)
    }
    func abandon(_ outcome: FileOutcome) throws {
        pending = []
        try claims.abandon(outcome)
    }

    var accounts: [AccountRecord] {
        batches.flatMap { if case .accounts(let records) = $0 { records } else { [] as [AccountRecord] } }
    }
    var holdings: [HoldingRecord] {
        batches.flatMap { if case .holdings(let records) = $0 { records } else { [] as [HoldingRecord] } }
    }
    var samples: [SampleRecord] {
        batches.flatMap { if case .samples(let records) = $0 { records } else { [] as [SampleRecord] } }
    }
    var ranges: [RangeRecord] {
        batches.flatMap { if case .ranges(let records) = $0 { records } else { [] as [RangeRecord] } }
    }
    var profiles: [LabProfile] {
        batches.compactMap { if case .profile(let profile) = $0 { profile } else { nil } }
    }
    var description: CaseDescription? {
        batches.compactMap { if case .caseDescription(let text) = $0 { text } else { nil } }.last
    }
}

/// One exchange as text, however it was coded.
struct PlainExchange: Hashable {
    var account: String
    var at: Int64
    var address: String?
    var input: Int64
    var output: Int64
    var position: RowPosition
    var texts: [String: String]
}

extension RecordingSink {
    /// Exchanges of all batches, of one file, decoded as a sink has to do it.
    func exchanges() -> [PlainExchange] {
        var rows: [PlainExchange] = []
        var accounts: [String] = []
        var addresses: [IPAddress] = []
        var entries: [String: [String]] = [:]
        var columns: [[String]] = []
        for case .exchanges(let batch) in batches {
            columns.append(batch.coded.map(\.name) + batch.plain.map(\.name))
            precondition(columns[0] == columns.last, "every batch of a file has the same columns")
            accounts += texts(batch.addedAccounts)
            addresses += batch.addedAddresses
            for column in batch.coded { entries[column.name, default: []] += texts(column.added) }
            for row in 0..<batch.count {
                var exchange = PlainExchange(
                    account: accounts[Int(batch.account[row])], at: batch.at[row],
                    address: batch.address[row] == 0
                        ? nil : addresses[Int(batch.address[row]) - 1].description,
                    input: batch.inputTokens[row], output: batch.outputTokens[row],
                    position: RowPosition(line: batch.line[row], offset: batch.offset[row]), texts: [:])
                for column in batch.coded where column.codes[row] != 0 {
                    exchange.texts[column.name] = entries[column.name]?[Int(column.codes[row]) - 1]
                }
                for column in batch.plain {
                    let range = (row == 0 ? 0 : column.ends[row - 1])..<column.ends[row]
                    if !range.isEmpty {
                        exchange.texts[column.name] = String(decoding: column.bytes[range], as: UTF8.self)
                    }
                }
                rows.append(exchange)
            }
        }
        return rows
    }

    private func texts(_ dictionary: TextDictionary) -> [String] {
        (0..<dictionary.count).map {
            String(decoding: dictionary.bytes[dictionary.range(of: $0)], as: UTF8.self)
        }
    }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("intake-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// What came of importing some files.
struct Imported {
    var sink: RecordingSink
    var summary: ImportSummary

    var reasons: [String] { sink.rejects.map(\.reason) }
    var lines: [Int] { sink.rejects.map(\.position.line) }
    var status: FileOutcome.Status? { summary.files.first?.status }
    var reason: String? { summary.files.first?.reason }
}

/// Imports files of the given names and contents from one folder.
func importing(
    _ files: [String: [UInt8]], chunkBytes: Int = 1 << 16, batchRows: Int = Limits.exchangeRows
) throws -> Imported {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(name, bytes) }
    let sink = RecordingSink()
    let importer = EvidenceImport(
        sink: sink, earlier: nil, hashSeed: 7,
        sizes: BufferSizes(chunkBytes: chunkBytes, batchRows: batchRows))
    return Imported(sink: sink, summary: try importer.run([folder.path]))
}

func importing(_ name: String, _ text: String, chunkBytes: Int = 1 << 16) throws -> Imported {
    try importing([name: Array(text.utf8)], chunkBytes: chunkBytes)
}

/// A seeded generator (SplitMix64): the same seed, the same test.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Totals to compare with.
func totals(rows: Int, rejected: Int, faults: Int) -> ImportSummary.Totals {
    var totals = ImportSummary().totals
    totals.rows = rows
    totals.rejected = rejected
    totals.faults = faults
    return totals
}
