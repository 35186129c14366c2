import Casework

/// A marked row: enough to act on it when it is no longer in sight.
struct Mark: Hashable, Sendable, Codable {
    var id: ExactText
    /// What is copied of it.
    var name: String
    /// Its full name for tags and comments; nil for what nobody can name.
    var subject: String?

    init(_ row: ListRow) {
        id = row.id
        name = row.copyName
        subject = row.subject.map { "\($0)" }
    }
}

/// The marked rows of a list, in the order in which they were marked.
struct Marks: Hashable, Sendable {
    /// More are not kept: what is meant for so many is meant for a filter.
    static let limit = 50_000

    private(set) var rows: [Mark] = []
    private var ids: Set<ExactText> = []

    init(_ rows: [Mark] = []) {
        for row in rows { add(row) }
    }

    var isEmpty: Bool { rows.isEmpty }
    var count: Int { rows.count }
    var accounts: [AccountID] { rows.map { AccountID($0.id.string) } }

    func contains(_ id: ExactText) -> Bool { ids.contains(id) }

    /// False where there is no room for another.
    @discardableResult
    mutating func add(_ mark: Mark) -> Bool {
        guard !ids.contains(mark.id) else { return true }
        guard rows.count < Marks.limit else { return false }
        ids.insert(mark.id)
        rows.append(mark)
        return true
    }

    /// O(marks).
    mutating func toggle(_ mark: Mark) {
        if ids.remove(mark.id) != nil {
            rows.removeAll { $0.id == mark.id }
        } else {
            add(mark)
        }
    }
}

extension Marks: Codable {
    init(from decoder: any Decoder) throws {
        self.init(try [Mark](from: decoder))
    }

    func encode(to encoder: any Encoder) throws { try rows.encode(to: encoder) }
}
