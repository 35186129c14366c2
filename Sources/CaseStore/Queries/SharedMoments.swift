public import Casework

/// A short window in which two accounts sent prompts of one frame.
public struct SharedMoment: Sendable, Hashable {
    public var frame: ExactText
    /// The window's number: times are divided by the window's length.
    public var window: Int64
    /// Rows of either account, by source and line.
    public var rows: [RowReference]
}

extension CaseReader {
    /// Windows in which both accounts sent one prompt frame, by frame and time. Of exchanges only the blocks that
    /// hold these accounts are read.
    ///
    /// - Parameter seconds: the length of a window.
    public func sharedMoments(_ a: AccountID, _ b: AccountID, seconds: Int64) throws -> [SharedMoment] {
        try connection.read { handle in
            let one = try AccountMoments(handle, a, seconds: seconds)
            let other = try AccountMoments(handle, b, seconds: seconds)
            let files = try SourceFiles.names(handle)
            return try one.rows.keys.filter { other.rows[$0] != nil }.compactMap { moment in
                let frame = try handle.first(
                    "SELECT value FROM value WHERE number = ?", [.integer(Int64(moment.frame))]
                ) { ExactText($0.text(0)) }
                guard let frame else { return nil }
                let places = (one.rows[moment] ?? []) + (other.rows[moment] ?? [])
                let rows = places.compactMap { place in
                    files[place.source].map { RowReference(source: place.source, file: $0, line: place.line) }
                }
                return SharedMoment(frame: frame, window: moment.window, rows: rows.sorted())
            }.sorted { ($0.frame, $0.window) < ($1.frame, $1.window) }
        }
    }
}

/// When one account sent which frame.
private struct AccountMoments {
    struct Moment: Hashable {
        var frame: UInt32
        var window: Int64
    }

    private(set) var rows: [Moment: [(source: Int, line: Int)]] = [:]

    init(_ handle: Handle, _ id: AccountID, seconds: Int64) throws {
        let number = try handle.first(
            "SELECT number FROM account_identity WHERE account_id = ?", [.text(id.string)]
        ) { $0.int(0) }
        guard let number else { throw StoreError.notFound("account:\(id.string)") }
        let columns = try ExchangeStream.sourceColumns(handle)
        let exchanges = ExchangeColumns()
        try handle.each(
            "SELECT source, body FROM exchange_block WHERE first_account <= ?1 AND last_account >= ?1"
                + " AND source <= (SELECT source FROM horizon)", [.integer(number)]
        ) { row in
            let names = columns[row.int(0)] ?? ColumnNames()
            guard let frames = names.coded.firstIndex(of: RollupKind.promptKey.rawValue) else { return }
            var wanted = ExchangeColumns.Wanted(
                codedCount: names.coded.count, plainCount: names.plain.count)
            wanted.place = true
            wanted.coded = [frames]
            try exchanges.decode(row.bytes(1), wanted)
            take(exchanges, UInt32(clamping: number), row.int(0), milliseconds: max(1, seconds) * 1000)
        }
    }

    private mutating func take(
        _ exchanges: ExchangeColumns, _ account: UInt32, _ source: Int, milliseconds: Int64
    ) {
        for row in 0..<exchanges.count where exchanges.account.start[row] == account {
            let frame = UInt32(truncatingIfNeeded: exchanges.coded[0].start[row])
            guard frame != 0 else { continue }
            let moment = Moment(frame: frame, window: exchanges.at.start[row] / milliseconds)
            rows[moment, default: []].append(
                (source, Int(truncatingIfNeeded: exchanges.line.start[row])))
        }
    }
}
