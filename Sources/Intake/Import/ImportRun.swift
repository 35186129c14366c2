import Casework

/// One import under way.
struct ImportRun {
    private let sink: any EvidenceSink
    private let hashSeed: UInt64
    private let chunkBytes: Int
    private let totalBytes: Int
    private let progress: (ImportProgress) -> Void
    private let isCancelled: () -> Bool
    private var described: CaseDescription?
    private var doneBytes = 0
    private(set) var summary = ImportSummary()

    init(
        sink: any EvidenceSink, earlier: CaseDescription?, hashSeed: UInt64, chunkBytes: Int, totalBytes: Int,
        progress: @escaping (ImportProgress) -> Void, isCancelled: @escaping () -> Bool
    ) {
        self.sink = sink
        self.hashSeed = hashSeed
        self.chunkBytes = chunkBytes
        self.totalBytes = totalBytes
        self.progress = progress
        self.isCancelled = isCancelled
        described = earlier
    }

    /// Reads one file, whatever comes of it.
    ///
    /// - Throws: what the sink throws, `IntakeError.cancelled`.
    mutating func take(_ member: EvidenceFolder.Member) throws {
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
            try read(file, recognition, monitor, into: &outcome)
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
        _ file: ReceivedFile, _ recognition: FileRecognition, _ monitor: FileMonitor,
        into outcome: inout FileOutcome
    ) throws {
        do {
            let note = try readContent(file, recognition, monitor)
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

    // MARK: contents

    /// What is to be said of a file that was read, and the case's description if it is that.
    private struct Note {
        var text: String?
        var description: CaseDescription?
    }

    private func readContent(
        _ file: ReceivedFile, _ recognition: FileRecognition, _ monitor: FileMonitor
    ) throws -> Note {
        if recognition.form == .yaml { return try readYAML(file, recognition.table, monitor) }
        var source: any ByteSource = file
        switch recognition.compression {
        case .none: break
        case .gzip: source = try GzipSource(file)
        case .zstd: source = try ZstandardSource(file)
        }
        if recognition.compression == .none, file.size < Limits.readAheadBytes {
            try readRows(source, recognition, monitor)
        } else {
            let ahead = ReadAhead(source, chunkBytes: chunkBytes)
            defer { ahead.close() }
            try readRows(ahead, recognition, monitor)
        }
        return Note()
    }

    private func readYAML(_ file: ReceivedFile, _ table: EvidenceTable, _ monitor: FileMonitor) throws -> Note
    {
        guard file.size <= Limits.yamlBytes else { throw FileFailure.tooBig(limitBytes: Limits.yamlBytes) }
        var bytes = [UInt8](repeating: 0, count: Limits.yamlBytes + 1)
        var count = 0
        while count < bytes.count {
            let read = try bytes.withUnsafeMutableBytes { buffer in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            }
            if read == 0 { break }
            count += read
        }
        bytes.removeLast(bytes.count - count)
        var note = Note()
        var unknown: [String]
        if table == .caseDescription {
            let read = try CaseDescriptionReading.read(bytes)
            unknown = read.unknown
            note.description = read.case
            if described != nil { note.text = "replaces the case.yaml before it" }
            try sink.append(.caseDescription(read.case), rejects: [], faults: [])
        } else {
            let read = try ProfileReading.read(bytes)
            unknown = read.unknown
            try sink.append(.profile(read.profile), rejects: [], faults: [])
        }
        monitor.count(rows: 1, rejects: [], faults: [])
        if !unknown.isEmpty {
            unknown = Array(unknown.prefix(8))
            let words = "not known and not read: " + unknown.joined(separator: ", ")
            note.text = note.text.map { $0 + "; " + words } ?? words
        }
        return note
    }

    private func readRows(_ source: any ByteSource, _ recognition: FileRecognition, _ monitor: FileMonitor)
        throws
    {
        let input = RowInput(
            source: source, form: recognition.form, chunkBytes: chunkBytes, monitor: monitor, seed: hashSeed)
        switch recognition.table {
        case .exchanges:
            let seconds = described?.clockOffsetSeconds ?? 0
            var consumer = ExchangeConsumer(
                sink: sink, monitor: monitor, clockOffsetSeconds: seconds, seed: hashSeed)
            try input.run(&consumer)
        case .accounts: try records(AccountsReader(), input)
        case .payments: try records(PaymentsReader(), input)
        case .attributes: try records(AttributesReader(), input)
        case .ipRanges: try records(RangesReader(), input)
        case .samples: try records(SamplesReader(), input)
        case .events: try records(EventsReader(), input)
        case .terms: try records(TermsReader(), input)
        case .sources: try records(SourcesReader(), input)
        case .caseDescription, .profile: break
        }
    }

    private func records(_ reader: some RecordReader, _ input: RowInput) throws {
        var consumer = RecordConsumer(reader, sink: sink, monitor: input.monitor)
        try input.run(&consumer)
    }
}

/// A stream of rows and how it is to be read.
struct RowInput {
    var source: any ByteSource
    var form: RowForm
    var chunkBytes: Int
    var monitor: FileMonitor
    var seed: UInt64

    func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        if form == .jsonl {
            var reading = JSONLReading(source: source, chunkBytes: chunkBytes, monitor: monitor, seed: seed)
            try reading.run(&consumer)
        } else {
            var reading = CSVReading(source: source, chunkBytes: chunkBytes, monitor: monitor)
            try reading.run(&consumer)
        }
    }
}
