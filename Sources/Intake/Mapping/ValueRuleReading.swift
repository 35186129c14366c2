import Casework
import Yams

/// Reads where a value comes from: a column's name alone, or a mapping with `from`, `is`, `first`, `all` or `ask`.
struct ValueRuleReading {
    let form: ForeignForm
    var columns: [EvidenceMap.SourceColumn]

    mutating func read(_ node: Node) throws -> ValueRule { try read(node, depth: 0, isOptional: false) }

    private mutating func read(_ node: Node, depth: Int, isOptional: Bool) throws -> ValueRule {
        guard depth < MapLimits.depth else { throw node.fault("nested deeper than \(MapLimits.depth)") }
        if node.scalar != nil { return ValueRule(origin: try column(node, isOptional, nil)) }
        guard let mapping = node.mapping else {
            throw node.fault("a value is neither a column nor a mapping")
        }
        var reading = YAMLReading(mapping)
        let optional = try reading.flag("optional") ?? isOptional
        let separator = try reading.given("join").map { try text($0) }
        let origin = try self.origin(node, &reading, depth, optional, separator)
        var rule = ValueRule(origin: origin)
        if let steps = reading.given("do") {
            let items = steps.sequence.map(Array.init) ?? [steps]
            guard items.count <= MapLimits.steps else {
                throw steps.fault("more than \(MapLimits.steps) steps")
            }
            rule.steps = try items.map { try ValueStepReading.read($0) }
        }
        rule.standIn = try reading.given("default").map { try text($0) }
        try reading.refuseOthers()
        return rule
    }

    private mutating func origin(
        _ node: Node, _ reading: inout YAMLReading, _ depth: Int, _ isOptional: Bool, _ separator: [UInt8]?
    ) throws -> ValueRule.Origin {
        let names = ["from", "is", "first", "all", "ask"]
        let given = names.compactMap { name in reading.given(name).map { (name, $0) } }
        guard given.count == 1, let (name, value) = given.first else {
            throw node.fault("a value has exactly one of from, is, first, all and ask")
        }
        switch name {
        case "from": return try column(value, isOptional, separator)
        case "is": return .constant(try text(value))
        case "ask": return .open(try question(value))
        case "first": return .first(try list(value, depth, isOptional: true))
        default:
            return .all(try list(value, depth, isOptional: true), separator: separator ?? [Byte.lineFeed])
        }
    }

    private mutating func list(_ node: Node, _ depth: Int, isOptional: Bool) throws -> [ValueRule] {
        guard let items = node.sequence, !items.isEmpty, items.count <= MapLimits.alternatives else {
            throw node.fault("not a list of 1 to \(MapLimits.alternatives) values")
        }
        return try items.map { try read($0, depth: depth + 1, isOptional: isOptional) }
    }

    private func text(_ node: Node) throws -> [UInt8] {
        guard let text = node.scalar?.string, text.utf8.count <= MapLimits.textBytes else {
            throw node.fault("not a text of up to \(MapLimits.textBytes) bytes")
        }
        return Array(text.utf8)
    }

    private func question(_ node: Node) throws -> String {
        guard let text = node.scalar?.string, !text.isEmpty, text.utf8.count <= MapLimits.questionBytes else {
            throw node.fault("ask is no question")
        }
        return SafeOutput.brief(text, limit: 400)
    }

    /// In JSON a name is a path: `requestMetadata.user`, `messages[0].content`. In CSV and logs it is exact.
    private mutating func column(_ node: Node, _ isOptional: Bool, _ separator: [UInt8]?) throws
        -> ValueRule.Origin
    {
        guard let text = node.scalar?.string, !text.isEmpty else { throw node.fault("no column is named") }
        var name = text
        var path: [PathStep] = []
        if form.form == .jsonl || form.form == .json {
            guard let steps = JSONPath.read(text), case .member(let first)? = steps.first else {
                throw node.fault("not a path such as input.messages[0].content")
            }
            name = String(decoding: first, as: UTF8.self)
            path = Array(steps.dropFirst())
        } else if let known = knownColumns, !known.contains(where: { Bytes.equal($0, name) }) {
            throw node.fault(
                "the map names no such column; it names \(SafeOutput.brief(known.joined(separator: ", ")))")
        }
        return .column(try number(of: ExactText(name), node.line, isOptional), path, separator: separator)
    }

    /// The columns where the map itself says which there are.
    private var knownColumns: [String]? { form.line?.names ?? form.columns }

    private mutating func number(of name: ExactText, _ line: Int, _ isOptional: Bool) throws -> Int {
        if let known = columns.firstIndex(where: { $0.name == name }) {
            if !isOptional { columns[known].isOptional = false }
            return known
        }
        guard columns.count < MapLimits.columns else {
            throw FileFailure.yaml(line: line, "too many columns")
        }
        columns.append(.init(name: name, line: line, isOptional: isOptional))
        return columns.count - 1
    }
}
