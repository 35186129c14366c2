import Casework

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

    /// Cells of one frame by window.
    private let cells: [Cell]

    private struct Cell {
        var window: UInt32
        var first: Int
        var accounts: Int
    }

    /// O(exchanges); frames of a single account are left out at once.
    static func derive(_ input: AnalysisInput) -> DerivedValues {
        let rows = WindowRows(input)
        let parts = rows.rows.count < leastForThreads ? 1 : Self.parts
        let ranges = stretches(byCost: rows.offsets, parts: parts)
        // A frame's windows are judged by that frame alone.
        let found = inParallel(ranges.count) { part in
            var spare: [UInt64] = []
            var hits: [Hit] = []
            for frame in ranges[part] { collect(rows, frame, &spare, &hits) }
            return hits
        }
        var derived = DerivedValues(kind: .lockstep)
        for hit in found.joined() {
            derived.append(
                account: Int(UInt32(truncatingIfNeeded: hit.row)), high: UInt64(hit.key), key: hit.row >> 32,
                count: 1)
        }
        derived.number()
        return derived
    }

    /// Rows from which threads are worth their while, and pieces dealt to them.
    private static let leastForThreads = 1 << 15
    private static let parts = 16

    /// An exchange in a surprising cell: its frame, its window in the upper half, its account in the lower.
    private struct Hit: Sendable {
        var key: UInt32
        var row: UInt64
    }

    /// The exchanges in surprising cells of one frame.
    private static func collect(_ all: WindowRows, _ frame: Int, _ spare: inout [UInt64], _ hits: inout [Hit])
    {
        var rows = Array(all.rows[all.offsets[frame]..<all.offsets[frame + 1]])
        UpperHalfSort.sort(&rows, 0..<rows.count, &spare)
        let cells = cells(rows)
        guard let low = cells.first?.window, let high = cells.last?.window,
            cells.contains(where: { $0.accounts > 2 })
        else { return }
        let mean = Double(cells.reduce(0) { $0 + $1.accounts }) / Double(high - low + 1)
        for index in LockstepWindows(cells: cells).surprising(mean: mean) {
            let end = index + 1 < cells.count ? cells[index + 1].first : rows.count
            for row in rows[cells[index].first..<end] { hits.append(Hit(key: all.keys[frame], row: row)) }
        }
    }

    /// Rows are by window, then account.
    private static func cells(_ rows: [UInt64]) -> [Cell] {
        var cells: [Cell] = []
        for (place, row) in rows.enumerated() {
            let window = UInt32(truncatingIfNeeded: row >> 32)
            if let last = cells.last, last.window == window {
                if rows[place - 1] != row { cells[cells.count - 1].accounts += 1 }
            } else {
                cells.append(Cell(window: window, first: place, accounts: 1))
            }
        }
        return cells
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
}

/// Uses of frames that several accounts send, frame by frame: window in the upper half, account in the lower.
private struct WindowRows: Sendable {
    /// Value of every frame, ascending; its rows are `offsets[f] ..< offsets[f + 1]`, by account.
    private(set) var keys: [UInt32] = []
    private(set) var offsets: [Int] = [0]
    private(set) var rows: [UInt64]

    /// O(exchanges + values).
    init(_ input: AnalysisInput) {
        let activity = input.activity
        var owner = [Int32](repeating: -1, count: input.values.count)
        var count = [Int](repeating: 0, count: input.values.count)
        for account in 0..<input.accounts.count {
            for place in activity.offsets[account]..<activity.offsets[account + 1] {
                let key = activity.promptKey[place]
                guard key != ActivityColumns.none else { continue }
                count[Int(key)] += 1
                let known = owner[Int(key)]
                if known == -1 {
                    owner[Int(key)] = Int32(account)
                } else if known != Int32(account) {
                    owner[Int(key)] = -2
                }
            }
        }
        // From here on `count` is the next free place, -1 for frames of one account.
        for key in count.indices {
            guard owner[key] == -2 else {
                count[key] = -1
                continue
            }
            let size = count[key]
            count[key] = offsets[keys.count]
            keys.append(UInt32(key))
            offsets.append(offsets[keys.count - 1] + size)
        }
        rows = [UInt64](repeating: 0, count: offsets[keys.count])
        guard !keys.isEmpty else { return }
        for account in 0..<input.accounts.count {
            for place in activity.offsets[account]..<activity.offsets[account + 1] {
                let key = activity.promptKey[place]
                guard key != ActivityColumns.none, count[Int(key)] >= 0 else { continue }
                let window = activity.seconds[place] / LockstepWindows.windowSeconds
                rows[count[Int(key)]] = UInt64(window) << 32 | UInt64(account)
                count[Int(key)] += 1
            }
        }
    }
}
