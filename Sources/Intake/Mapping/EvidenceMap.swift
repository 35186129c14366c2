public import Casework

/// How a foreign file becomes evidence: its form, and which of its columns feeds which field of which tables.
///
/// One file may feed several tables; the first of them is the main one. Documentation/mapping.md has the
/// grammar. A map is data: nothing in it is ever executed, and every part of it is bounded.
public struct EvidenceMap: Sendable {
    /// What messages call it: the name in the file, else the file's own.
    public internal(set) var name: String
    /// Globs over names of files, relative to their folder; empty is any file.
    var files: [String] = []
    var form: ForeignForm
    /// The columns of the foreign file that are read, each once.
    var columns: [SourceColumn] = []
    var outputs: [Output] = []

    /// A column of the foreign file; for JSON a member of the outermost object.
    struct SourceColumn: Sendable {
        var name: ExactText
        /// Line of the map where it is first named.
        var line: Int
        /// Whether a header without it is fine.
        var isOptional: Bool
    }

    /// One table that the file feeds.
    struct Output: Sendable {
        var table: EvidenceTable
        var line: Int
        var condition: RowCondition?
        var fields: [FieldRule]
    }

    /// The table that a source of this map is listed under.
    public var table: EvidenceTable { outputs.first?.table ?? .attributes }

    /// What a person still has to decide; a map with any of it is not imported with.
    public var openQuestions: [String] {
        outputs.flatMap(\.fields).compactMap { field in
            field.value.question.map { "line \(field.line): \(field.name) is still to be decided: \($0)" }
        }
    }

    func isFor(_ name: String) -> Bool {
        files.isEmpty || files.contains { NameGlob.matches(name, pattern: $0) }
    }
}

/// How the rows of a foreign file are written.
struct ForeignForm: Sendable {
    var form: RowForm
    /// CSV only.
    var delimiter = Byte.comma
    /// The columns of a CSV file that has no header.
    var columns: [String]?
    /// How a line of a log is cut.
    var line: LinePattern?
}

/// A field of a table and where its value comes from.
struct FieldRule: Sendable {
    var name: String
    var line: Int
    var value: ValueRule
}

/// Where a value comes from and what is done to it.
struct ValueRule: Sendable {
    enum Origin: Sendable {
        case constant([UInt8])
        /// A column by its number in the map, and a way into its JSON. Several finds are joined, or the first counts.
        case column(Int, [PathStep], separator: [UInt8]?)
        /// The first that has a value.
        case first([ValueRule])
        /// All that have a value, joined.
        case all([ValueRule], separator: [UInt8])
        /// A person has to say.
        case open(String)
    }

    var origin: Origin
    var steps: [ValueStep] = []
    /// Stands for no value.
    var standIn: [UInt8]?

    var question: String? {
        switch origin {
        case .open(let question): question
        case .first(let rules), .all(let rules, _): rules.lazy.compactMap(\.question).first
        case .constant, .column: nil
        }
    }
}

/// Which rows an output takes.
struct RowCondition: Sendable {
    var value: ValueRule
    /// Nil: any value will do.
    var words: [[UInt8]]?
    var isNegated = false
}

/// Names of files against a glob: `*` is any run of bytes, `?` one byte. Case counts.
enum NameGlob {
    /// O(name × pattern) at worst.
    static func matches(_ name: String, pattern: String) -> Bool {
        let text = Array(name.utf8)
        let glob = Array(pattern.utf8)
        var (at, place) = (0, 0)
        var star: (place: Int, at: Int)?
        while at < text.count {
            if place < glob.count, glob[place] == UInt8(ascii: "*") {
                star = (place, at)
                place += 1
            } else if place < glob.count, glob[place] == UInt8(ascii: "?") || glob[place] == text[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                place = last.place + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return glob[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
