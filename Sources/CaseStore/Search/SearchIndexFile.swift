import Casework
import Foundation

/// The file of an index: making it, telling it from others, filling it.
enum SearchIndexFile {
    /// `PRAGMA application_id`: "RVNS".
    private static let applicationID = 0x5256_4E53
    /// Of the form of the texts and the tables: another one makes the index anew.
    private static let version = 1

    /// Makes an empty index in the place of whatever is there.
    static func create(at path: String) throws {
        CaseFile.remove(path)
        do {
            try CaseFile.create(at: path)
        } catch StoreError.cannotCreate(_, let reason) {
            throw SearchError.cannotWrite(path: path, reason: reason)
        }
        let connection = try Connection(path: path, mode: .writing)
        defer { try? connection.close() }
        try connection.access { handle in
            try handle.runScript("PRAGMA page_size = \(CaseFile.pageSize)")
            try handle.transaction {
                try handle.runScript(
                    """
                    PRAGMA application_id = \(applicationID);
                    PRAGMA user_version = \(version);
                    CREATE TABLE indexed (
                        number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, samples INTEGER NOT NULL
                    );
                    CREATE VIRTUAL TABLE text USING fts5(
                        prompt, response, content = '', columnsize = 0,
                        tokenize = "unicode61 remove_diacritics 2"
                    );
                    INSERT INTO text (text, rank) VALUES ('automerge', 0);
                    INSERT INTO text (text, rank) VALUES ('hashsize', \(bytesBetweenWrites));
                    INSERT INTO text (text, rank) VALUES ('pgsz', \(CaseFile.pageSize - 128));
                    """)
            }
        }
    }

    /// - Throws: `StoreError.notACase` for a file that is no index of this form.
    static func check(_ handle: Handle) throws {
        let isOurs =
            try handle.number("PRAGMA application_id") == applicationID
            && handle.number("PRAGMA user_version") == version
            // Nothing in an index of ours runs by itself.
            && handle.number("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')") == 0
        if !isOurs { throw StoreError.notACase(path: handle.path) }
    }

    /// Words kept in memory before a segment of the index is written: few segments make quick searches.
    private static let bytesBetweenWrites = 64 << 20
}

/// Adds sources to an index.
struct SearchIndexWriter {
    private let connection: Connection
    private let reader: CaseReader

    init(_ path: String, _ reader: CaseReader) throws {
        connection = try Connection(path: path, mode: .writing)
        self.reader = reader
    }

    /// Each source in a transaction of its own.
    func add(
        _ sources: [SearchSource], progress: (_ done: Int, _ total: Int) -> Void, isCancelled: () -> Bool
    ) throws {
        defer { try? connection.close() }
        let total = sources.reduce(0) { $0 + $1.samples }
        var done = 0
        try connection.access { index in
            // A cache that is lost in a crash is made again.
            try index.runScript("PRAGMA synchronous = OFF")
            for source in sources {
                try index.transaction {
                    try add(source, to: index) {
                        done += 1
                        guard done % SearchIndexWriter.samplesBetweenChecks == 0 else { return }
                        if isCancelled() { throw SearchError.cancelled }
                        progress(done, total)
                    }
                }
            }
        }
        progress(total, total)
    }

    private func add(_ source: SearchSource, to index: Handle, _ each: () throws -> Void) throws {
        let insert = try index.prepare("INSERT INTO text (rowid, prompt, response) VALUES (?, ?, ?)")
        var text: [UInt8] = []
        try reader.connection.read { handle in
            try handle.each(
                "SELECT number, prompt, response FROM sample WHERE source = ? ORDER BY number",
                [.integer(source.number)]
            ) { row in
                let key = SampleKey(
                    source: Int32(clamping: source.number), number: Int32(clamping: row.integer(0)))
                try insert.bind(1, .integer(key.packed))
                for column in [1, 2] {
                    text.removeAll(keepingCapacity: true)
                    SearchText.append(row.bytes(column), to: &text)
                    try text.withUnsafeBufferPointer { try insert.bind(column + 1, text: $0) }
                }
                try insert.run()
                try each()
            }
        }
        try index.run(
            "INSERT INTO indexed (number, sha256, samples) VALUES (?, ?, ?)",
            [.integer(source.number), .text(source.sha256), .integer(source.samples)])
    }

    private static let samplesBetweenChecks = 256
}
