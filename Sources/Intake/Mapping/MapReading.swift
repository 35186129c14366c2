import Casework
import Yams

/// Reads a map from YAML.
struct MapReading {
    private var map: EvidenceMap

    /// - Parameter name: what it is called where the file does not say.
    /// - Throws: `FileFailure.yaml` with the line of what is wrong.
    static func read(_ root: Node.Mapping, name: String) throws -> EvidenceMap {
        var reading = YAMLReading(root)
        let given = try reading.text("name") ?? name
        var map = EvidenceMap(name: given, form: try FormReading.read(&reading))
        map.files = try reading.list("files", "a name or glob") { $0.isEmpty ? nil : $0 }
        guard let outputs = reading.given("outputs") else {
            throw FileFailure.yaml(line: root.mark?.line ?? 1, "the map has no outputs")
        }
        try reading.refuseOthers()
        var maker = MapReading(map: map)
        try maker.takeOutputs(outputs)
        return maker.map
    }

    private mutating func takeOutputs(_ node: Node) throws {
        guard let items = node.sequence, !items.isEmpty, items.count <= MapLimits.outputs else {
            throw node.fault("outputs is not a list of up to \(MapLimits.outputs) tables")
        }
        for item in items { map.outputs.append(try output(item)) }
        let exchanges = map.outputs.indices.filter { map.outputs[$0].table == .exchanges }
        if let last = exchanges.last, last != 0 {
            throw FileFailure.yaml(
                line: map.outputs[last].line, "exchanges have to be the first output, and only once")
        }
    }

    private mutating func output(_ node: Node) throws -> EvidenceMap.Output {
        guard let mapping = node.mapping else { throw node.fault("an output is no mapping") }
        var reading = YAMLReading(mapping)
        guard let word = try reading.text("table") else { throw node.fault("an output has no table") }
        guard let table = EvidenceTable(rawValue: word), let columns = CanonicalColumns(table) else {
            throw (reading.given("table") ?? node).fault("there is no table of rows of that name")
        }
        guard let fields = reading.given("fields")?.mapping else {
            throw node.fault("an output has no fields")
        }
        guard fields.count <= MapLimits.fields else {
            throw node.fault("more than \(MapLimits.fields) fields")
        }
        let condition = try reading.given("when").map { try self.condition($0) }
        try reading.refuseOthers()
        var output = EvidenceMap.Output(table: table, line: node.line, condition: condition, fields: [])
        for (key, value) in fields { output.fields.append(try field(key, value, columns, table)) }
        for name in columns.required where !output.fields.contains(where: { Bytes.equal($0.name, name) }) {
            throw FileFailure.yaml(line: output.line, "\(table.rawValue) needs the field \(name)")
        }
        return output
    }

    private mutating func field(
        _ key: Node, _ value: Node, _ columns: CanonicalColumns, _ table: EvidenceTable
    ) throws -> FieldRule {
        guard let name = key.scalar?.string, !name.isEmpty, name.utf8.count <= MapLimits.nameBytes else {
            throw key.fault("a field has no name")
        }
        let isKnown = columns.names.contains { Bytes.equal($0, name) }
        guard isKnown || columns.takesOthers else {
            let known = columns.names.joined(separator: ", ")
            throw key.fault("\(table.rawValue) has no such field; it has \(known)")
        }
        return FieldRule(name: name, line: key.line, value: try rule(value))
    }

    private mutating func condition(_ node: Node) throws -> RowCondition {
        guard let mapping = node.mapping else { throw node.fault("when is no mapping") }
        var reading = YAMLReading(mapping)
        let isIn = reading.given("in")
        let isNotIn = reading.given("not_in")
        if isIn != nil, isNotIn != nil { throw node.fault("when has both in and not_in") }
        let rest = mapping.filter { key, _ in !["in", "not_in"].contains(key.scalar?.string ?? "") }
        let value = try rule(
            Node.mapping(Node.Mapping(rest.map { ($0.key, $0.value) }, .implicit, .any, mapping.mark)))
        var condition = RowCondition(value: value, words: nil, isNegated: isNotIn != nil)
        if let words = isIn ?? isNotIn {
            condition.words = try (words.sequence.map(Array.init) ?? [words]).map { item in
                guard let text = item.scalar?.string else { throw item.fault("a word is no text") }
                return Array(text.utf8)
            }
        }
        return condition
    }

    /// Reads a value: a column by name, or a mapping.
    private mutating func rule(_ node: Node) throws -> ValueRule {
        var reading = ValueRuleReading(form: map.form, columns: map.columns)
        let rule = try reading.read(node)
        map.columns = reading.columns
        return rule
    }
}

/// What a map may hold at most: far more than any log needs, little enough to cost nothing.
enum MapLimits {
    static let outputs = 16
    static let fields = 256
    static let nameBytes = 256
    static let columns = 512
    static let steps = 16
    static let alternatives = 16
    static let depth = 4
    static let textBytes = 4096
    static let words = 1024
    static let pathSteps = 32
    static let questionBytes = 1024
    /// What the values of one row may take together; a row beyond is `too_long`.
    static let rowBytes = 64 << 20
}

extension Node {
    var line: Int { mark?.line ?? 1 }

    func fault(_ problem: String) -> FileFailure { .yaml(line: line, problem) }
}

extension YAMLReading {
    /// - Throws: `FileFailure.yaml` for a name that nobody asked for: a slip of the pen would go unseen.
    func refuseOthers() throws {
        guard let other = unusedNodes.first else { return }
        let name = other.scalar.map { SafeOutput.brief($0.string, limit: 40) } ?? "?"
        throw other.fault("\(name) means nothing here")
    }
}
