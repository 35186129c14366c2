public import Casework

/// Puts evidence into a case: what Intake reads becomes rows, blocks and rollups.
///
/// Claims and numbers are settled on the caller's thread; sorting, coding and inserting happen on a thread
/// of their own, at most some hundred megabytes behind. An error there is thrown by the next call here, and the
/// file that was under way is swept. Call `close` when all files are through: only then is everything written.
public final class CaseImporter: EvidenceSink {
    let state: ImportState
    let thread: WritingThread
    private let reader: Connection
    private let desk: EvidenceWriter
    private let connection: Connection
    private var known: KnownSources
    private let settings: Settings
    /// The file under way.
    var file: FileInHand?

    struct Settings {
        /// Exchanges sorted together: more make fewer runs to look through, and take 64 bytes each, twice.
        var rowsPerRun = 1 << 21
        var bytesPerRun = 128 << 20
    }

    init(_ connection: Connection, by act: Act, settings: Settings = Settings()) throws {
        self.connection = connection
        self.settings = settings
        try connection.access(PendingSweep.sweepIfNeeded)
        reader = try Connection(path: connection.path, mode: .reading)
        known = try reader.read(KnownSources.init)
        state = ImportState(reader, horizon: known.count)
        let desk = EvidenceWriter(connection, by: act)
        self.desk = desk
        thread = WritingThread { try desk.perform($0) }
    }

    public func hasSource(ofSize size: Int) throws -> Bool { known.sizes.contains(size) }

    public func hasSource(sha256: String) throws -> Bool { known.hashes.contains(sha256) }

    public func begin(_ facts: FileFacts) throws {
        let start = SourceStart(number: known.count + 1, facts: facts)
        file = FileInHand(source: start.number, facts: facts, mark: state.mark())
        try thread.give(.begin(start))
    }

    public func append(_ batch: EvidenceBatch, rejects: [Reject], faults: [Fault]) throws {
        let file = try fileInHand()
        try store(batch, file)
        for reject in rejects { file.pack(reject) }
        for fault in faults { file.pack(fault) }
        try file.give(to: thread, atLeast: FileInHand.bytesPerTask)
    }

    public func finish(sha256: String, outcome: FileOutcome) throws {
        let file = try fileInHand()
        try flushRun(file)
        try flushClaims(file)
        try file.give(to: thread, atLeast: 0)
        try thread.give(
            .finish(
                SourceEnd(
                    number: file.source, sha256: sha256, outcome: outcome, accounts: file.newAccounts,
                    samples: file.samples,
                    columns: file.exchanges?.names ?? ColumnNames())))
        known.add(file.facts, sha256: sha256)
        state.commit()
        self.file = nil
    }

    public func abandon(_ outcome: FileOutcome) throws {
        if let file {
            if let run = file.exchanges?.run { thread.giveBack(run) }
            state.takeBack(to: file.mark, sampleIDs: file.sampleIDs, ranges: file.ranges)
        }
        file = nil
        try thread.give(.abandon(source: known.count + 1, outcome: outcome))
    }

    /// Waits until all is written and brings the counts that lists use up to date. The file under way, if
    /// there is one, is swept. Throws what the writing threw.
    public func close() throws {
        if let file {
            self.file = nil
            var outcome = FileOutcome(file: file.facts.file, status: .failed)
            outcome.table = file.facts.table
            outcome.reason = "interrupted"
            try? thread.give(.abandon(source: file.source, outcome: outcome))
        }
        defer {
            desk.close()
            try? reader.close()
        }
        try thread.close()
        thread.dropFreeRuns()
        try connection.access { handle in try handle.transaction { try ActivityCache.refresh(handle) } }
    }

    func fileInHand() throws -> FileInHand {
        guard let file else { throw StoreError.importStopped("rows came before their file was begun") }
        return file
    }

    // MARK: - Exchanges

    func store(_ batch: ExchangeBatch, _ file: FileInHand) throws {
        let exchanges = try file.exchanges ?? ExchangesInHand(batch, state)
        file.exchanges = exchanges
        let accounts = try state.accounts()
        let values = try state.values()
        let addresses = try state.addresses()
        exchanges.learn(batch, accounts, values, addresses)
        exchanges.assignAccounts(batch) { accountNumber($0, accounts, file) }
        exchanges.assignAddresses(batch, addresses) { file.packAddress($0, number: $1) }
        exchanges.assignValues(batch, values) { file.packValue($0, $1, number: $2) }
        try fill(batch, exchanges, file)
    }

    private func accountNumber(
        _ id: UnsafeBufferPointer<UInt8>, _ accounts: ByteIndex, _ file: FileInHand
    ) -> UInt32 {
        let (number, isNew) = accounts.insert(id)
        if isNew { file.packIdentity(number, id) }
        return number
    }

    private func fill(_ batch: ExchangeBatch, _ exchanges: ExchangesInHand, _ file: FileInHand) throws {
        let largest = max(try state.values().count, try state.addresses().count)
        var start = 0
        while start < batch.count {
            let run = try exchanges.run ?? takeRun(exchanges)
            exchanges.run = run
            let end = exchanges.end(of: batch, from: start, bytesPerRun: settings.bytesPerRun, run)
            ExchangeFiller.fill(run, from: batch, start..<end, exchanges.numbers)
            run.largestValue = UInt32(clamping: max(largest, Int(run.largestValue)))
            start = end
            let isFull = run.count == run.capacity || run.plainByteCount >= settings.bytesPerRun
            if isFull { try flushRun(file) }
        }
    }

    private func takeRun(_ exchanges: ExchangesInHand) throws -> RunBuffer {
        try thread.takeRun(
            capacity: settings.rowsPerRun, codedColumns: exchanges.names.coded.count,
            plainColumns: exchanges.names.plain.count)
    }

    private func flushRun(_ file: FileInHand) throws {
        guard let exchanges = file.exchanges, let run = exchanges.run else { return }
        exchanges.run = nil
        try file.give(to: thread, atLeast: 0)
        try thread.give(.exchanges(run, run: exchanges.runs, columns: exchanges.names.coded))
        exchanges.runs += 1
    }

    func flushClaims(_ file: FileInHand) throws {
        guard !file.claims.isEmpty else { return }
        try thread.give(.claims(file.claims.sorted(), part: file.claimParts))
        file.claimParts += 1
        file.claims.removeAll(keepingCapacity: true)
    }
}
