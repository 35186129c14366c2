import Casework

/// What the first rows of a foreign file show of its columns.
struct FileLook: RowConsumer {
    /// Rows that are looked at: enough to see whether ids repeat.
    static let mostRows = 50_000
    /// Bytes of rows that are looked at.
    static let mostBytes = 32 << 20
    private static let mostColumns = 400
    private static let deepest = 6

    /// Thrown to end the reading.
    struct Enough: Error {}

    private let isJSON: Bool
    private(set) var columns: [ColumnLook] = []
    private var places: [ExactText: Int] = [:]
    private(set) var names: [String] = []
    private(set) var rows = 0
    private(set) var rejects = 0
    private var bytes = 0

    init(isJSON: Bool) { self.isJSON = isJSON }

    mutating func begin(columns: [String]) throws {
        for name in columns { try add(column: name) }
    }

    mutating func add(column name: String) throws {
        names.append(name)
        _ = place(of: [name])
    }

    mutating func take(_ row: RowView) throws {
        rows += 1
        bytes += row.raw.count
        for index in 0..<min(row.count, names.count) { look(row.fields[index], path: [names[index]]) }
        if rows >= FileLook.mostRows || bytes >= FileLook.mostBytes { throw Enough() }
    }

    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>) {
        rejects += 1
        bytes += raw.count
    }

    mutating func settle() throws {}
    mutating func finish() throws {}

    private mutating func look(_ field: Field, path: [String]) {
        guard let place = place(of: path) else { return }
        columns[place].take(field)
        let isObject = field.shape == .object && isJSON
        guard isObject, path.count < FileLook.deepest,
            var walk = JSONWalk(JSONPiece(start: field.start, count: field.count, shape: .object))
        else { return }
        var members = 0
        while let member = walk.next(), members < 64 {
            members += 1
            let name = String(decoding: walk.key.bytes.prefix(100), as: UTF8.self)
            guard !name.isEmpty, !name.utf8.contains(Byte.backslash) else { continue }
            look(Field(start: member.start, count: member.count, shape: member.shape), path: path + [name])
        }
    }

    /// Nil for what no path can name, and beyond the last column that is looked at.
    private mutating func place(of path: [String]) -> Int? {
        if isJSON, let name = path.last, name.isEmpty || (name.contains("\"") && name.contains("'")) {
            return nil
        }
        let key = ExactText(path.joined(separator: "\u{0}"))
        if let known = places[key] { return known }
        guard columns.count < FileLook.mostColumns else { return nil }
        columns.append(ColumnLook(path: path, isJSON: isJSON))
        places[key] = columns.count - 1
        return columns.count - 1
    }
}
