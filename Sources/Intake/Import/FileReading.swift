import Casework

/// Reads the content of one file into a sink that was told of it.
struct FileReading {
    /// What is to be said of a file that was read, and the case's description if it is that.
    struct Note {
        var text: String?
        var description: CaseDescription?
    }

    let sink: any EvidenceSink
    /// What the case says of itself so far.
    let described: CaseDescription?
    let hashSeed: UInt64
    let sizes: BufferSizes
    let checks: ForeignChecks?

    /// - Throws: `FileFailure`, `FileMonitor.Cancelled`, what the sink throws.
    func read(
        _ file: ReceivedFile, _ member: EvidenceFolder.Member, _ recognition: FileRecognition,
        _ monitor: FileMonitor
    ) throws -> Note {
        if recognition.isDocument {
            let reading = DocumentReading(sink: sink, described: described, checks: checks, monitor: monitor)
            return try reading.read(file, named: member.name, recognition.table)
        }
        if let map = member.map { return try read(file, recognition, with: map, monitor) }
        var expected: [String] = []
        if recognition.table == .exchanges, recognition.form == .jsonl {
            expected = try memberNames(member, recognition, monitor)
        }
        try withInput(file, recognition, monitor) { input in
            try readRows(input, recognition.table, expected: expected)
        }
        return Note()
    }

    private func read(
        _ file: ReceivedFile, _ recognition: FileRecognition, with map: EvidenceMap, _ monitor: FileMonitor
    ) throws -> Note {
        let reading = MappedReading(
            sink: sink, map: map, clockOffsetSeconds: described?.clockOffsetSeconds ?? 0, hashSeed: hashSeed,
            sizes: sizes)
        var note = Note()
        try withInput(file, recognition, monitor) { input in
            var input = input
            input.foreign = map.form
            note.text = try reading.read(input)
        }
        return note
    }

    private func withInput(
        _ file: ReceivedFile, _ recognition: FileRecognition, _ monitor: FileMonitor,
        _ body: (RowInput) throws -> Void
    ) throws {
        var source: any ByteSource = file
        switch recognition.compression {
        case .none: break
        case .gzip: source = try GzipSource(file)
        case .zstd: source = try ZstandardSource(file)
        }
        var input = RowInput(
            source: source, form: recognition.form, sizes: sizes, monitor: monitor, seed: hashSeed)
        if recognition.compression == .none, file.size < Limits.readAheadBytes { return try body(input) }
        let ahead = ReadAhead(source, chunkBytes: sizes.chunkBytes)
        defer { ahead.close() }
        input.source = ahead
        try body(input)
    }

    /// The member names of a JSON Lines file in the order in which they first stand there.
    ///
    /// Every batch of exchanges has the same columns, so they are looked for before the first one is made.
    private func memberNames(
        _ member: EvidenceFolder.Member, _ recognition: FileRecognition, _ monitor: FileMonitor
    ) throws -> [String] {
        let file = try ReceivedFile(path: member.path, followsLinks: member.followsLinks)
        var names = MemberNames()
        try withInput(file, recognition, monitor.unheard()) { try $0.run(&names) }
        return names.names
    }

    private func readRows(_ input: RowInput, _ table: EvidenceTable, expected: [String]) throws {
        switch table {
        case .exchanges:
            var consumer = ExchangeConsumer(
                sink: sink, monitor: input.monitor, clockOffsetSeconds: described?.clockOffsetSeconds ?? 0,
                seed: hashSeed, batchRows: sizes.batchRows)
            consumer.expect(columns: expected)
            try input.run(&consumer)
        case .accounts: try records(AccountsReader(), input)
        case .payments: try records(PaymentsReader(), input)
        case .attributes: try records(AttributesReader(), input)
        case .ipRanges: try records(RangesReader(), input)
        case .samples: try records(SamplesReader(), input)
        case .events: try records(EventsReader(), input)
        case .terms: try records(TermsReader(), input)
        case .sources: try records(SourcesReader(), input)
        case .caseDescription, .profile, .rules, .indicators, .geoip:
            throw FileFailure.noMap("\(table.rawValue) is no table of rows")
        }
    }

    private func records(_ reader: some RecordReader, _ input: RowInput) throws {
        var consumer = RecordConsumer(reader, sink: sink, monitor: input.monitor)
        try input.run(&consumer)
    }
}

/// Takes note of a file's columns and of nothing else.
private struct MemberNames: RowConsumer {
    var names: [String] = []

    mutating func begin(columns: [String]) throws {}
    mutating func add(column: String) throws { names.append(column) }
    mutating func take(_ row: RowView) throws {}
    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {}
    mutating func settle() throws {}
    mutating func finish() throws {}
}
