import Casework

/// The first rows of evidence behind each address and each value that an account's exchanges name.
///
/// Read from the blocks that hold the account: a few of each run.
struct AccountExchangeRows {
    /// By address number.
    private var addresses: [UInt64: FirstRows] = [:]
    /// By value number, which counts over all kinds.
    private var values: [UInt64: FirstRows] = [:]
    private let files: [Int: String]

    init(_ handle: Handle, account: Int) throws {
        files = try SourceFiles.names(handle)
        let columns = try ExchangeStream.sourceColumns(handle)
        let exchanges = ExchangeColumns()
        try handle.each(
            "SELECT source, body FROM exchange_block WHERE first_account <= ?1 AND last_account >= ?1"
                + " AND source <= (SELECT source FROM horizon)", [.integer(account)]
        ) { row in
            let wanted = AccountExchangeRows.wanted(columns[row.int(0)] ?? ColumnNames())
            try exchanges.decode(row.bytes(1), wanted)
            take(exchanges, wanted, UInt32(clamping: account), row.int(0))
        }
    }

    func rows(address: Int64) -> [RowReference] { references(addresses[UInt64(bitPattern: address)]) }

    func rows(value: Int64) -> [RowReference] { references(values[UInt64(bitPattern: value)]) }

    private func references(_ rows: FirstRows?) -> [RowReference] {
        (rows?.sorted ?? []).compactMap { place in
            files[place.source].map { RowReference(source: place.source, file: $0, line: place.line) }
        }
    }

    private static func wanted(_ names: ColumnNames) -> ExchangeColumns.Wanted {
        var wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.place = true
        wanted.address = true
        wanted.coded = names.coded.indices.filter { !RollupKind.isOnlyKept(column: names.coded[$0]) }
        return wanted
    }

    private mutating func take(
        _ exchanges: ExchangeColumns, _ wanted: ExchangeColumns.Wanted, _ account: UInt32, _ source: Int
    ) {
        for row in 0..<exchanges.count where exchanges.account.start[row] == account {
            let line = Int(truncatingIfNeeded: exchanges.line.start[row])
            let address = exchanges.address.start[row]
            if address != 0 { addresses[address, default: FirstRows()].add(source, line) }
            for column in wanted.coded.indices {
                let value = exchanges.coded[column].start[row]
                if value != 0 { values[value, default: FirstRows()].add(source, line) }
            }
        }
    }
}

/// The first twenty of many rows, by source and line.
struct FirstRows {
    private var rows: [(source: Int, line: Int)] = []

    static let most = 20

    var sorted: [(source: Int, line: Int)] {
        Array(rows.sorted { ($0.source, $0.line) < ($1.source, $1.line) }.prefix(FirstRows.most))
    }

    mutating func add(_ source: Int, _ line: Int) {
        rows.append((source, line))
        // Cut now and then: each row is sorted a few times at most.
        if rows.count == FirstRows.most * 8 { rows = sorted }
    }
}

enum SourceFiles {
    /// Files of complete sources by number.
    static func names(_ handle: Handle) throws -> [Int: String] {
        let sources = try handle.rows("SELECT number, file FROM source WHERE state = 'complete'") {
            ($0.int(0), $0.text(1))
        }
        return Dictionary(uniqueKeysWithValues: sources)
    }
}
