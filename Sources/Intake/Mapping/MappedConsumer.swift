import Casework

/// Feeds the tables of a map from the rows of a foreign file, in one pass.
///
/// The first table is the main one: a row that it rejects, now or as a duplicate, gives nothing to the others.
struct MappedConsumer: RowConsumer {
    private let map: EvidenceMap
    private let outputs: [any MappedOutput]
    private let values: RowValues
    private let monitor: FileMonitor
    private var columnCount = 0
    private var unused = 0

    init(_ map: EvidenceMap, outputs: [any MappedOutput], monitor: FileMonitor) {
        self.map = map
        self.outputs = outputs
        self.monitor = monitor
        values = RowValues(columns: map.columns.count)
    }

    mutating func begin(columns: [String]) throws {
        for name in columns { add(column: name) }
        guard !columns.isEmpty else { return }
        for (index, column) in map.columns.enumerated() where values.places[index] < 0 && !column.isOptional {
            throw missing(column.name.string, line: column.line)
        }
        for field in requiredFields where !canHaveValue(field.value) {
            throw missing("any that \(field.name) could come from", line: field.line)
        }
    }

    private var requiredFields: [FieldRule] {
        guard let main = map.outputs.first, let required = CanonicalColumns(main.table)?.required else {
            return []
        }
        return main.fields.filter { field in required.contains { Bytes.equal($0, field.name) } }
    }

    private func missing(_ what: String, line: Int) -> FileFailure {
        let column = SafeOutput.brief(what)
        return .map(map.name, line: line, "the file has no column \(column)")
    }

    private func canHaveValue(_ rule: ValueRule) -> Bool {
        if rule.standIn != nil { return true }
        switch rule.origin {
        case .constant: return true
        case .column(let column, _, _): return values.places[column] >= 0
        case .first(let rules), .all(let rules, _): return rules.contains(where: canHaveValue)
        case .open: return false
        }
    }

    mutating func add(column name: String) {
        for (index, column) in map.columns.enumerated() where Bytes.equal(column.name.string, name) {
            values.places[index] = columnCount
        }
        columnCount += 1
    }

    mutating func take(_ row: RowView) throws {
        monitor.rows += 1
        var isUsed = false
        for (index, output) in outputs.enumerated() {
            let verdict = try output.take(row, values)
            if verdict != .notForIt { isUsed = true }
            if index == 0, verdict == .refused { break }
        }
        if !isUsed { unused += 1 }
    }

    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {
        monitor.rows += 1
        outputs.first?.reject(reason, at: position, raw: raw)
    }

    mutating func settle() throws {
        guard let main = outputs.first else { return }
        try main.settle()
        let duplicates = main.takeDuplicates()
        for other in outputs.dropFirst() {
            other.forget(duplicates)
            try other.settle()
        }
    }

    mutating func finish() throws {
        try settle()
        for output in outputs {
            try output.finish()
            monitor.add(output.monitor)
        }
    }

    /// What is to be said of the file when it is through.
    var note: String {
        var words = ["read with the map \(SafeOutput.brief(map.name))"]
        if unused > 0 { words.append("\(unused) rows have nothing for its tables") }
        let unseen = map.columns.indices.filter { values.places[$0] < 0 && !map.columns[$0].isOptional }
        if !unseen.isEmpty {
            let names = unseen.prefix(8).map { SafeOutput.brief(map.columns[$0].name.string, limit: 40) }
            words.append("never in it: " + names.joined(separator: ", "))
        }
        return words.joined(separator: "; ")
    }
}
