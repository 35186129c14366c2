import Casework

/// What the analysis reads of one exchange.
struct ActivityEntry: AccountEntry {
    var account: UInt32
    /// Numbers of values, 0 for none.
    var promptKey: UInt32
    var model: UInt32
    var at: Int64
}

/// Exchanges over all runs of all complete sources, by account, then time.
struct ExchangeStream {
    /// Calls `body` with entries by account and time. Memory for one window.
    static func each(_ handle: Handle, _ body: (UnsafeMutableBufferPointer<ActivityEntry>) throws -> Void)
        throws
    {
        let columns = try sourceColumns(handle)
        let windows = try AccountWindows(
            handle,
            "SELECT rowid, source, first_account, last_account, rows FROM exchange_block"
                + " WHERE source <= (SELECT source FROM horizon) ORDER BY source, run, block", [])
        let select = try handle.prepare("SELECT body FROM exchange_block WHERE rowid = ?")
        let exchanges = ExchangeColumns()
        var buffer = EntryBuffer<ActivityEntry>()
        for window in windows.windows {
            buffer.removeAll()
            for block in window.blocks {
                let names = columns[block.source] ?? ColumnNames()
                try select.bind(1, .integer(block.rowid))
                if try select.step() { try exchanges.decode(select.bytes(0), wanted(names)) }
                select.reset()
                take(exchanges, names, window.accounts, into: &buffer)
            }
            buffer.sortByAccount()
            sortByTime(buffer.view)
            if buffer.count > 0 { try body(buffer.view) }
        }
    }

    /// The columns of every complete source of exchanges.
    static func sourceColumns(_ handle: Handle) throws -> [Int: ColumnNames] {
        let rows = try handle.rows(
            "SELECT number, columns FROM source WHERE state = 'complete' AND exchanges > 0"
        ) {
            ($0.int(0), try JSONColumn.decode($0.text(1), as: ColumnNames.self))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private static func wanted(_ names: ColumnNames) -> ExchangeColumns.Wanted {
        var wanted = ExchangeColumns.Wanted(codedCount: names.coded.count, plainCount: names.plain.count)
        wanted.coded = ["prompt_key", "model"].compactMap { names.coded.firstIndex(of: $0) }
        return wanted
    }

    private static func take(
        _ exchanges: ExchangeColumns, _ names: ColumnNames, _ wanted: ClosedRange<UInt32>,
        into buffer: inout EntryBuffer<ActivityEntry>
    ) {
        buffer.reserve(exchanges.count)
        let hasPromptKeys = names.coded.contains("prompt_key")
        let promptKeys = hasPromptKeys ? exchanges.coded[0].start : nil
        let models = names.coded.contains("model") ? exchanges.coded[hasPromptKeys ? 1 : 0].start : nil
        for row in 0..<exchanges.count {
            let account = exchanges.account.start[row]
            guard wanted.contains(account) else { continue }
            buffer.append(
                ActivityEntry(
                    account: account, promptKey: UInt32(truncatingIfNeeded: promptKeys?[row] ?? 0),
                    model: UInt32(truncatingIfNeeded: models?[row] ?? 0), at: exchanges.at.start[row]))
        }
    }

    /// Rows of an account that come from several runs are mostly in order already.
    private static func sortByTime(_ entries: UnsafeMutableBufferPointer<ActivityEntry>) {
        var start = 0
        while start < entries.count {
            var end = start &+ 1
            var isSorted = true
            while end < entries.count, entries[end].account == entries[start].account {
                if entries[end].at < entries[end &- 1].at { isSorted = false }
                end &+= 1
            }
            if !isSorted {
                var rows = UnsafeMutableBufferPointer(rebasing: entries[start..<end])
                rows.sort {
                    ($0.at, $0.promptKey, $0.model) < ($1.at, $1.promptKey, $1.model)
                }
            }
            start = end
        }
    }
}
