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
    /// Corroborated holders as a share of the population's holders, by value: who they are, not how many.
    private let agreeing: [Float]
    /// What a template's edge counts for an account whose prompt keys speak too: both show one frame.
    static let dependentShare = 0.25

    init(_ catalog: ValueCatalog, _ table: IncidenceTable, seed: UInt64) {
        self.catalog = catalog
        self.table = table
        // A rate of one in twenty needs no more than some hundred thousand incidences to be told.
        let step = max(1, table.value.count / Self.nullIncidences)
        let (scores, null) = together(
            { Corroboration(table).scores() },
            {
                var generator = SeededGenerator(seed: seed)
                return Corroboration(table.shuffled(using: &generator)).scores(step: step)
            })
        let threshold = CorroborationThreshold(observed: scores, null: null, step: step)
        var corroborated = [Int32](repeating: 0, count: table.valueCount)
        var isLinked = [Bool](repeating: false, count: table.accountCount)
        var agreeing = [Float](repeating: 0, count: table.valueCount)
        for value in 0..<table.valueCount {
            for place in table.columns[value]..<table.columns[value + 1]
            where scores[place] >= threshold.threshold {
                corroborated[value] += 1
                isLinked[Int(table.account[place])] = true
                agreeing[value] += Float(table.coverage.weight(of: Int(table.account[place])))
            }
        }
        (corroboration, self.threshold) = (scores, threshold)
        (self.corroborated, self.isLinked, self.agreeing) = (corroborated, isLinked, agreeing)
    }

    /// Share of a value's holders that another family agrees on: who its holders are, not how many.
    func agreement(_ value: Int) -> Double {
        Double(agreeing[value]) / Double(max(1, table.popularity[value]))
    }

    /// Edges of the graph that groups are sought in: corroborated incidences, weighted by corroboration and by the
    /// agreement of the value's other holders.
    func edges() -> (accounts: [Int32], values: [Int32], weights: [Double]) {
        var edges: (accounts: [Int32], values: [Int32], weights: [Double]) = ([], [], [])
        let speaks = table.templateKind == nil ? [] : accountsWithFrames()
        for value in 0..<table.valueCount where corroborated[value] > 1 {
            let agreement = agreement(value)
            for place in table.columns[value]..<table.columns[value + 1]
            where corroboration[place] >= threshold.threshold {
                edges.accounts.append(table.account[place])
                edges.values.append(Int32(value))
                let isSecond =
                    table.kind[value] == table.templateKind && speaks[Int(table.account[place])]
                edges.weights.append(
                    Double(corroboration[place]) * agreement * (isSecond ? Self.dependentShare : 1))
            }
        }
        return edges
    }

    /// True for accounts with a corroborated prompt key.
    private func accountsWithFrames() -> [Bool] {
        var speaks = [Bool](repeating: false, count: table.accountCount)
        for value in 0..<table.valueCount
        where corroborated[value] > 1 && catalog.kinds[Int(table.kind[value])] == .promptKey {
            for place in table.columns[value]..<table.columns[value + 1]
            where corroboration[place] >= threshold.threshold {
                speaks[Int(table.account[place])] = true
            }
        }
        return speaks
    }
}
