import Casework

/// Does the writing tasks of an import. Lives on the writing thread.
///
/// Unchecked: only that thread calls `perform`; `close` is called after the thread has ended.
final class EvidenceWriter: @unchecked Sendable {
    private let connection: Connection
    private let act: Act
    private var statements: [RecordTable: Statement] = [:]
    private let groups = AccountGroups()
    private let sorted = SortedRun()
    private var start: SourceStart?
    private var runs: RunWriter?

    init(_ connection: Connection, by act: Act) {
        self.connection = connection
        self.act = act
    }

    func perform(_ task: WritingTask) throws {
        try connection.access { handle in
            switch task {
            case .begin(let source): try begin(source, handle)
            case .rows(let packs): try insert(packs, handle)
            case .exchanges(let run, let number, let columns):
                try runWriter(handle).write(run, number: number, columns: columns, handle)
            case .claims(let hashes, let part): try insertClaims(hashes, part, handle)
            case .finish(let end): try finish(end, handle)
            case .abandon(let source, let outcome): try abandon(source, outcome, handle)
            }
        }
    }

    /// Lets go of the prepared statements, so that the connection can be closed.
    func close() {
        statements = [:]
        runs = nil
    }

    private func begin(_ source: SourceStart, _ handle: Handle) throws {
        start = source
        runs = nil
        try prepareIndex(source, handle)
        try handle.run(
            "INSERT INTO source (number, file, evidence_table, size, state, rows, rejected, faults, accounts,"
                + " exchanges, samples, columns, imported_at) VALUES (?,?,?,?,'pending',0,0,0,0,0,0,'{}',?)",
            [
                .integer(source.number), .text(source.facts.file), .text(source.facts.table.rawValue),
                .integer(source.facts.size), .integer(act.clock().milliseconds),
            ])
    }

    /// A large first file of accounts goes in without the index by id, which is then made in one sorted pass:
    /// that takes half the time of keeping it up to date row by row.
    private func prepareIndex(_ source: SourceStart, _ handle: Handle) throws {
        guard source.facts.table == .accounts, source.facts.size >= EvidenceWriter.largeFile,
            try handle.number("SELECT count(*) FROM (SELECT 1 FROM account_identity LIMIT 1)") == 0
        else { return }
        try handle.runScript("DROP INDEX IF EXISTS account_identity_by_id")
    }

    private func insert(_ packs: [RowPack], _ handle: Handle) throws {
        try handle.transaction {
            for pack in packs where !pack.isEmpty { try statement(pack.table, handle).run(pack) }
        }
    }

    private func statement(_ table: RecordTable, _ handle: Handle) throws -> Statement {
        if let known = statements[table] { return known }
        let made = try handle.prepare(table.insertion)
        statements[table] = made
        return made
    }

    private func runWriter(_ handle: Handle) throws -> RunWriter {
        if let runs { return runs }
        let made = try RunWriter(handle, source: start?.number ?? 0, groups: groups, sorted: sorted)
        runs = made
        return made
    }

    private func insertClaims(_ hashes: [ContentHash], _ part: Int, _ handle: Handle) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * 16)
        for hash in hashes {
            withUnsafeBytes(of: hash.high.bigEndian) { bytes.append(contentsOf: $0) }
            withUnsafeBytes(of: hash.low.bigEndian) { bytes.append(contentsOf: $0) }
        }
        try handle.run(
            "INSERT INTO exchange_claim (source, part, hashes) VALUES (?,?,?)",
            [.integer(start?.number ?? 0), .integer(part), .bytes(bytes)])
    }

    private func finish(_ end: SourceEnd, _ handle: Handle) throws {
        try handle.transaction {
            for count in runs?.days.sorted ?? [] {
                try handle.run(
                    "INSERT INTO day_count (source, day, exchanges) VALUES (?,?,?)",
                    [.integer(end.number), .integer(count.day), .integer(count.exchanges)])
            }
            try handle.runScript(SchemaVersion1.identityIndex)
            try complete(end, handle)
            try AuditLog.append(
                handle, action: "import", details: EvidenceWriter.details(end.outcome), by: act)
        }
        runs = nil
    }

    private func complete(_ end: SourceEnd, _ handle: Handle) throws {
        let exchanges = runs?.rows ?? 0
        try handle.run(
            "UPDATE source SET state = 'complete', sha256 = ?, rows = ?, rejected = ?, faults = ?, accounts = ?,"
                + " exchanges = ?, samples = ?, first_at = ?, last_at = ?, columns = ? WHERE number = ?",
            [
                .text(end.sha256), .integer(end.outcome.rows), .integer(end.outcome.rejected),
                .integer(end.outcome.faults), .integer(end.accounts), .integer(exchanges),
                .integer(end.samples),
                exchanges > 0 ? .integer(runs?.firstAt ?? 0) : .null,
                exchanges > 0 ? .integer(runs?.lastAt ?? 0) : .null,
                .text(try JSONColumn.encode(end.columns)), .integer(end.number),
            ])
    }

    private func abandon(_ source: Int, _ outcome: FileOutcome, _ handle: Handle) throws {
        runs = nil
        try handle.transaction {
            try PendingSweep.sweep(handle)
            try handle.runScript(SchemaVersion1.identityIndex)
            try AuditLog.append(
                handle, action: "import_failed", details: EvidenceWriter.details(outcome), by: act)
        }
    }

    /// In bytes as received: some hundred thousand accounts.
    private static let largeFile = 8 << 20

    private static func details(_ outcome: FileOutcome) -> [String: JSONValue] {
        var details: [String: JSONValue] = [
            "file": .text(outcome.file), "rows": .integer(outcome.rows),
            "rejected": .integer(outcome.rejected),
            "faults": .integer(outcome.faults), "status": .text(outcome.status.rawValue),
        ]
        if let table = outcome.table { details["table"] = .text(table.rawValue) }
        if let sha256 = outcome.sha256 { details["sha256"] = .text(sha256) }
        if let reason = outcome.reason { details["reason"] = .text(reason) }
        return details
    }
}
