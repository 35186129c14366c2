import Casework

/// A map drafted by looking at a foreign file, with what it is unsure of: `revenuer map`.
public struct MapDraft: Sendable, Encodable {
    /// What a person has said already.
    public struct Answers: Sendable {
        /// The column that is the account, or a value as a map writes it: `{from: x, do: […]}`.
        public var account: String?
        /// A time for all rows.
        public var at: String?

        public init(account: String? = nil, at: String? = nil) {
            self.account = account
            self.at = at
        }
    }

    public struct Column: Sendable, Encodable {
        public var name: String
        /// What nine values in ten look like.
        public var type: String
        /// Rows with a value.
        public var rows: Int
        public var distinct: Int
        /// Up to three values, made safe and cut.
        public var examples: [String]
    }

    public var file: String
    /// `csv`, `jsonl`, `json` or `log`.
    public var form: String
    /// The map of the program that fits, if one does.
    public var readyMap: String?
    /// Tables that the draft feeds, the main one first.
    public var tables: [String]
    public var rowsRead: Int
    public var columns: [Column]
    /// What the draft decided and could have decided otherwise.
    public var unsure: [String]
    /// What is left to a person; while there is any, the map is not imported with.
    public var ask: [String]
    /// The map, with all of that as comments.
    public var yaml: String

    private enum CodingKeys: String, CodingKey {
        case file, form, tables, columns, unsure, ask
        case readyMap = "ready_map"
        case rowsRead = "rows_read"
    }

    /// Looks at the first rows of a file; never at more than 50,000 or 32 MiB of them.
    ///
    /// - Parameter path: a file, packed or not.
    /// - Throws: `DraftError`.
    public static func of(_ path: String, answers: Answers = Answers()) throws -> MapDraft {
        do {
            return try DraftMaking(path: path, answers: answers).make()
        } catch let failure as FileFailure {
            throw DraftError.unreadable(failure.message)
        }
    }
}

/// Looks at a file and writes its draft.
struct DraftMaking {
    private let path: String
    private let answers: MapDraft.Answers
    private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What is looked at to tell the form.
    private static let headBytes = 256 << 10

    init(path: String, answers: MapDraft.Answers) {
        self.path = path
        self.answers = answers
    }

    func make() throws -> MapDraft {
        let guess = try FormGuess.of(try head(), name: name)
        let look = try look(guess.form)
        guard look.rows > 0 else { throw DraftError.noForm }
        if let account = answers.account { try check(account, look) }
        if let ready = ReadyDraft(look, guess.form, answers) {
            return ready.draft(name: name, guess: guess, look)
        }
        return DraftWriting(name: name, guess: guess, look: look, table: TableGuess(look, answers)).draft()
    }

    private func check(_ account: String, _ look: FileLook) throws {
        if account.hasPrefix("{") || look.columns.contains(where: { Bytes.equal($0.name, account) }) {
            return
        }
        throw DraftError.noSuchColumn(account)
    }

    private func head() throws -> [UInt8] {
        let source = try self.source()
        var bytes = [UInt8](repeating: 0, count: DraftMaking.headBytes)
        var count = 0
        while count < bytes.count {
            let read = try bytes.withUnsafeMutableBytes {
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            if read == 0 { break }
            count += read
        }
        return Array(bytes.prefix(count))
    }

    private func source() throws -> any ByteSource {
        var magic = [UInt8](repeating: 0, count: 4)
        let probe = try ReceivedFile(path: path, followsLinks: true)
        let count = try magic.withUnsafeMutableBytes { try probe.read(into: $0) }
        let file = try ReceivedFile(path: path, followsLinks: true)
        switch FileRecognition.compression(name, firstBytes: Array(magic.prefix(count))) {
        case .none: return file
        case .gzip: return try GzipSource(file)
        case .zstd: return try ZstandardSource(file)
        }
    }

    private func look(_ form: ForeignForm) throws -> FileLook {
        var look = FileLook(isJSON: form.form == .jsonl || form.form == .json)
        let begun = ImportProgress(doneBytes: 0, totalBytes: 0, file: name, rows: 0)
        let monitor = FileMonitor(begun, progress: { _ in }, isCancelled: { false })
        var input = RowInput(
            source: try source(), form: form.form, sizes: BufferSizes(), monitor: monitor,
            seed: .random(in: .min ... .max))
        input.foreign = form
        do { try input.run(&look) } catch is FileLook.Enough {}
        return look
    }
}
