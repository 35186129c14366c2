import Casework

/// A piece of work for the writing thread. Tasks are done in the order they were given.
enum WritingTask: Sendable {
    case begin(SourceStart)
    case rows([RowPack])
    case exchanges(RunBuffer, run: Int, columns: [String])
    /// Hashes of exchange ids, sorted.
    case claims([ContentHash], part: Int)
    case finish(SourceEnd)
    /// Sweeps the pending source and records why.
    case abandon(source: Int, outcome: FileOutcome)

    /// Bytes that the task keeps in memory, apart from buffers that are lent.
    var weight: Int {
        switch self {
        case .rows(let packs): packs.reduce(64) { $0 + $1.count }
        case .claims(let hashes, _): hashes.count * 16
        default: 64
        }
    }
}

struct SourceStart: Sendable {
    var number: Int
    var facts: FileFacts
}

struct SourceEnd: Sendable {
    var number: Int
    var sha256: String
    var outcome: FileOutcome
    /// Accounts that this source mentioned first.
    var accounts: Int
    /// Samples among the rows.
    var samples: Int
    /// Coded columns of the exchanges, then plain ones after an empty name.
    var columns: ColumnNames
}

/// The columns of a source's exchanges beside the fixed ones, as `source.columns` holds them.
struct ColumnNames: Sendable, Codable, Hashable {
    var coded: [String] = []
    var plain: [String] = []
}
