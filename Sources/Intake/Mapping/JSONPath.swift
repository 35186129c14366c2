/// One step into a JSON value.
enum PathStep: Hashable, Sendable {
    case member([UInt8])
    /// From 0, or from -1 at the end.
    case element(Int)
    case all
    /// Elements that are objects with a member of this value.
    case having(member: [UInt8], value: [UInt8])
}

/// Reads and writes paths: `a.b`, `["odd.name"]`, `[0]`, `[-1]`, `[*]`, `[role=user]`, all after an optional `$`.
enum JSONPath {
    /// Nil for what is no path.
    static func read(_ text: String) -> [PathStep]? {
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "$") {
            bytes.removeFirst()
            if bytes.first == UInt8(ascii: ".") { bytes.removeFirst() }
        }
        var steps: [PathStep] = []
        while !bytes.isEmpty {
            guard steps.count < MapLimits.pathSteps else { return nil }
            if bytes.first == UInt8(ascii: "[") {
                guard let step = bracket(&bytes) else { return nil }
                steps.append(step)
            } else {
                let name = bytes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
                guard !name.isEmpty else { return nil }
                steps.append(.member(Array(name)))
                bytes = bytes.dropFirst(name.count)
            }
            if bytes.first == UInt8(ascii: ".") {
                bytes.removeFirst()
                if bytes.isEmpty { return nil }
            }
        }
        return steps.isEmpty ? nil : steps
    }

    private static func bracket(_ bytes: inout ArraySlice<UInt8>) -> PathStep? {
        bytes.removeFirst()
        if let quote = bytes.first, quote == Byte.quote || quote == UInt8(ascii: "'") {
            let name = bytes.dropFirst().prefix { $0 != quote }
            bytes = bytes.dropFirst(name.count + 1)
            guard !name.isEmpty, bytes.starts(with: [quote, UInt8(ascii: "]")]) else { return nil }
            bytes = bytes.dropFirst(2)
            return .member(Array(name))
        }
        let inner = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inner.count)
        guard !bytes.isEmpty else { return nil }
        bytes.removeFirst()
        let text = String(decoding: inner, as: UTF8.self)
        if text == "*" { return .all }
        if let number = Int(text), abs(number.clamped) <= 1 << 20 { return .element(number) }
        let sides = inner.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty else { return nil }
        return .having(member: Array(sides[0]), value: Array(sides[1]))
    }

    /// The path of nested members, as `read` takes it.
    static func text(_ names: [String]) -> String {
        var text = ""
        for name in names {
            let isPlain = !name.utf8.isEmpty && !name.utf8.contains { ".[]$\"'".utf8.contains($0) }
            if isPlain {
                text += text.isEmpty ? name : "." + name
            } else {
                text += name.utf8.contains(Byte.quote) ? "['\(name)']" : "[\"\(name)\"]"
            }
        }
        return text
    }
}
