import Casework

/// The incidences with what they weigh: the outcome of the link stage.
struct Evidence: Sendable {
    /// Incidences at least that the null is measured on.
    static let nullIncidences = 400_000

    let catalog: ValueCatalog
    let table: IncidenceTable
    /// Corroboration of each incidence, by value then account (the order of `table.account`).
    let corroboration: [Float]
    let threshold: CorroborationThreshold
    /// Kept holders for whom another family agrees, by value.
    let corroborated: [Int32]
    /// True for accounts with a corroborated incidence.
    let isLinked: [Bool]

    init(_ catalog: ValueCatalog, _ table: IncidenceTable, seed: UInt64) {
        self.catalog = catalog
        self.table = table
        let scores = Corroboration(table).scores()
        var generator = SeededGenerator(seed: seed)
        // A rate of one in twenty needs no more than some hundred thousand incidences to be told.
        let step = max(1, table.value.count / Self.nullIncidences)
        let null = Corroboration(table.shuffled(using: &generator)).scores(step: step)
        let threshold = CorroborationThreshold(observed: scores, null: null, step: step)
        var corroborated = [Int32](repeating: 0, count: table.valueCount)
        var isLinked = [Bool](repeating: false, count: table.accountCount)
        for value in 0..<table.valueCount {
            for place in table.columns[value]..<table.columns[value + 1]
            where scores[place] >= threshold.threshold {
                corroborated[value] += 1
                isLinked[Int(table.account[place])] = true
            }
        }
        (corroboration, self.threshold) = (scores, threshold)
        (self.corroborated, self.isLinked) = (corroborated, isLinked)
    }

    /// Share of a value's holders that another family agrees on: who its holders are, not how many.
    func agreement(_ value: Int) -> Double {
        let holders = Double(max(1, table.holders[value]))
        return Double(corroborated[value]) / holders
    }

    /// Edges of the graph that groups are sought in: corroborated incidences, weighted by corroboration and by the
    /// agreement of the value's other holders.
    func edges() -> (accounts: [Int32], values: [Int32], weights: [Double]) {
        var edges: (accounts: [Int32], values: [Int32], weights: [Double]) = ([], [], [])
        for value in 0..<table.valueCount where corroborated[value] > 1 {
            let agreement = agreement(value)
            for place in table.columns[value]..<table.columns[value + 1]
            where corroboration[place] >= threshold.threshold {
                edges.accounts.append(table.account[place])
                edges.values.append(Int32(value))
                edges.weights.append(Double(corroboration[place]) * agreement)
            }
        }
        return edges
    }
}
