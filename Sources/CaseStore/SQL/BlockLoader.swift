import Casework

/// What stands beside a block of exchanges.
struct BlockEntry {
    var rowid: Int64
    var source: Int64
    var run: Int64
    var accounts: ClosedRange<Int64>
    var at: ClosedRange<Int64>
    var rows: Int

    func isSameRun(_ other: BlockEntry) -> Bool { source == other.source && run == other.run }

    /// The blocks of all complete sources by source, run and block.
    static func all(_ handle: Handle) throws -> [BlockEntry] {
        try handle.rows(
            "SELECT rowid, source, run, first_account, last_account, first_at, last_at, rows FROM exchange_block"
                + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, run, block"
        ) { row in
            BlockEntry(
                rowid: row.integer(0), source: row.integer(1), run: row.integer(2),
                accounts: row.integer(3)...max(row.integer(3), row.integer(4)),
                at: row.integer(5)...max(row.integer(5), row.integer(6)),
                rows: min(max(0, row.int(7)), BlockFormat.mostRows))
        }
    }
}

/// A block that is in hand, decoded as far as the query needs.
final class LoadedBlock {
    let entry: BlockEntry
    let columns: ExchangeColumns
    let layout: ColumnLayout
    let count: Int

    init(_ entry: BlockEntry, _ columns: ExchangeColumns, _ layout: ColumnLayout, count: Int) {
        self.entry = entry
        self.columns = columns
        self.layout = layout
        self.count = count
    }

    /// The first row whose account fulfils what all later ones do as well. O(log rows).
    func firstRow(_ isReached: (Int64) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isReached(Int64(columns.account.start[middle])) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Where the fields of `exchange` lie among the columns that are decoded of a source's blocks.
struct ColumnLayout {
    var wanted: ExchangeColumns.Wanted
    /// Places in `ExchangeColumns.coded` and `.plain`.
    var coded: [ExchangeField: Int] = [:]
    var plain: [ExchangeField: Int] = [:]
    /// Names for `attrs`, in the order of the file's columns.
    var codedAttributes: [(name: String, place: Int)] = []
    var plainAttributes: [(name: String, place: Int)] = []

    init(_ names: ColumnNames, fields: UInt64) {
        wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.address = fields & ExchangeField.ip.bit != 0
        wanted.tokens = fields & (ExchangeField.inputTokens.bit | ExchangeField.outputTokens.bit) != 0
        wanted.place = fields & (ExchangeField.line.bit | ExchangeField.offset.bit) != 0
        let wantsAttributes = fields & ExchangeField.attrs.bit != 0
        for (column, name) in names.coded.enumerated() {
            let field = ColumnLayout.named[name]
            guard field.map({ fields & $0.bit != 0 }) ?? wantsAttributes else { continue }
            if let field { coded[field] = wanted.coded.count }
            if field == nil { codedAttributes.append((ColumnLayout.key(name), wanted.coded.count)) }
            wanted.coded.append(column)
        }
        for (column, name) in names.plain.enumerated() {
            let field = ColumnLayout.named[name]
            guard field.map({ fields & $0.bit != 0 }) ?? wantsAttributes else { continue }
            if let field { plain[field] = wanted.plain.count }
            if field == nil { plainAttributes.append((ColumnLayout.key(name), wanted.plain.count)) }
            wanted.plain.append(column)
        }
    }

    /// `attr:device` is shown as `device`, as among attributes; `x:NAME` stays.
    private static func key(_ column: String) -> String { ArtifactKind(columnName: column).rawValue }

    private static let named: [String: ExchangeField] = [
        "model": .model, "surface": .surface, "client": .client, "prompt_key": .promptKey,
        "exchange_id": .exchangeID, "sample_id": .sampleID,
    ]
}

/// Fetches blocks and decodes them. Blocks that a join comes back to again and again stay in hand.
final class BlockLoader {
    private let handle: Handle
    private var body: Statement?
    private var names: [Int: ColumnNames]?
    private var layouts: [Int64: ColumnLayout] = [:]
    private var fields: UInt64 = 0
    private var decodes = true
    /// By run: neighbouring accounts lie in the same block of each.
    private var recent: [LoadedBlock?] = Array(repeating: nil, count: BlockLoader.kept)

    init(_ handle: Handle) { self.handle = handle }

    func begin(fields: UInt64, decodes: Bool) throws {
        if fields != self.fields || decodes != self.decodes {
            layouts = [:]
            recent = Array(repeating: nil, count: BlockLoader.kept)
        }
        self.fields = fields
        self.decodes = decodes
    }

    /// A block for a reader of one block at a time, which gives back the one before.
    func load(_ entry: BlockEntry) throws -> LoadedBlock {
        let slot = Int(UInt64(bitPattern: entry.source &* 31 &+ entry.run) % UInt64(BlockLoader.kept))
        if let block = recent[slot], block.entry.rowid == entry.rowid { return block }
        let old = recent[slot]
        // While its columns are written to, the old block must not be found.
        recent[slot] = nil
        let block = try load(entry, reusing: old)
        recent[slot] = block
        return block
    }

    /// - Parameter old: a block that nobody reads any more, whose memory may be used.
    func load(_ entry: BlockEntry, reusing old: LoadedBlock?) throws -> LoadedBlock {
        let layout = try layout(entry.source)
        guard decodes else { return LoadedBlock(entry, unread, layout, count: entry.rows) }
        let columns = old?.columns ?? ExchangeColumns()
        try decode(entry, layout, into: columns)
        return LoadedBlock(entry, columns, layout, count: columns.count)
    }

    private func decode(_ entry: BlockEntry, _ layout: ColumnLayout, into columns: ExchangeColumns) throws {
        let body = try self.body ?? handle.prepare("SELECT body FROM exchange_block WHERE rowid = ?")
        self.body = body
        defer { body.reset() }
        try body.bind(1, .integer(entry.rowid))
        guard try body.step() else { throw BlockDamage.cutShort }
        try columns.decode(body.bytes(0), layout.wanted)
    }

    private func layout(_ source: Int64) throws -> ColumnLayout {
        if let known = layouts[source] { return known }
        let names = try self.names ?? ExchangeStream.sourceColumns(handle)
        self.names = names
        let layout = ColumnLayout(names[Int(source)] ?? ColumnNames(), fields: fields)
        layouts[source] = layout
        return layout
    }

    /// Stands in where nothing is decoded; never read.
    private let unread = ExchangeColumns()
    private static let kept = 16
}
