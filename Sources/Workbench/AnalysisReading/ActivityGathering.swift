import Analysis
import CaseStore
import Casework

extension HourColumns {
    init(_ reader: CaseReader, _ order: AccountOrder) throws {
        self.init()
        var batches: [HourBatch] = []
        try reader.accountHours { batches.append($0) }
        offsets = order.offsets(batches.map(\.account))
        hour = Array(repeating: 0, count: offsets.last ?? 0)
        count = hour
        var next = offsets
        while let batch = batches.popLast() {
            // From the last batch backwards, so that each can be freed: places are taken from the end as well.
            for row in batch.account.indices.reversed() {
                let account = Int(order.index[Int(batch.account[row])]) + 1
                next[account] -= 1
                hour[next[account]] = UInt32(clamping: batch.hour[row])
                count[next[account]] = batch.count[row]
            }
        }
    }
}

extension ActivityColumns {
    /// Batches come by account and time. How many exchanges each account has say the counts by hour, so that every
    /// one goes to its place at once. Prompt keys keep the numbers of the store until `takePlaces`.
    init(_ reader: CaseReader, _ order: AccountOrder, _ models: ModelPlaces, counted hours: HourColumns)
        throws
    {
        self.init()
        let modelTable = models.table
        if try fill(reader, order, modelTable, Self.offsets(hours)) { return }
        // Counts that do not agree with the exchanges are damage, which verification reports: count again.
        var counted = [Int](repeating: 0, count: order.count + 1)
        try reader.activity { batch in
            for number in batch.account { counted[Int(order.index[Int(number)]) + 1] += 1 }
        }
        for account in 0..<order.count { counted[account + 1] += counted[account] }
        _ = try fill(reader, order, modelTable, counted)
    }

    private static func offsets(_ hours: HourColumns) -> [Int] {
        var offsets = [0]
        offsets.reserveCapacity(hours.offsets.count)
        for account in 0..<hours.offsets.count - 1 {
            let rows = hours.offsets[account]..<hours.offsets[account + 1]
            offsets.append(offsets[account] + rows.reduce(0) { $0 + Int(hours.count[$1]) })
        }
        return offsets
    }

    /// False where an account has another number of exchanges than its place in `offsets` has room for.
    private mutating func fill(
        _ reader: CaseReader, _ order: AccountOrder, _ models: [UInt16], _ wanted: [Int]
    ) throws -> Bool {
        let total = wanted.last ?? 0
        guard total <= Self.mostExchanges else { return false }
        offsets = wanted
        seconds = Array(repeating: 0, count: total)
        promptKey = Array(repeating: ActivityColumns.none, count: total)
        model = Array(repeating: .max, count: total)
        var next = wanted
        var fits = true
        try reader.activity { batch in
            var start = 0
            while fits, start < batch.account.count {
                var end = start + 1
                while end < batch.account.count, batch.account[end] == batch.account[start] { end += 1 }
                let account = Int(order.index[Int(batch.account[start])])
                fits = next[account] + end - start <= wanted[account + 1]
                if fits { put(batch, start..<end, next[account], models) }
                next[account] += end - start
                start = end
            }
        }
        return fits && (0..<order.count).allSatisfy { next[$0] == wanted[$0 + 1] }
    }

    private mutating func put(_ batch: ActivityBatch, _ rows: Range<Int>, _ place: Int, _ models: [UInt16]) {
        let shift = place - rows.lowerBound
        for row in rows {
            seconds[row + shift] = UInt32(clamping: batch.at[row] / 1000)
            promptKey[row + shift] = batch.promptKey[row]
            let name = Int(batch.model[row])
            if name < models.count { model[row + shift] = models[name] }
        }
    }

    /// Gives prompt keys the places of values, by number. O(exchanges).
    mutating func takePlaces(_ places: [UInt32]) {
        for exchange in promptKey.indices {
            let key = Int(promptKey[exchange])
            promptKey[exchange] = key < places.count ? places[key] : ActivityColumns.none
        }
    }

    /// Counts that would take more memory than any case has are damage too.
    private static let mostExchanges = 1 << 31
}
