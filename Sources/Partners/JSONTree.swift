import Foundation

/// A JSON value of an indicator file; these are small, so a tree is good enough.
enum JSONTree: Sendable {
    case object([String: JSONTree])
    case array([JSONTree])
    case text(String)
    case number(Double)
    case flag(Bool)
    case null

    static func read(_ bytes: [UInt8]) throws(IndicatorFileError) -> JSONTree {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        do {
            let data = Data(bytes)
            return JSONTree(try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]))
        } catch {
            let what = ((error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String) ?? "unreadable"
            throw .notJSON(line: line(of: what, bytes), what: String(what.prefix(120)))
        }
    }

    /// The parser names a place as `around character N`, or the end of the file.
    private static func line(of what: String, _ bytes: ArraySlice<UInt8>) -> Int {
        let words = what.split(whereSeparator: { !$0.isNumber })
        let place = what.contains("character") ? words.first.flatMap { Int($0) } ?? bytes.count : bytes.count
        return 1 + bytes.prefix(place).count { $0 == UInt8(ascii: "\n") }
    }

    private init(_ value: Any) {
        switch value {
        case let members as [String: Any]: self = .object(members.mapValues { JSONTree($0) })
        case let elements as [Any]: self = .array(elements.map { JSONTree($0) })
        case let text as String: self = .text(text)
        case let number as NSNumber:
            self = JSONTree.isFlag(number) ? .flag(number.boolValue) : .number(number.doubleValue)
        default: self = .null
        }
    }

    private static func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    subscript(name: String) -> JSONTree? {
        if case .object(let members) = self { return members[name] }
        return nil
    }

    /// A text that says something.
    var text: String? {
        if case .text(let text) = self, !text.isEmpty { return text }
        return nil
    }

    var flag: Bool? {
        if case .flag(let flag) = self { return flag }
        return nil
    }

    var number: Double? {
        if case .number(let number) = self { return number }
        return nil
    }

    /// Elements of an array; none for anything else.
    var elements: [JSONTree] {
        if case .array(let elements) = self { return elements }
        return []
    }

    var isObject: Bool {
        if case .object = self { return true }
        return false
    }
}

/// On which line a text first stands as a JSON string of its own. Ids are unique, so this is where the object is.
struct LineIndex: Sendable {
    private var lines: [String: Int] = [:]

    /// One pass over the bytes; only strings of at most 120 bytes without escapes are noted.
    init(_ bytes: [UInt8]) {
        var line = 1
        var start: Int?
        var isPlain = true
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "\\"), start != nil {
                isPlain = false
                place += 2
                continue
            }
            if byte == UInt8(ascii: "\"") {
                if let from = start {
                    if isPlain, place - from <= 120 { note(bytes[from..<place], line) }
                    start = nil
                } else {
                    (start, isPlain) = (place + 1, true)
                }
            }
            place += 1
        }
    }

    private mutating func note(_ bytes: ArraySlice<UInt8>, _ line: Int) {
        let text = String(decoding: bytes, as: UTF8.self)
        if lines[text] == nil { lines[text] = line }
    }

    subscript(id: String) -> Int { lines[id] ?? 1 }
}
