/// What a case holds, as two numbers: equal digests mean equal rows, whatever the files look like inside.
public struct CaseDigest: Hashable, Sendable, Codable {
    /// Over evidence and the registry of campaigns. When a file was imported does not count.
    public var ground: String
    /// Over the findings. When the analysis ran does not count.
    public var derived: String
}

extension CaseReader {
    /// Reads every row of the case once.
    public func digest() throws -> CaseDigest { try connection.read(LogicalDigest.digest) }
}

/// SHA-256 over the rows of tables in key order.
///
/// Per table: its name and a zero byte. Per value: a letter for its type (n, i, r, t, b), and for all but n the
/// length in decimal, a colon, and the content: numbers in decimal, reals as the bits of the double in
/// hexadecimal. Columns stand in the order of the table. A table that came with a later format than the first
/// counts only when it has rows: a case that is merely brought up to date keeps its digest.
enum LogicalDigest {
    static func digest(_ handle: Handle) throws -> CaseDigest {
        CaseDigest(
            ground: try digest(Schema.groundTables, handle), derived: try digest(Schema.derivedTables, handle)
        )
    }

    private static func digest(_ tables: [GroundTable], _ handle: Handle) throws -> String {
        var hasher = SHA256Hasher()
        for table in tables {
            var isNamed = table.since == 1
            if isNamed { hasher.update(table.name + "\u{0}") }
            let columns = try columns(of: table.name, handle).filter { !table.leftOut.contains($0) }
            try handle.each(
                "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) WHERE \(try condition(table, handle))"
                    + " ORDER BY \(table.key.joined(separator: ", "))"
            ) { row in
                if !isNamed { hasher.update(table.name + "\u{0}") }
                isNamed = true
                for column in columns.indices { hash(row, column, into: &hasher) }
            }
        }
        return hasher.hexadecimal()
    }

    static func columns(of table: String, _ handle: Handle) throws -> [String] {
        try handle.rows("SELECT name FROM pragma_table_info(?) ORDER BY cid", [.text(table)]) { $0.text(0) }
    }

    /// Rows of a pending source are no evidence yet.
    private static func condition(_ table: GroundTable, _ handle: Handle) throws -> String {
        if table.name == "source" { return "state = 'complete'" }
        let hasSource = try columns(of: table.name, handle).contains("source")
        return hasSource ? "source <= (SELECT source FROM horizon)" : "1"
    }

    private static func hash(_ row: Statement, _ column: Int, into hasher: inout SHA256Hasher) {
        switch row.type(column) {
        case .null: hasher.update("n")
        case .integer: field("i", String(row.integer(column)), &hasher)
        case .real:
            field("r", String((row.optionalDouble(column) ?? 0).bitPattern, radix: 16), &hasher)
        case .text, .bytes:
            let bytes = row.bytes(column)
            hasher.update("\(row.type(column) == .text ? "t" : "b")\(bytes.count):")
            hasher.update(UnsafeRawBufferPointer(bytes))
        }
    }

    private static func field(_ letter: String, _ content: String, _ hasher: inout SHA256Hasher) {
        hasher.update("\(letter)\(content.utf8.count):\(content)")
    }
}
