import Analysis
import CaseStore
import Casework

/// Who holds what, from every table that says so, as one column set with each pair once.
struct HoldingGathering {
    private let order: AccountOrder
    private let values: ValueOrdering

    init(_ order: AccountOrder, _ values: ValueOrdering) {
        self.order = order
        self.values = values
    }

    /// - Parameter templates: who used which frame of prompts.
    func read(
        _ reader: CaseReader, _ accounts: AccountTable, templates: IncidenceBatch, _ check: () throws -> Void
    ) throws -> HoldingColumns {
        var batches = [translated(try reader.holdings(), values.ofValue)]
        batches.append(translated(templates, values.ofTemplate))
        for kind in try reader.rollupKinds() where isArtifact(kind) {
            let places = kind == .address ? values.ofAddress : values.ofValue
            try reader.incidences(of: kind) { batches.append(translated($0, places)) }
            try check()
        }
        batches.append(columnValues(accounts, accounts.emailDomain, values.ofEmailDomain))
        batches.append(columnValues(accounts, accounts.emailHash, values.ofEmailHash))
        batches.append(columnValues(accounts, accounts.organisation, values.ofOrganisation))
        return merged(batches)
    }

    private func isArtifact(_ kind: RollupKind) -> Bool {
        kind == .address || (kind != .model && kind != .surface)
    }

    /// Incidences with values by their place; what is no artifact is left out.
    private func translated(_ batch: IncidenceBatch, _ places: [UInt32]) -> Incidences {
        var result = Incidences()
        result.reserve(batch.account.count)
        for row in batch.account.indices {
            let number = Int(batch.value[row])
            guard number < places.count, places[number] != ValueOrdering.none else { continue }
            result.append(
                batch.account[row], places[number], batch.count[row], seconds(batch.first[row]),
                seconds(batch.last[row]))
        }
        return result
    }

    private func columnValues(_ accounts: AccountTable, _ column: CodedTexts, _ places: [UInt32])
        -> Incidences
    {
        var result = Incidences()
        for (row, code) in column.codes.enumerated() where code != 0 {
            result.append(accounts.number[row], places[Int(code)], 1, 0, 0)
        }
        return result
    }

    private func merged(_ batches: [Incidences]) -> HoldingColumns {
        let offsets = order.offsets(batches.map(\.account))
        var next = offsets
        var rows = [IncidenceRow](repeating: IncidenceRow(), count: offsets.last ?? 0)
        for batch in batches {
            for place in batch.account.indices {
                let account = Int(order.index[Int(batch.account[place])])
                rows[next[account]] = batch[place]
                next[account] += 1
            }
        }
        var columns = HoldingColumns()
        columns.offsets.reserveCapacity(offsets.count)
        for account in 0..<order.count {
            let range = offsets[account]..<offsets[account + 1]
            rows[range].sort { $0.value < $1.value }
            appendMerged(rows[range], to: &columns)
            columns.offsets.append(columns.value.count)
        }
        return columns
    }

    /// Rows of one account in order of value; several about one value become one.
    private func appendMerged(_ rows: ArraySlice<IncidenceRow>, to columns: inout HoldingColumns) {
        let start = columns.value.count
        for row in rows {
            let last = columns.value.count - 1
            if last >= start, columns.value[last] == row.value {
                columns.count[last] =
                    columns.count[last].addingReportingOverflow(row.count).overflow
                    ? .max : columns.count[last] + row.count
                columns.first[last] = earlier(columns.first[last], row.first)
                columns.last[last] = max(columns.last[last], row.last)
            } else {
                columns.value.append(row.value)
                columns.count.append(row.count)
                columns.first.append(row.first)
                columns.last.append(row.last)
            }
        }
    }

    /// 0 is unknown, not early.
    private func earlier(_ a: UInt32, _ b: UInt32) -> UInt32 { a == 0 ? b : b == 0 ? a : min(a, b) }

    private func seconds(_ milliseconds: Int64) -> UInt32 {
        milliseconds == AccountTable.noTime ? 0 : UInt32(clamping: milliseconds / 1000)
    }
}

/// One pair of account and value while it is sorted.
private struct IncidenceRow {
    var value: UInt32 = 0
    var count: UInt32 = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
}

/// Incidences as columns, by account number.
private struct Incidences {
    private(set) var account: [UInt32] = []
    private var value: [UInt32] = []
    private var count: [UInt32] = []
    private var first: [UInt32] = []
    private var last: [UInt32] = []

    mutating func reserve(_ size: Int) {
        account.reserveCapacity(size)
        value.reserveCapacity(size)
        count.reserveCapacity(size)
        first.reserveCapacity(size)
        last.reserveCapacity(size)
    }

    mutating func append(_ account: UInt32, _ value: UInt32, _ count: UInt32, _ first: UInt32, _ last: UInt32)
    {
        self.account.append(account)
        self.value.append(value)
        self.count.append(count)
        self.first.append(first)
        self.last.append(last)
    }

    subscript(place: Int) -> IncidenceRow {
        IncidenceRow(value: value[place], count: count[place], first: first[place], last: last[place])
    }
}
