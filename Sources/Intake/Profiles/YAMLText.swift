import Casework
import Yams

/// One YAML document of a small file, with the line of everything in it.
///
/// Bounded against documents made to blow up: their size, and how many aliases they have. libyaml itself
/// bounds the nesting.
struct YAMLText {
    let root: Node.Mapping

    /// - Throws: `FileFailure.yaml`, `FileFailure.tooBig`.
    init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Limits.yamlBytes else { throw FileFailure.tooBig(limitBytes: Limits.yamlBytes) }
        guard bytes.withUnsafeBufferPointer({ UTF8Check.isValid($0) }) else {
            throw FileFailure.yaml(line: YAMLText.lineOfBadEncoding(bytes), "not UTF-8")
        }
        guard YAMLText.aliases(bytes) <= Limits.yamlAliases else {
            throw FileFailure.yaml(line: 1, "more than \(Limits.yamlAliases) aliases")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            guard let node = try Yams.compose(yaml: text) else { throw FileFailure.yaml(line: 1, "is empty") }
            guard let mapping = node.mapping else {
                throw FileFailure.yaml(line: node.mark?.line ?? 1, "not a mapping of names to values")
            }
            root = mapping
        } catch let error as YamlError {
            throw YAMLText.failure(error)
        }
    }

    static func lineOfBadEncoding(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { line in !line.withUnsafeBufferPointer { UTF8Check.isValid($0) } }
        return (bad ?? 0) + 1
    }

    /// How many words look like an alias: `*name` where a value may begin.
    private static func aliases(_ bytes: [UInt8]) -> Int {
        let openers = Set(" \t\r\n,[{:-?".utf8)
        var count = 0
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: "*") && bytes[index + 1] > 0x20 {
            if index == 0 || openers.contains(bytes[index - 1]) { count += 1 }
        }
        return count
    }

    /// The line and the problem; the document itself stays out of the message.
    private static func failure(_ error: YamlError) -> FileFailure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .yaml(line: mark.line, problem)
        case .duplicatedKeysInMapping(_, let context):
            .yaml(line: context.mark.line, "a name stands twice")
        case .reader(let problem, _, _, _): .yaml(line: 1, problem)
        default: .yaml(line: 1, "not readable as YAML")
        }
    }
}

/// Reads typed values from a mapping; whatever is not as it should be fails with its line.
struct YAMLReading {
    private let mapping: Node.Mapping
    private var used: Set<String> = []

    init(_ mapping: Node.Mapping) { self.mapping = mapping }

    private func fail(_ node: Node, _ problem: String) -> FileFailure {
        .yaml(line: node.mark?.line ?? mapping.mark?.line ?? 1, problem)
    }

    mutating func node(_ name: String) -> Node? {
        used.insert(name)
        guard let node = mapping.first(where: { $0.key.string.map { Bytes.equal($0, name) } ?? false })?.value
        else { return nil }
        return node.null == nil ? node : nil
    }

    /// As `node`, but a text in quotes is given, also an empty one and `"null"`.
    mutating func given(_ name: String) -> Node? {
        used.insert(name)
        guard let node = mapping.first(where: { $0.key.string.map { Bytes.equal($0, name) } ?? false })?.value
        else { return nil }
        let isQuoted = node.scalar?.style == .doubleQuoted || node.scalar?.style == .singleQuoted
        return node.null == nil || isQuoted ? node : nil
    }

    /// Keys that nobody asked for, in the order of the file.
    var unusedNodes: [Node] { mapping.map(\.key).filter { !used.contains($0.string ?? "") } }

    /// Names that nobody asked for.
    var unusedNames: [String] {
        mapping.map { $0.key.string ?? "?" }.filter { !used.contains($0) }.sorted {
            ExactText($0) < ExactText($1)
        }
    }

    mutating func text(_ name: String) throws -> String? {
        guard let node = node(name) else { return nil }
        guard let text = node.scalar?.string else { throw fail(node, "\(name) is no text") }
        return text.isEmpty ? nil : text
    }

    /// `true` or `false`, in the spellings of YAML 1.1.
    mutating func flag(_ name: String) throws -> Bool? {
        guard let node = node(name) else { return nil }
        guard let flag = node.bool else { throw fail(node, "\(name) is neither true nor false") }
        return flag
    }

    /// What a reader makes of the text of a value.
    mutating func value<Value>(_ name: String, _ what: String, _ read: (String) -> Value?) throws -> Value? {
        guard let node = node(name) else { return nil }
        guard let value = node.scalar.flatMap({ read($0.string) }) else {
            throw fail(node, "\(name) is not \(what)")
        }
        return value
    }

    /// A list, or one value alone.
    mutating func list<Value>(_ name: String, _ what: String, _ read: (String) -> Value?) throws -> [Value] {
        guard let node = node(name) else { return [] }
        let items = node.sequence.map(Array.init) ?? [node]
        return try items.map { item in
            guard let value = item.scalar.flatMap({ read($0.string) }) else {
                throw fail(item, "in \(name): not \(what)")
            }
            return value
        }
    }

    mutating func inner(_ name: String) throws -> YAMLReading? {
        guard let node = node(name) else { return nil }
        guard let mapping = node.mapping else { throw fail(node, "\(name) is no mapping") }
        return YAMLReading(mapping)
    }
}
