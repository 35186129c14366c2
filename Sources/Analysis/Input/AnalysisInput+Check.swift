/// What is wrong with an input's columns. Always a fault of the caller, never of the evidence.
public enum AnalysisError: Error, Hashable, Sendable {
    /// The column of this name is not as long as its table, or its offsets do not fit.
    case badColumn(String)
    /// A value, model or kind index points outside its table.
    case badIndex(String)
    /// More accounts or values than 32-bit indices can name.
    case tooLarge
    case cancelled
}

extension AnalysisInput {
    /// Checks that all columns fit together. O(rows).
    public func check() throws(AnalysisError) {
        guard accounts.count < Int(Int32.max), values.count < Int(Int32.max) else { throw .tooLarge }
        try checkAccounts()
        try checkValues()
        try Self.checkOffsets(
            "holdings", holdings.offsets, accounts.count,
            [
                holdings.value.count, holdings.count.count, holdings.first.count, holdings.last.count,
            ])
        try Self.checkOffsets("hours", hours.offsets, accounts.count, [hours.hour.count, hours.count.count])
        try Self.checkOffsets(
            "activity", activity.offsets, accounts.count,
            [
                activity.seconds.count, activity.promptKey.count, activity.model.count,
            ])
        try checkSamples()
        guard holdings.value.allSatisfy({ Int($0) < values.count }) else { throw .badIndex("holdings.value") }
        guard activity.promptKey.allSatisfy({ $0 == ActivityColumns.none || Int($0) < values.count }) else {
            throw .badIndex("activity.promptKey")
        }
    }

    private func checkAccounts() throws(AnalysisError) {
        let counts = [
            accounts.createdAt.count, accounts.closedAt.count, accounts.status.count, accounts.plan.count,
            accounts.channel.count, accounts.country.count,
        ]
        guard counts.allSatisfy({ $0 == accounts.count }) else { throw .badColumn("accounts") }
        guard accounts.weight.isEmpty || accounts.weight.count == accounts.count,
            accounts.weight.allSatisfy({ $0 > 0 })
        else { throw .badColumn("accounts.weight") }
        guard areDistinct(accounts.number) else { throw .badIndex("accounts.number") }
        let names = 0..<Int32(accounts.channels.count)
        guard accounts.channel.allSatisfy({ $0 == -1 || names.contains($0) }) else {
            throw .badIndex("accounts.channel")
        }
    }

    /// Numbers of a case are dense: then a mark for each does.
    private func areDistinct(_ numbers: [UInt32]) -> Bool {
        guard let largest = numbers.max(), Int(largest) < 8 * numbers.count + 1024 else {
            return Set(numbers).count == numbers.count
        }
        var isSeen = [Bool](repeating: false, count: Int(largest) + 1)
        for number in numbers {
            if isSeen[Int(number)] { return false }
            isSeen[Int(number)] = true
        }
        return true
    }

    /// A case without samples may leave the columns as they are.
    private func checkSamples() throws(AnalysisError) {
        guard samples.offsets != [0] || !samples.seconds.isEmpty else { return }
        try Self.checkOffsets(
            "samples", samples.offsets, accounts.count,
            [samples.seconds.count, samples.template.count, samples.capabilities.count])
        guard samples.capabilityNames.count <= 64 else { throw .tooLarge }
        guard samples.template.allSatisfy({ $0 == ActivityColumns.none || Int($0) < values.count }) else {
            throw .badIndex("samples.template")
        }
    }

    private func checkValues() throws(AnalysisError) {
        guard values.ends.count == values.count, values.paymentKind.count == values.count else {
            throw .badColumn("values")
        }
        guard values.kind.allSatisfy({ Int($0) < values.kinds.count }) else { throw .badIndex("values.kind") }
        var end = 0
        for next in values.ends {
            guard next >= end, next <= values.bytes.count else { throw .badColumn("values.ends") }
            end = next
        }
    }

    private static func checkOffsets(
        _ name: String, _ offsets: [Int], _ rows: Int, _ lengths: [Int]
    ) throws(AnalysisError) {
        guard offsets.count == rows + 1, offsets.first == 0, let last = offsets.last,
            lengths.allSatisfy({ $0 == last }), zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .badColumn(name) }
    }
}
