/// Two ways of putting the same accounts into clusters, compared.
///
/// The accounts are the fraudulent ones and the accused ones. What was found: the accused by campaign, every
/// other account alone. What is true: the fraudulent by operation, every innocent account alone. An operation
/// that was not found thus keeps precision 1 and loses recall; an innocent account that is accused keeps
/// recall 1 and takes precision from its campaign.
struct ClusterComparison: Sendable {
    /// Accounts that share an operation and a campaign, with the sizes of both.
    struct Cell: Hashable, Sendable {
        /// Number of the operation or campaign; nil for an account alone.
        var operation: Int?
        var campaign: Int?
        var count: Int
        var operationSize: Int
        var campaignSize: Int
    }

    /// In order of operation, then campaign, nil last; alone accounts of one campaign share a cell.
    var cells: [Cell] = []

    /// - Parameter labels: for each account its operation and its campaign; nil where it has none.
    init(_ labels: [(operation: Int?, campaign: Int?)]) {
        var operationSizes: [Int: Int] = [:]
        var campaignSizes: [Int: Int] = [:]
        var counts: [Place: Int] = [:]
        for label in labels {
            if let operation = label.operation { operationSizes[operation, default: 0] += 1 }
            if let campaign = label.campaign { campaignSizes[campaign, default: 0] += 1 }
            counts[Place(operation: label.operation, campaign: label.campaign), default: 0] += 1
        }
        for (place, count) in counts.sorted(by: { $0.key < $1.key }) {
            cells.append(
                Cell(
                    operation: place.operation, campaign: place.campaign, count: count,
                    operationSize: place.operation.flatMap { operationSizes[$0] } ?? 1,
                    campaignSize: place.campaign.flatMap { campaignSizes[$0] } ?? 1))
        }
    }

    /// Means over fraudulent accounts of: share of the account's campaign that is of its operation (precision), and
    /// share of its operation that is in its campaign (recall). Accused innocents count through precision.
    var bcubed: ScoreReport.Rates { rates(of: cells.filter { $0.operation != nil }) }

    /// Means over operations of their own figures.
    var bcubedMacro: ScoreReport.Rates { .mean(of: byOperation.map { rates(of: $0.cells) }) }

    /// Pairs that are together in both, of those found together (precision) and truly together (recall).
    var pairwise: ScoreReport.Rates {
        let both = cells.reduce(0.0) { $0 + ($1.isAlone ? 0 : pairs($1.count)) }
        let found = sizes(\.campaign, \.campaignSize).reduce(0.0) { $0 + pairs($1) }
        let real = sizes(\.operation, \.operationSize).reduce(0.0) { $0 + pairs($1) }
        return ScoreReport.Rates(
            precision: found > 0 ? both / found : nil, recall: real > 0 ? both / real : nil)
    }

    /// Means over operations of their own figures, over pairs that touch the operation: together in both, of those
    /// found together and truly together. An operation with no such pair is left out.
    var pairwiseMacro: ScoreReport.Rates {
        .mean(
            of: byOperation.map { _, cells in
                let both = cells.reduce(0.0) { $0 + ($1.isAlone ? 0 : pairs($1.count)) }
                let mixed = cells.reduce(0.0) { $0 + Double($1.count) * Double($1.strangers) }
                let real = pairs(cells.first?.operationSize ?? 0)
                let found = both + mixed
                return ScoreReport.Rates(
                    precision: found > 0 ? both / found : nil, recall: real > 0 ? both / real : nil,
                    f1: found + real > 0 ? 2 * both / (found + real) : nil)
            })
    }

    /// Cells of each operation, in order.
    var byOperation: [(operation: Int, cells: [Cell])] { grouped(\.operation) }

    /// Cells of each campaign, in order.
    var byCampaign: [(campaign: Int, cells: [Cell])] {
        grouped(\.campaign).map { (campaign: $0.operation, cells: $0.cells) }
    }

    func rates(of cells: [Cell]) -> ScoreReport.Rates {
        let count = Double(cells.reduce(0) { $0 + $1.count })
        guard count > 0 else { return ScoreReport.Rates(precision: nil, recall: nil) }
        var precision = 0.0
        var recall = 0.0
        for cell in cells {
            let together = cell.isAlone ? 1 : Double(cell.count)
            precision += Double(cell.count) * together / Double(cell.campaignSize)
            recall += Double(cell.count) * together / Double(cell.operationSize)
        }
        return ScoreReport.Rates(precision: precision / count, recall: recall / count)
    }

    private func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

    private func sizes(_ number: KeyPath<Cell, Int?>, _ size: KeyPath<Cell, Int>) -> [Int] {
        grouped(number).compactMap { $0.cells.first?[keyPath: size] }
    }

    private func grouped(_ number: KeyPath<Cell, Int?>) -> [(operation: Int, cells: [Cell])] {
        let held = Dictionary(grouping: cells.filter { $0[keyPath: number] != nil }) {
            $0[keyPath: number] ?? 0
        }
        return held.sorted { $0.key < $1.key }.map { (operation: $0.key, cells: $0.value) }
    }

    private struct Place: Hashable, Comparable {
        var operation: Int?
        var campaign: Int?

        static func < (left: Place, right: Place) -> Bool {
            (left.operation ?? .max, left.campaign ?? .max) < (
                right.operation ?? .max, right.campaign ?? .max
            )
        }
    }
}

extension ClusterComparison.Cell {
    /// Accounts that share the cell but nothing else: each is by itself in one of the two ways.
    var isAlone: Bool { operation == nil || campaign == nil }

    /// Accounts of the campaign that are not of the operation.
    var strangers: Int { campaign == nil ? 0 : campaignSize - count }
}
