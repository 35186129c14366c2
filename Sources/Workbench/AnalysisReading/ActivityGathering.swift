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
        for batch in batches {
            for row in batch.account.indices {
                let account = Int(order.index[Int(batch.account[row])])
                hour[next[account]] = UInt32(clamping: batch.hour[row])
                count[next[account]] = batch.count[row]
                next[account] += 1
            }
        }
    }
}

extension ActivityColumns {
    /// Batches come by account and time, so one pass after counting puts every exchange in its place.
    init(_ reader: CaseReader, _ order: AccountOrder, _ values: ValueOrdering, _ models: ModelPlaces) throws {
        self.init()
        var batches: [Packed] = []
        let modelTable = models.table
        let places = values.ofValue
        try reader.activity { batches.append(Packed($0, places, modelTable)) }
        offsets = order.offsets(batches.map(\.account))
        let total = offsets.last ?? 0
        seconds = Array(repeating: 0, count: total)
        promptKey = Array(repeating: ActivityColumns.none, count: total)
        model = Array(repeating: .max, count: total)
        var next = offsets
        while let batch = batches.popLast() {
            // From the last batch backwards, so that each can be freed: places are taken from the end as well.
            fill(batch, order, &next)
        }
    }

    private mutating func fill(_ batch: Packed, _ order: AccountOrder, _ next: inout [Int]) {
        for row in batch.account.indices.reversed() {
            let account = Int(order.index[Int(batch.account[row])]) + 1
            next[account] -= 1
            let place = next[account]
            seconds[place] = batch.seconds[row]
            promptKey[place] = batch.promptKey[row]
            model[place] = batch.model[row]
        }
    }

    /// A batch with values by place and times in seconds.
    private struct Packed {
        let account: [UInt32]
        let seconds: [UInt32]
        let promptKey: [UInt32]
        let model: [UInt16]

        init(_ batch: ActivityBatch, _ places: [UInt32], _ models: [UInt16]) {
            account = batch.account
            seconds = batch.at.map { UInt32(clamping: $0 / 1000) }
            promptKey = batch.promptKey.map {
                Int($0) < places.count ? places[Int($0)] : ActivityColumns.none
            }
            model = batch.model.map { Int($0) < models.count ? models[Int($0)] : .max }
        }
    }
}
