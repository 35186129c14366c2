import Casework

/// One import under way.
struct ImportRun {
    private let sink: any EvidenceSink
    private let hashSeed: UInt64
    private let sizes: BufferSizes
    private let checks: ForeignChecks?
    private let totalBytes: Int
    private let progress: (ImportProgress) -> Void
    private let isCancelled: () -> Bool
    private var described: CaseDescription?
    private var doneBytes = 0
    private(set) var summary = ImportSummary()

    init(
        sink: any EvidenceSink, earlier: CaseDescription?, hashSeed: UInt64, sizes: BufferSizes,
        checks: ForeignChecks?, totalBytes: Int,
        progress: @escaping (ImportProgress) -> Void, isCancelled: @escaping () -> Bool
    ) {
        self.sink = sink
        self.hashSeed = hashSeed
        self.sizes = sizes
        self.checks = checks
        self.totalBytes = totalBytes
        self.progress = progress
        self.isCancelled = isCancelled
        described = earlier
    }

    /// Reads one file, whatever comes of it.
    ///
    /// - Throws: what the sink throws, `IntakeError.cancelled`.
    mutating func take(_ member: EvidenceFolder.Member) throws {
        if let failure = member.failure {
            var outcome = FileOutcome(file: member.name, status: .failed)
            outcome.table = member.recognition?.table
            outcome.reason = failure.message
            return summary.files.append(outcome)
        }
        guard let recognition = member.recognition else {
            var outcome = FileOutcome(file: member.name, status: .ignored)
            outcome.reason = member.ignoredReason
            return summary.files.append(outcome)
        }
        let begun = ImportProgress(doneBytes: doneBytes, totalBytes: totalBytes, file: member.name, rows: 0)
        let monitor = FileMonitor(begun, progress: progress, isCancelled: isCancelled)
        do {
            try monitor.tick(received: 0)
            summary.files.append(try outcome(of: member, recognition, monitor))
        } catch is FileMonitor.Cancelled {
            throw IntakeError.cancelled(soFar: summary)
        }
        doneBytes += member.size
        progress(
            ImportProgress(
                doneBytes: doneBytes, totalBytes: totalBytes, file: member.name, rows: monitor.rows))
    }

    private mutating func outcome(
        of member: EvidenceFolder.Member, _ recognition: FileRecognition, _ monitor: FileMonitor
    ) throws -> FileOutcome {
        var outcome = FileOutcome(file: member.name, status: .failed)
        outcome.table = recognition.table
        do {
            let file = try ReceivedFile(path: member.path, followsLinks: member.followsLinks)
            if let digest = try knownDigest(member, size: file.size, monitor) {
                return ImportRun.skipped(outcome, digest)
            }
            try sink.begin(FileFacts(file: member.name, table: recognition.table, size: file.size))
            try read(file, member, recognition, monitor, into: &outcome)
        } catch let failure as FileFailure {
            outcome.reason = failure.message
        }
        return outcome
    }

    private static func skipped(_ outcome: FileOutcome, _ digest: String) -> FileOutcome {
        var outcome = outcome
        outcome.status = .skipped
        outcome.sha256 = digest
        outcome.reason = "was imported before: a file of the same SHA-256"
        return outcome
    }

    /// The file's SHA-256 if a complete source has it. Only then is it read twice.
    private func knownDigest(
        _ member: EvidenceFolder.Member, size: Int, _ monitor: FileMonitor
    ) throws -> String? {
        guard try sink.hasSource(ofSize: size) else { return nil }
        let file = try ReceivedFile(path: member.path, followsLinks: member.followsLinks)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Limits.chunkBytes, alignment: 64)
        defer { buffer.deallocate() }
        while try file.read(into: buffer) > 0 { try monitor.tick(received: 0) }
        let digest = try file.finishedDigest()
        return try sink.hasSource(sha256: digest) ? digest : nil
    }

    /// Reads a file that the sink was told of: it is finished or abandoned here, never neither.
    private mutating func read(
        _ file: ReceivedFile, _ member: EvidenceFolder.Member, _ recognition: FileRecognition,
        _ monitor: FileMonitor, into outcome: inout FileOutcome
    ) throws {
        do {
            let reading = FileReading(
                sink: sink, described: described, hashSeed: hashSeed, sizes: sizes, checks: checks)
            let note = try reading.read(file, member, recognition, monitor)
            let digest = try file.finishedDigest()
            if try sink.hasSource(sha256: digest) {
                outcome = ImportRun.skipped(outcome, digest)
                return try sink.abandon(outcome)
            }
            outcome.status = .imported
            outcome.sha256 = digest
            outcome.rows = monitor.tally.rows
            outcome.rejected = monitor.tally.rejected
            outcome.faults = monitor.tally.faults
            outcome.reason = note.text
            try sink.finish(sha256: digest, outcome: outcome)
            described = note.description ?? described
            add(monitor.tally)
        } catch let failure as FileFailure {
            outcome.reason = failure.message
            try sink.abandon(outcome)
        } catch {
            outcome.reason = "stopped"
            try? sink.abandon(outcome)
            throw error
        }
    }

    private mutating func add(_ tally: FileMonitor.Tally) {
        summary.totals.rows += tally.rows
        summary.totals.rejected += tally.rejected
        summary.totals.faults += tally.faults
        summary.reasons.merge(tally.reasons, uniquingKeysWith: +)
    }
}
