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
        return merged(consume batches)
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
                batch.account[row], places[number], max(1, batch.count[row]), seconds(batch.first[row]),
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

    private func merged(_ all: consuming [Incidences]) -> HoldingColumns {
        var batches = all
        let offsets = order.offsets(batches.map(\.account))
        let rows = IncidenceRows(count: offsets.last ?? 0)
        var next = offsets
        // Each batch is freed once it is dealt; in which order makes no difference.
        while let batch = batches.popLast() {
            for place in batch.account.indices {
                let account = Int(order.index[Int(batch.account[place])])
                rows.start[next[account]] = batch[place]
                next[account] += 1
            }
        }
        besideEachOther(order.count) { accounts in
            for account in accounts { rows.merge(offsets[account]..<offsets[account + 1]) }
        }
        return columns(rows, offsets)
    }

    private func columns(_ rows: IncidenceRows, _ offsets: [Int]) -> HoldingColumns {
        var columns = HoldingColumns()
        columns.offsets.reserveCapacity(offsets.count)
        let total = (0..<(offsets.last ?? 0)).count { rows.start[$0].count > 0 }
        columns.value.reserveCapacity(total)
        columns.count.reserveCapacity(total)
        columns.first.reserveCapacity(total)
        columns.last.reserveCapacity(total)
        for account in 0..<order.count {
            for place in offsets[account]..<offsets[account + 1] {
                let row = rows.start[place]
                guard row.count > 0 else { break }
                columns.value.append(row.value)
                columns.count.append(row.count)
                columns.first.append(row.first)
                columns.last.append(row.last)
            }
            columns.offsets.append(columns.value.count)
        }
        return columns
    }

    private func seconds(_ milliseconds: Int64) -> UInt32 {
        milliseconds == AccountTable.noTime ? 0 : UInt32(clamping: milliseconds / 1000)
    }
}

/// One pair of account and value while it is sorted.
private struct IncidenceRow {
    var value: UInt32 = 0
    /// 0 only where there is no row any more.
    var count: UInt32 = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
}

/// Rows by account, put in order by several threads.
///
/// Unchecked: each thread has accounts of its own, and no row belongs to two.
private final class IncidenceRows: @unchecked Sendable {
    let start: UnsafeMutablePointer<IncidenceRow>

    init(count: Int) {
        start = .allocate(capacity: max(1, count))
        start.initialize(repeating: IncidenceRow(), count: count)
    }

    deinit { start.deallocate() }

    /// Sorts one account's rows by value and makes one of several about one value; the places left over at the end
    /// get a count of 0.
    func merge(_ range: Range<Int>) {
        sort(range)
        var kept = range.lowerBound
        for place in range {
            let row = start[place]
            if kept > range.lowerBound, start[kept - 1].value == row.value {
                let sum = start[kept - 1].count.addingReportingOverflow(row.count)
                start[kept - 1].count = sum.overflow ? .max : sum.partialValue
                start[kept - 1].first = earlier(start[kept - 1].first, row.first)
                start[kept - 1].last = max(start[kept - 1].last, row.last)
            } else {
                start[kept] = row
                kept += 1
            }
        }
        for place in kept..<range.upperBound { start[place] = IncidenceRow() }
    }

    /// Most accounts have few rows: then insertion is quickest.
    private func sort(_ range: Range<Int>) {
        guard range.count <= 32 else {
            var rows = UnsafeMutableBufferPointer(start: start + range.lowerBound, count: range.count)
            rows.sort { $0.value < $1.value }
            return
        }
        for place in range.dropFirst() {
            let row = start[place]
            var hole = place
            while hole > range.lowerBound, start[hole - 1].value > row.value {
                start[hole] = start[hole - 1]
                hole -= 1
            }
            start[hole] = row
        }
    }

    /// 0 is unknown, not early.
    private func earlier(_ a: UInt32, _ b: UInt32) -> UInt32 { a == 0 ? b : b == 0 ? a : min(a, b) }
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
