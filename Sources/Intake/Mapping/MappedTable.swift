import Casework

/// A consumer whose judgement on a row can be asked at once.
protocol JudgingConsumer: RowConsumer {
    /// Reads the row; false if it is rejected. Never settles, so that `faults` of the row can be looked at.
    mutating func judge(_ row: RowView) -> Bool
    var faults: [Fault] { get set }
    mutating func settleIfFull() throws
    var notesDuplicates: Bool { get set }
    mutating func takeDuplicates() -> Set<RowPosition>
    /// Drops rows that were judged and not settled yet.
    mutating func forget(_ positions: Set<RowPosition>)
}

/// What became of a row of the foreign file in one table.
enum MappedVerdict {
    case taken, refused
    /// The row has nothing for this table.
    case notForIt
}

/// One table that a foreign file feeds.
protocol MappedOutput: AnyObject {
    func take(_ row: RowView, _ values: RowValues) throws -> MappedVerdict
    func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>)
    func takeDuplicates() -> Set<RowPosition>
    func forget(_ positions: Set<RowPosition>)
    func settle() throws
    func finish() throws
    var monitor: FileMonitor { get }
}

/// Makes rows of a table from the values of a map and has the table's own reader judge them.
final class MappedTable<Consumer: JudgingConsumer>: MappedOutput {
    private var consumer: Consumer
    private let output: EvidenceMap.Output
    private let map: EvidenceMap
    private let isMain: Bool
    let monitor: FileMonitor
    private let memory: FieldMemory
    private var origins: [(column: Int, field: Field)?]
    private let isRequired: [Bool]

    /// - Parameter isMain: rows without a required value are rejected; in another table they are no rows.
    init(
        _ consumer: Consumer, _ output: EvidenceMap.Output, of map: EvidenceMap, isMain: Bool,
        monitor: FileMonitor
    ) throws {
        self.consumer = consumer
        self.output = output
        self.map = map
        self.isMain = isMain
        self.monitor = monitor
        memory = FieldMemory(capacity: output.fields.count)
        origins = Array(repeating: nil, count: output.fields.count)
        let required = CanonicalColumns(output.table)?.required ?? []
        isRequired = output.fields.map { field in required.contains { Bytes.equal($0, field.name) } }
        self.consumer.notesDuplicates = isMain
        try self.consumer.begin(columns: output.fields.map(\.name))
    }

    func take(_ row: RowView, _ values: RowValues) throws -> MappedVerdict {
        values.begin(row)
        if let condition = output.condition, !values.fits(condition) { return .notForIt }
        for index in output.fields.indices {
            let value = values.value(output.fields[index].value)
            if !isMain, isRequired[index], value.isEmpty { return .notForIt }
            memory.fields[index] = value
            origins[index] = values.origin
        }
        if values.isExhausted {
            consumer.reject(.tooLong, at: row.position, raw: row.raw)
            return .refused
        }
        return try judge(row)
    }

    private func judge(_ row: RowView) throws -> MappedVerdict {
        let earlier = consumer.faults.count
        let made = RowView(
            fields: memory.fields, count: output.fields.count, line: row.line, offset: row.offset,
            raw: row.raw,
            isUnescaped: true)
        let stands = consumer.judge(made)
        if consumer.faults.count > earlier { explainFaults(from: earlier) }
        try consumer.settleIfFull()
        return stands ? .taken : .refused
    }

    /// Faults show what stood in the foreign file, and where.
    private func explainFaults(from earlier: Int) {
        for index in earlier..<consumer.faults.count {
            let name = consumer.faults[index].field
            let field = output.fields.firstIndex { field in
                Bytes.equal(field.name, name) || Bytes.equal("x:" + field.name, name)
            }
            guard let field, let origin = origins[field] else { continue }
            let column = SafeOutput.brief(map.columns[origin.column].name.string, limit: 40)
            consumer.faults[index].raw = rawPrefix(origin.field.bytes)
            consumer.faults[index].note += " (from \(column))"
        }
    }

    func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {
        consumer.reject(reason, at: position, raw: raw)
    }

    func takeDuplicates() -> Set<RowPosition> { consumer.takeDuplicates() }
    func forget(_ positions: Set<RowPosition>) { consumer.forget(positions) }
    func settle() throws { try consumer.settle() }
    func finish() throws { try consumer.finish() }
}
