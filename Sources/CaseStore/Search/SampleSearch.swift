public import Casework
import Foundation

/// What a search found.
public struct SampleMatches: Hashable, Sendable {
    public var total: Int
    /// By source and number; the part that was asked for.
    public var keys: [SampleKey]
    /// Parts of the query without letters or digits, which were not looked for.
    public var ignored: [String]
}

/// Full text search over the prompts and responses of a case, in an index beside it.
///
/// The index is `CASE.search`, an SQLite file of its own that only its owner may read: a cache that can be
/// deleted at any time. It is not in the case because a virtual table there would break every `sqlite3` that
/// lacks the module, and because whoever may only read a case may search it too. It holds words and where they
/// stand, no texts. It knows which sources it covers by their hashes: new ones are added, a case that became
/// another is indexed anew.
public final class SampleSearch: Sendable {
    public let path: String

    /// - Parameter path: of the case.
    public init(caseAt path: String) { self.path = CaseFile.resolved(path) + ".search" }

    /// True when every sample of the case is in the index.
    public func isFresh(_ reader: CaseReader) throws -> Bool {
        let wanted = try SearchSource.all(reader)
        return wanted.isEmpty || known() == wanted
    }

    /// Brings the index up to date. Linear in the texts that are new to it.
    ///
    /// A source is added wholly or not at all; a cancelled call keeps those it finished.
    ///
    /// - Parameter progress: samples done and to be done.
    /// - Throws: `SearchError`, `StoreError`.
    public func ensure(
        _ reader: CaseReader, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        isCancelled: () -> Bool = { false }
    ) throws {
        if try isFresh(reader) { return }
        let lock: CaseLock
        do {
            lock = try CaseLock(forCaseAt: path)
        } catch StoreError.locked {
            throw SearchError.busy(path: path)
        } catch StoreError.storage(_, _, let reason) {
            throw SearchError.cannotWrite(path: path, reason: reason)
        }
        try withExtendedLifetime(lock) {
            let wanted = try SearchSource.all(reader)
            var done = known() ?? []
            if !wanted.starts(with: done) || done.isEmpty {
                try SearchIndexFile.create(at: path)
                done = []
            }
            try SearchIndexWriter(path, reader).add(
                Array(wanted.dropFirst(done.count)), progress: progress, isCancelled: isCancelled)
        }
    }

    /// Samples whose prompt or response holds what `text` asks for, by source and number.
    ///
    /// Words are found all together, `"quoted"` ones side by side, `*` lets a word go on. Case and accents do not
    /// count. A word is a run of letters and digits, so `art` is not found in `part`; of Chinese, Japanese and
    /// Korean every character is a word, and characters typed together must stand together.
    ///
    /// - Throws: `SearchError`, `StoreError`.
    public func find(_ text: String, limit: Int? = nil, offset: Int = 0) throws -> SampleMatches {
        let query = try SearchQuery(text)
        guard !query.match.isEmpty else { return SampleMatches(total: 0, keys: [], ignored: query.ignored) }
        let connection = try Connection(path: path, mode: .reading)
        defer { try? connection.close() }
        return try connection.read { handle in
            let total = try handle.number(
                "SELECT count(*) FROM text WHERE text MATCH ?", [.text(query.match)])
            let keys = try handle.rows(
                "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rowid LIMIT ? OFFSET ?",
                [
                    .text(query.match), .integer(limit.map { max(0, $0) } ?? -1), .integer(max(0, offset)),
                ]
            ) { SampleKey(packed: $0.integer(0)) }
            return SampleMatches(total: total, keys: keys, ignored: query.ignored)
        }
    }

    /// A condition on the list of samples, whose table goes by `p` there: rows that the search finds. They are
    /// reached by their keys; no other text is read. Nil where the text has nothing to look for.
    func condition(_ text: String) throws -> SQLText? {
        guard try !SearchQuery(text).match.isEmpty else { return nil }
        let keys = try find(text).keys
        return SQLText(
            "p.rowid IN (SELECT s.rowid FROM json_each(?) AS k JOIN sample AS s ON s.source = k.value >> 32"
                + " AND s.number = k.value & 4294967295)",
            [.text("[" + keys.map { String($0.packed) }.joined(separator: ",") + "]")])
    }

    /// The sources that the index covers; nil when there is none that can be used.
    private func known() -> [SearchSource]? {
        guard access(path, F_OK) == 0, let connection = try? Connection(path: path, mode: .reading) else {
            return nil
        }
        defer { try? connection.close() }
        return try? connection.read { handle in
            try SearchIndexFile.check(handle)
            return try handle.rows("SELECT number, sha256, samples FROM indexed ORDER BY number") {
                SearchSource(number: $0.int(0), sha256: $0.text(1), samples: $0.int(2))
            }
        }
    }
}

/// A file with samples, as the case and the index know it.
struct SearchSource: Hashable {
    var number: Int
    var sha256: String
    var samples: Int

    static func all(_ reader: CaseReader) throws -> [SearchSource] {
        try reader.connection.read { handle in
            try handle.rows(
                "SELECT number, coalesce(sha256, ''), samples FROM source WHERE state = 'complete' AND samples > 0"
                    + " ORDER BY number"
            ) { SearchSource(number: $0.int(0), sha256: $0.text(1), samples: $0.int(2)) }
        }
    }
}

extension SampleKey {
    /// One number for both, in the same order: the row number in the index.
    init(packed: Int64) {
        self.init(source: Int32(truncatingIfNeeded: packed >> 32), number: Int32(truncatingIfNeeded: packed))
    }

    var packed: Int64 { Int64(source) << 32 | Int64(UInt32(bitPattern: number)) }
}
