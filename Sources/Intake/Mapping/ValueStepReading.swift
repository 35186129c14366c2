import Yams

/// Reads one item of `do`: a word, or a mapping with the step's name and what it needs.
enum ValueStepReading {
    private static let known =
        "trim, lower, upper, sha256, address, split, capture, words, prefix, suffix, date, json, chat"

    static func read(_ node: Node) throws -> ValueStep {
        if let word = node.scalar?.string { return try plain(word, node) }
        guard let mapping = node.mapping else { throw node.fault("a step is neither a word nor a mapping") }
        var reading = YAMLReading(mapping)
        let step = try self.step(node, &reading)
        try reading.refuseOthers()
        return step
    }

    private static func plain(_ word: String, _ node: Node) throws -> ValueStep {
        switch word {
        case "trim": return .trim
        case "lower": return .lower
        case "upper": return .upper
        case "sha256": return .sha256
        case "address": return .address
        default: throw node.fault("there is no such step; there are \(known)")
        }
    }

    private static func step(_ node: Node, _ reading: inout YAMLReading) throws -> ValueStep {
        if let split = reading.given("split") { return try self.split(split) }
        if let capture = reading.given("capture") {
            guard let pattern = capture.scalar.flatMap({ CapturePattern($0.string) }) else {
                throw capture.fault("capture is no pattern with one {}, such as '/v1/accounts/{}/*'")
            }
            return .capture(pattern)
        }
        if let words = reading.given("words") { return .words(try self.words(words, reading.given("else"))) }
        if let prefix = reading.given("prefix") { return .prefix(try text(prefix)) }
        if let suffix = reading.given("suffix") { return .suffix(try text(suffix)) }
        if let date = reading.given("date") { return try self.date(date, reading.given("zone")) }
        if let json = reading.given("json") {
            guard let steps = json.scalar.flatMap({ JSONPath.read($0.string) }) else {
                throw json.fault("not a path such as messages[0].content")
            }
            return .json(steps, separator: try reading.given("join").map(text))
        }
        if let chat = reading.given("chat") {
            let role = try text(chat)
            return .chat(role: role == Array("any".utf8) ? nil : role)
        }
        throw node.fault("there is no such step; there are \(known)")
    }

    private static func split(_ node: Node) throws -> ValueStep {
        guard let items = node.sequence, items.count == 2, let separator = items[0].scalar?.string,
            !separator.isEmpty, separator.utf8.count <= MapLimits.textBytes,
            let index = items[1].scalar.flatMap({ Int($0.string) }), abs(index.clamped) <= 1024
        else { throw node.fault("split is not [separator, number of the part]") }
        return .split(separator: Array(separator.utf8), index: index)
    }

    private static func words(_ node: Node, _ other: Node?) throws -> WordMap {
        guard let mapping = node.mapping, mapping.count <= MapLimits.words else {
            throw node.fault("words is not a mapping of up to \(MapLimits.words) words")
        }
        let pairs = try mapping.map { key, value in (from: try text(key), to: try text(value)) }
        return WordMap(pairs, other: try other.map(text))
    }

    private static func date(_ node: Node, _ zone: Node?) throws -> ValueStep {
        var offset: Int?
        if let zone {
            guard let minutes = zone.scalar.flatMap({ TimePattern.offsetMinutes($0.string) }) else {
                throw zone.fault("zone is neither UTC nor an offset such as +02:00")
            }
            offset = minutes
        }
        guard let word = node.scalar?.string, let pattern = TimePattern(word, zoneMinutes: offset) else {
            throw node.fault("date is no format such as %Y-%m-%d %H:%M:%S, nor one of \(TimePattern.names)")
        }
        if pattern.needsZone { throw node.fault("this format says no zone: add zone, such as zone: UTC") }
        return .date(pattern)
    }

    private static func text(_ node: Node) throws -> [UInt8] {
        guard let text = node.scalar?.string, text.utf8.count <= MapLimits.textBytes else {
            throw node.fault("not a text of up to \(MapLimits.textBytes) bytes")
        }
        return Array(text.utf8)
    }
}
