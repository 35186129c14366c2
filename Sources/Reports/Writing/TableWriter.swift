/// Rows that come in batches, such as windows of a query.
public struct RowFeed<Row> {
    private let run: (_ consume: ([Row]) throws -> Void) throws -> Void

    /// - Parameter run: calls `consume` with one batch after another and passes on what it throws.
    public init(_ run: @escaping (_ consume: ([Row]) throws -> Void) throws -> Void) { self.run = run }

    public init(_ rows: [Row]) { run = { try $0(rows) } }

    func forEachBatch(_ consume: ([Row]) throws -> Void) throws { try run(consume) }
}

/// Writes a table row by row into a sink, in pieces of some 64 KiB. Memory does not grow with the rows.
struct TableWriter<Row> {
    /// What a table came to.
    struct Size {
        var rows = 0
        var bytes = 0
    }

    let table: ExportTable<Row>
    let format: RowFormat

    func write(_ feed: RowFeed<Row>, to sink: any ByteSink) throws -> Size {
        var size = Size()
        var buffer: [UInt8] = []
        buffer.reserveCapacity(Self.pieceBytes + 4096)
        func flush() throws {
            size.bytes += buffer.count
            try sink.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        format.appendHeader(table, to: &buffer)
        try feed.forEachBatch { rows in
            for row in rows {
                format.append(row, table.columns, to: &buffer)
                if buffer.count >= Self.pieceBytes { try flush() }
            }
            size.rows += rows.count
        }
        try flush()
        return size
    }

    /// Large enough that system calls do not count, small enough to stay in cache.
    private static var pieceBytes: Int { 65_536 }
}
