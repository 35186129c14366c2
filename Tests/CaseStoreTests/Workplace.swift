import Casework
import Foundation

@testable import CaseStore

/// A folder of its own for one test, removed afterwards.
final class Workplace {
    let folder: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "case-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    func newCase(_ name: String = "a.revenuer", at milliseconds: Int64 = 1000) throws -> CaseWriter {
        try CaseWriter.create(at: path(name), title: "A case", by: Workplace.act(at: milliseconds))
    }

    /// A new case with so many accounts, `u-01` and on, and nothing else.
    func newCase(accounts: Int) throws -> CaseWriter {
        let writer = try newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv", (1...accounts).map { Evidence.account("u-\($0 < 10 ? "0" : "")\($0)", line: $0 + 1) })
        try importer.close()
        return writer
    }

    static func act(at milliseconds: Int64 = 1000) -> Act {
        Act(actor: "tester") { Timestamp(milliseconds: milliseconds) }
    }
}

extension CaseReader {
    static let methodOfTests = "m-1"

    func overview() throws -> CaseOverview { try overview(currentMethod: CaseReader.methodOfTests) }
}

/// Rows as Intake would give them, written by hand.
enum Evidence {
    static func account(_ id: String, line: Int = 2, _ change: (inout AccountRecord) -> Void = { _ in })
        -> AccountRecord
    {
        var record = AccountRecord(
            position: RowPosition(line: line, offset: line * 10), account: AccountID(id),
            createdAt: Timestamp(milliseconds: 5000))
        change(&record)
        return record
    }

    static func payment(_ account: String, _ value: String, line: Int = 2) -> HoldingRecord {
        HoldingRecord(
            position: RowPosition(line: line, offset: line), account: AccountID(account), kind: .payment,
            value: ExactText(value))
    }

    /// One exchange in words.
    struct Row: Equatable {
        var account: String
        var at: Int64
        var address: String?
        var model: String?
        var device: String?
        var line: Int
        var id = ""
    }

    /// A batch whose dictionaries are its own: use it for files of one batch, or with `Batches`.
    static func batch(_ rows: [Row]) -> ExchangeBatch { Batches().batch(rows) }

    /// Batches of one file: later ones refer to dictionary entries of earlier ones.
    final class Batches {
        private var accounts: [String: UInt32] = [:]
        private var addresses: [String: UInt32] = [:]
        private var models: [String: UInt32] = [:]
        private var devices: [String: UInt32] = [:]

        func batch(_ rows: [Row]) -> ExchangeBatch {
            var batch = ExchangeBatch()
            var model = CodedColumn(name: "model")
            var device = CodedColumn(name: "attr:device")
            var id = PlainColumn(name: "exchange_id")
            batch.count = rows.count
            for row in rows {
                batch.account.append(code(row.account, &accounts, &batch.addedAccounts) - 1)
                batch.at.append(row.at)
                batch.address.append(address(row.address, &batch))
                batch.inputTokens.append(Int64(row.line))
                batch.outputTokens.append(-1)
                batch.line.append(row.line)
                batch.offset.append(row.line * 40 + row.line % 7)
                model.codes.append(row.model.map { code($0, &models, &model.added) } ?? 0)
                device.codes.append(row.device.map { code($0, &devices, &device.added) } ?? 0)
                id.bytes += Array(row.id.utf8)
                id.ends.append(id.bytes.count)
            }
            batch.coded = [model, device]
            batch.plain = [id]
            return batch
        }

        private func code(_ text: String, _ known: inout [String: UInt32], _ added: inout TextDictionary)
            -> UInt32
        {
            if let code = known[text] { return code }
            known[text] = UInt32(known.count + 1)
            added.bytes += Array(text.utf8)
            added.ends.append(added.bytes.count)
            return UInt32(known.count)
        }

        private func address(_ text: String?, _ batch: inout ExchangeBatch) -> UInt32 {
            guard let text, let address = IPAddress(text) else { return 0 }
            if let code = addresses[text] { return code }
            addresses[text] = UInt32(addresses.count + 1)
            batch.addedAddresses.append(address)
            return UInt32(addresses.count)
        }
    }

    /// `count` rows over few accounts, addresses and models, times in no order.
    static func rows(_ count: Int, seed: UInt64) -> [Row] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { index in
            Row(
                account: "acct-\(Int.random(in: 0..<40, using: &random))",
                at: 1_700_000_000_000 + Int64.random(in: 0..<864_000_000, using: &random),
                address: index % 5 == 0 ? nil : "198.18.0.\(Int.random(in: 0..<200, using: &random))",
                model: "m-\(Int.random(in: 0..<3, using: &random))",
                device: index % 3 == 0 ? "dv-\(Int.random(in: 0..<60, using: &random))" : nil,
                line: index + 2,
                id: "x\(index)")
        }
    }
}

extension CaseImporter {
    /// One file, from begin to finish.
    func take(_ table: EvidenceTable, _ file: String, rows: Int = 1, _ body: () throws -> Void) throws {
        try begin(FileFacts(file: file, table: table, size: file.utf8.count))
        try body()
        try finish(sha256: "hash of " + file, outcome: Self.outcome(table, file, rows))
    }

    static func outcome(
        _ table: EvidenceTable, _ file: String, _ rows: Int, _ status: FileOutcome.Status = .imported
    ) -> FileOutcome {
        var outcome = FileOutcome(file: file, status: status)
        outcome.table = table
        outcome.rows = rows
        return outcome
    }

    func takeAccounts(_ file: String, _ records: [AccountRecord]) throws {
        try take(.accounts, file, rows: records.count) {
            let ids = records.map {
                (id: $0.account, content: ContentHash(high: UInt64($0.position.line), low: 1))
            }
            _ = try claimAccounts(ids)
            try append(.accounts(records), rejects: [], faults: [])
        }
    }

    func takeExchanges(_ file: String, _ rows: [Evidence.Row], batchRows: Int = .max) throws {
        try take(.exchanges, file, rows: rows.count) {
            let batches = Evidence.Batches()
            var start = 0
            while start < rows.count {
                let end = min(rows.count, start + min(batchRows, rows.count))
                try append(.exchanges(batches.batch(Array(rows[start..<end]))), rejects: [], faults: [])
                start = end
            }
        }
    }
}
