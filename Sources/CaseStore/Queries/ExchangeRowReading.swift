import Casework

/// Finds one exchange in the blocks of its source.
struct ExchangeRowReading {
    private let handle: Handle
    private let source: SourceRow
    private let line: Int
    private let accounts: [Int]

    init(_ handle: Handle, _ source: SourceRow, line: Int, _ accounts: [Int]) {
        (self.handle, self.source, self.line, self.accounts) = (handle, source, line, accounts)
    }

    /// O(rows of the blocks that hold the accounts).
    func detail() throws -> RowDetail? {
        let names = try ExchangeStream.sourceColumns(handle)[source.source] ?? ColumnNames()
        let exchanges = ExchangeColumns()
        for block in try blocks() {
            let found = try handle.first("SELECT body FROM exchange_block WHERE rowid = ?", [.integer(block)])
            {
                try row(in: exchanges, $0.bytes(0), names)
            }
            if let row = found ?? nil { return try detail(exchanges, row, names) }
        }
        return nil
    }

    private func blocks() throws -> [Int64] {
        let found = try handle.rows(
            "SELECT rowid, first_account, last_account FROM exchange_block WHERE source = ? ORDER BY run, block",
            [.integer(source.source)]
        ) { (rowid: $0.integer(0), accounts: $0.int(1)...max($0.int(1), $0.int(2))) }
        return found.filter { block in accounts.isEmpty || accounts.contains { block.accounts.contains($0) } }
            .map(\.rowid)
    }

    /// The place of the row in a block, all columns of which are decoded then.
    private func row(
        in exchanges: ExchangeColumns, _ body: UnsafeBufferPointer<UInt8>, _ names: ColumnNames
    ) throws -> Int? {
        var wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.place = true
        try exchanges.decode(body, wanted)
        guard let row = (0..<exchanges.count).first(where: { exchanges.line.start[$0] == Int64(line) }) else {
            return nil
        }
        wanted.address = true
        wanted.tokens = true
        wanted.coded = Array(names.coded.indices)
        wanted.plain = Array(names.plain.indices)
        try exchanges.decode(body, wanted)
        return row
    }

    private func detail(_ exchanges: ExchangeColumns, _ row: Int, _ names: ColumnNames) throws -> RowDetail {
        var detail = RowDetail(
            row: RowReference(source: source.source, file: source.file, line: line), source: source,
            offset: Int(exchanges.offset.start[row]))
        detail.account = try AccountNames(handle).ids(of: [exchanges.account.start[row]]).first
        detail.add("at", Timestamp(milliseconds: exchanges.at.start[row]).rfc3339)
        detail.add("address", try address(exchanges.address.start[row]), as: .address)
        for (place, name) in names.coded.enumerated() {
            let kind = ArtifactKind(columnName: name)
            let ties = !RollupKind.isOnlyKept(column: name) && name != "model" && name != "surface"
            detail.add(name, try value(exchanges.coded[place].start[row]), as: ties ? kind : nil)
        }
        detail.add("input_tokens", ExchangeRowReading.tokens(exchanges.inputTokens.start[row]))
        detail.add("output_tokens", ExchangeRowReading.tokens(exchanges.outputTokens.start[row]))
        for (place, name) in names.plain.enumerated() {
            let text = String(decoding: exchanges.plain[place][row], as: UTF8.self)
            detail.add(name, text.isEmpty ? nil : text)
        }
        return detail
    }

    private static func tokens(_ count: Int64) -> String? { count < 0 ? nil : String(count) }

    private func address(_ number: UInt64) throws -> String? {
        try handle.first("SELECT address FROM address WHERE number = ?", [.integer(Int64(number))]) {
            IPAddress(stored: $0.bytes(0)).description
        }
    }

    private func value(_ number: UInt64) throws -> String? {
        try handle.first("SELECT value FROM value WHERE number = ?", [.integer(Int64(number))]) { $0.text(0) }
    }
}
