import Casework
import Foundation

/// Windows of two minutes in which more accounts than chance explains sent the same prompt frame.
///
/// Signal: one dispatcher spreads one job over many accounts, so they meet in the same minutes. What is
/// expected of a cell (frame, window) is the greater of the frame's own mean rate over the windows in which it
/// was used and the mean of that rate with the same cell one, two and three hours off: shifting by whole hours
/// leaves scheduled jobs and launch days at their own level. A cell counts at 8 bits of Poisson surprise.
/// Innocent: a class told to start. Source: method notes; the idea is SynchroTrap's (CCS 2014).
struct LockstepWindows {
    static let windowSeconds: UInt32 = 120
    /// log2 of about 256 cells looked at for one account.
    static let leastSurpriseBits = 8.0
    private static let hourlyShifts: [Int] = [1, 2, 3].flatMap { [$0 * 30, -$0 * 30] }

    /// Accounts by cell, ascending, each account once in a cell.
    private let cells: [Cell]

    private struct Cell {
        var key: UInt32
        var window: UInt32
        var first: Int
        var accounts: Int
    }

    /// O(exchanges log exchanges); frames of a single account are left out at once.
    static func derive(_ input: AnalysisInput) -> DerivedValues {
        var derived = DerivedValues(kind: .lockstep)
        let rows = sortedRows(input)
        var start = 0
        while start < rows.count {
            let key = rows[start].cell >> 32
            var end = start
            while end < rows.count, rows[end].cell >> 32 == key { end += 1 }
            collect(rows[start..<end], into: &derived)
            start = end
        }
        derived.number()
        return derived
    }

    private struct Row {
        var cell: UInt64
        var account: Int32
    }

    private static func sortedRows(_ input: AnalysisInput) -> [Row] {
        var owner = [Int32](repeating: -1, count: input.values.count)
        for account in 0..<input.accounts.count {
            for place in input.activity.offsets[account]..<input.activity.offsets[account + 1] {
                let key = input.activity.promptKey[place]
                guard key != ActivityColumns.none else { continue }
                let known = owner[Int(key)]
                if known == -1 {
                    owner[Int(key)] = Int32(account)
                } else if known != Int32(account) {
                    owner[Int(key)] = -2
                }
            }
        }
        var rows: [Row] = []
        for account in 0..<input.accounts.count {
            for place in input.activity.offsets[account]..<input.activity.offsets[account + 1] {
                let key = input.activity.promptKey[place]
                guard key != ActivityColumns.none, owner[Int(key)] == -2 else { continue }
                let window = input.activity.seconds[place] / windowSeconds
                rows.append(Row(cell: UInt64(key) << 32 | UInt64(window), account: Int32(account)))
            }
        }
        rows.sort { ($0.cell, $0.account) < ($1.cell, $1.account) }
        return rows
    }

    /// The surprising cells of one frame.
    private static func collect(_ rows: ArraySlice<Row>, into derived: inout DerivedValues) {
        var cells: [Cell] = []
        var previous: Row?
        for (place, row) in zip(rows.indices, rows) {
            if let last = cells.last, last.window == UInt32(truncatingIfNeeded: row.cell) {
                if previous?.account != row.account { cells[cells.count - 1].accounts += 1 }
            } else {
                let window = UInt32(truncatingIfNeeded: row.cell)
                cells.append(Cell(key: UInt32(row.cell >> 32), window: window, first: place, accounts: 1))
            }
            previous = row
        }
        guard let low = cells.first?.window, let high = cells.last?.window,
            cells.contains(where: { $0.accounts > 2 })
        else { return }
        let mean = Double(cells.reduce(0) { $0 + $1.accounts }) / Double(high - low + 1)
        let chosen = LockstepWindows(cells: cells).surprising(mean: mean)
        for index in chosen { append(cells[index], rows, to: &derived) }
    }

    private func surprising(mean: Double) -> [Int] {
        var cursors = [Int](repeating: 0, count: Self.hourlyShifts.count)
        return cells.indices.filter { index in
            let cell = cells[index]
            var sum = mean
            for (slot, shift) in Self.hourlyShifts.enumerated() {
                sum += Double(count(at: Int(cell.window) + shift, from: &cursors[slot]))
            }
            let expected = max(mean, sum / Double(Self.hourlyShifts.count + 1))
            return poissonSurpriseBits(count: Double(cell.accounts - 1), expected: expected)
                >= Self.leastSurpriseBits
        }
    }

    /// Accounts in a window; windows are asked for in ascending order.
    private func count(at window: Int, from cursor: inout Int) -> Int {
        while cursor < cells.count, Int(cells[cursor].window) < window { cursor += 1 }
        return cursor < cells.count && Int(cells[cursor].window) == window ? cells[cursor].accounts : 0
    }

    private static func append(_ cell: Cell, _ rows: ArraySlice<Row>, to derived: inout DerivedValues) {
        var place = cell.first
        let wanted = rows[place].cell
        while place < rows.endIndex, rows[place].cell == wanted {
            derived.append(
                account: Int(rows[place].account), high: UInt64(cell.key), key: UInt64(cell.window), count: 1)
            place += 1
        }
    }
}
