import Casework

/// Makes records of rows and hands them to the sink, a window of the file at a time.
struct RecordConsumer<Reader: RecordReader>: RowConsumer {
    private var reader: Reader
    private let sink: any EvidenceSink
    private let monitor: FileMonitor
    private var fields: RowFields?
    private var places = [Int](repeating: -1, count: Reader.columns.count)
    private var columnCount = 0
    private var records: [Reader.Record] = []
    /// The raw text of each record's row, for those that turn out to be duplicates.
    private var rows: [(position: RowPosition, raw: UnsafeBufferPointer<UInt8>)] = []
    private var rejects: [Reject] = []
    var faults: [Fault] = []
    /// Rows that turned out to be duplicates since `takeDuplicates` was last asked.
    private var duplicates: Set<RowPosition> = []
    var notesDuplicates = false

    init(_ reader: Reader, sink: any EvidenceSink, monitor: FileMonitor) {
        self.reader = reader
        self.sink = sink
        self.monitor = monitor
    }

    mutating func begin(columns: [String]) throws {
        for name in columns { add(column: name) }
        guard !columns.isEmpty else { return }
        for required in 0..<Reader.requiredCount where places[required] < 0 {
            throw FileFailure.missingHeader(Reader.columns[required])
        }
    }

    mutating func add(column name: String) {
        if let known = Reader.columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) {
            places[known] = columnCount
        } else {
            reader.add(unknownColumn: name, place: columnCount)
        }
        columnCount += 1
        fields?.places = places
    }

    mutating func take(_ row: RowView) {
        monitor.rows += 1
        // Taken out and put back, so that it is changed in place and not copied.
        var current = fields ?? RowFields(names: Reader.columns, places: places, row: row)
        fields = nil
        current.begin(row)
        do {
            let record = try reader.read(&current)
            records.append(record)
            rows.append((row.position, row.raw))
            if !current.faults.isEmpty { faults += current.faults }
        } catch {
            rejects.append(Reject(position: row.position, reason: error.reason.name, raw: rawPrefix(row.raw)))
        }
        fields = current
    }

    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {
        monitor.rows += 1
        rejects.append(Reject(position: position, reason: reason.name, raw: rawPrefix(raw)))
    }

    mutating func settle() throws {
        guard !(records.isEmpty && rejects.isEmpty) else { return }
        try settleClaims()
        rejects.sort { $0.position < $1.position }
        faults.sort { $0.position < $1.position }
        try sink.append(Reader.batch(records), rejects: rejects, faults: faults)
        monitor.count(rows: records.count, rejects: rejects, faults: faults)
        records.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
        rejects.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws { try settle() }

    /// Takes out the records that may not stand, with their faults.
    private mutating func settleClaims() throws {
        guard !records.isEmpty else { return }
        let claims = try reader.claims(records, sink)
        let allStand = claims.allSatisfy { if case .granted = $0 { true } else { false } }
        guard claims.count == records.count, !allStand else { return }
        var kept: [Reader.Record] = []
        var dropped: Set<RowPosition> = []
        var noted: [Fault] = []
        for (index, claim) in claims.enumerated() {
            let position = rows[index].position
            switch reader.verdict(records[index], claim) {
            case .keep: kept.append(records[index])
            case .keepWithFault(let field, let raw, let note):
                kept.append(records[index])
                noted.append(Fault(position: position, field: field, raw: raw, note: note))
            case .ignore: dropped.insert(position)
            case .duplicate:
                dropped.insert(position)
                if notesDuplicates { duplicates.insert(position) }
                let reason = RejectReason.duplicate.name
                rejects.append(Reject(position: position, reason: reason, raw: rawPrefix(rows[index].raw)))
            }
        }
        if !dropped.isEmpty { faults.removeAll { dropped.contains($0.position) } }
        faults += noted
        records = kept
    }
}

extension RecordConsumer: JudgingConsumer {
    mutating func judge(_ row: RowView) -> Bool {
        let earlier = rejects.count
        take(row)
        return rejects.count == earlier
    }

    mutating func settleIfFull() {}

    mutating func takeDuplicates() -> Set<RowPosition> {
        var taken: Set<RowPosition> = []
        swap(&taken, &duplicates)
        return taken
    }

    mutating func forget(_ positions: Set<RowPosition>) {
        guard !positions.isEmpty, !rows.isEmpty else { return }
        let stays = rows.map { !positions.contains($0.position) }
        records = zip(records, stays).filter(\.1).map(\.0)
        rows = zip(rows, stays).filter(\.1).map(\.0)
        faults.removeAll { positions.contains($0.position) }
    }
}
