import Casework

/// What was seen of one column of a foreign file; for JSON, of one path of members.
struct ColumnLook {
    let name: String
    /// Members from the outermost on; one for CSV and logs.
    let path: [String]
    private(set) var rows = 0
    private(set) var kinds: [ValueKind: Int] = [:]
    private(set) var bytes = 0
    private(set) var isFirstAbove12 = false
    private(set) var isSecondAbove12 = false
    private(set) var slashFormat: (separator: Character, rest: String)?
    private(set) var examples: [String] = []
    /// Short values in the order in which they came, a few dozen at most.
    private(set) var words: [String] = []
    /// Values that are lists of chat messages.
    private(set) var chats = 0
    private(set) var commaLists = 0
    private var hashes: Set<ContentHash> = []
    private var isCapped = false

    /// Distinct values that are counted at most.
    private static let mostDistinct = 100_000

    init(path: [String], isJSON: Bool) {
        self.path = path
        name = isJSON ? JSONPath.text(path) : path.first ?? ""
    }

    mutating func take(_ field: Field) {
        let kind = ValueKind.of(field)
        guard kind != .empty else { return }
        rows += 1
        kinds[kind, default: 0] += 1
        bytes += field.count
        if kind == .timeSlashes { takeSlashes(field) }
        if kind == .json, MemberLook.isChat(field) { chats += 1 }
        if kind != .json, field.bytes.prefix(200).contains(Byte.comma) { commaLists += 1 }
        guard hashes.count < ColumnLook.mostDistinct else {
            isCapped = true
            return
        }
        guard hashes.insert(ContentHashing.hash(field.bytes)).inserted else { return }
        if words.count < 24, field.count <= 24 { words.append(field.string) }
        if examples.count < 3 {
            let head = UnsafeBufferPointer(rebasing: field.bytes.prefix(160))
            examples.append(SafeOutput.brief(String(decoding: head, as: UTF8.self), limit: 32))
        }
    }

    private mutating func takeSlashes(_ field: Field) {
        guard let date = SlashDate(field.bytes) else { return }
        if date.first > 12 { isFirstAbove12 = true }
        if date.second > 12 { isSecondAbove12 = true }
        if slashFormat == nil { slashFormat = (date.separator, date.rest) }
    }

    var distinct: Int { hashes.count }

    /// Whether no value came twice, in the rows that were looked at.
    var isUnique: Bool { !isCapped && distinct == rows && rows > 1 }

    var averageBytes: Int { rows == 0 ? 0 : bytes / rows }

    /// The kind of nine values in ten; else `text`.
    var kind: ValueKind {
        let common = ValueKind.allCases.max { kinds[$0, default: 0] < kinds[$1, default: 0] } ?? .empty
        guard rows > 0 else { return .empty }
        if kinds[common, default: 0] * 10 >= rows * 9 { return common }
        let counted = kinds[.integer, default: 0] + kinds[.decimal, default: 0]
        if counted * 10 >= rows * 9 { return .decimal }
        let times = kinds[.epochSeconds, default: 0]
        if (counted + times) * 10 >= rows * 9 { return .decimal }
        let words = [ValueKind.token, .word, .domain, .integer, .country, .epochSeconds, .userAgent, .email]
        let tokens = words.reduce(0) { $0 + kinds[$1, default: 0] }
        return tokens * 10 >= rows * 9 ? .token : .text
    }

    var isTime: Bool { kind.rawValue.hasPrefix("time_") || kind.rawValue.hasPrefix("epoch_") }

    /// The name's words: `Created date (UTC)` is `created_date_utc`, `account_id (metadata)` is `account_id`.
    var plainName: String {
        let last = path.last ?? name
        let bare = last.hasSuffix(" (metadata)") ? String(last.dropLast(11)) : last
        var words = ""
        var wasLower = false
        for scalar in bare.unicodeScalars.prefix(100) {
            let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
            let isDigit = ("0"..."9").contains(scalar)
            if scalar.properties.isUppercase, wasLower { words += "_" }
            words += isLetter || isDigit ? String(scalar).lowercased() : "_"
            wasLower = isLetter && !scalar.properties.isUppercase
        }
        return words.split(separator: "_").joined(separator: "_")
    }
}

/// Looks into JSON values.
enum MemberLook {
    /// Whether a value is a list of objects with roles and contents.
    static func isChat(_ field: Field) -> Bool {
        let piece = JSONPiece(start: field.start, count: field.count, shape: field.shape).opened
        guard piece.shape == .array, var walk = JSONWalk(piece), let first = walk.next(),
            var members = JSONWalk(first)
        else { return false }
        var names: Set<String> = []
        while members.next() != nil { names.insert(String(decoding: members.key.bytes, as: UTF8.self)) }
        return names.contains("role") && names.contains("content")
    }
}
