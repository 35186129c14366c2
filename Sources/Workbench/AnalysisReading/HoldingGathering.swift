import Analysis
import CaseStore
import Casework

/// Who holds what, from every table that says so: first as the store numbers values, then as one column set with each
/// pair once.
struct HoldingGathering: Sendable {
    private let order: AccountOrder
    /// Incidences with values as their table numbers them.
    private var batches: [(part: Part, rows: Incidences)] = []

    private enum Part: Sendable { case value, address, emailDomain, emailHash, organisation, template }

    /// Reads who holds which value, but for templates.
    init(_ reader: CaseReader, _ order: AccountOrder, _ accounts: AccountTable, _ check: () throws -> Void)
        throws
    {
        self.order = order
        add(.value, try reader.holdings())
        for kind in try reader.rollupKinds() where isArtifact(kind) {
            try reader.incidences(of: kind) { add(kind == .address ? .address : .value, $0) }
            try check()
        }
        add(.emailDomain, accounts, accounts.emailDomain)
        add(.emailHash, accounts, accounts.emailHash)
        add(.organisation, accounts, accounts.organisation)
    }

    private func isArtifact(_ kind: RollupKind) -> Bool {
        kind == .address || (kind != .model && kind != .surface)
    }

    private mutating func add(_ part: Part, _ batch: IncidenceBatch) {
        var rows = Incidences()
        rows.reserve(batch.account.count)
        for row in batch.account.indices {
            rows.append(
                batch.account[row], batch.value[row], max(1, batch.count[row]), seconds(batch.first[row]),
                seconds(batch.last[row]))
        }
        batches.append((part, rows))
    }

    private mutating func add(_ part: Part, _ accounts: AccountTable, _ column: CodedTexts) {
        var rows = Incidences()
        for (row, code) in column.codes.enumerated() where code != 0 {
            rows.append(accounts.number[row], code, 1, 0, 0)
        }
        batches.append((part, rows))
    }

    /// The columns, with values by their places. What is no artifact is left out.
    ///
    /// - Parameter templates: who used which frame of prompts.
    consuming func columns(_ values: ValueOrdering, templates: IncidenceBatch) -> HoldingColumns {
        add(.template, templates)
        let offsets = offsets(values)
        let rows = IncidenceRows(count: offsets.last ?? 0)
        var next = offsets
        // Each batch is freed once it is dealt; in which order makes no difference.
        while let batch = batches.popLast() {
            let places = HoldingGathering.places(batch.part, values)
            for place in batch.rows.account.indices {
                var row = batch.rows[place]
                guard Int(row.value) < places.count, places[Int(row.value)] != ValueOrdering.none else {
                    continue
                }
                row.value = places[Int(row.value)]
                let account = Int(order.index[Int(batch.rows.account[place])])
                rows.start[next[account]] = row
                next[account] += 1
            }
        }
        besideEachOther(order.count) { accounts in
            for account in accounts { rows.merge(offsets[account]..<offsets[account + 1]) }
        }
        return columns(rows, offsets)
    }

    /// Where the rows of each account begin.
    private func offsets(_ values: ValueOrdering) -> [Int] {
        var offsets = [Int](repeating: 0, count: order.count + 1)
        for batch in batches {
            let places = HoldingGathering.places(batch.part, values)
            for (number, value) in zip(batch.rows.account, batch.rows.value)
            where Int(value) < places.count && places[Int(value)] != ValueOrdering.none {
                offsets[Int(order.index[Int(number)]) + 1] += 1
            }
        }
        for place in 0..<order.count { offsets[place + 1] += offsets[place] }
        return offsets
    }

    private static func places(_ part: Part, _ values: ValueOrdering) -> [UInt32] {
        switch part {
        case .value: values.ofValue
        case .address: values.ofAddress
        case .emailDomain: values.ofEmailDomain
        case .emailHash: values.ofEmailHash
        case .organisation: values.ofOrganisation
        case .template: values.ofTemplate
        }
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
private struct IncidenceRow: BitwiseCopyable {
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
private struct Incidences: Sendable {
    private(set) var account: [UInt32] = []
    private(set) var value: [UInt32] = []
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
