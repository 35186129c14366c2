import Casework
import Foundation

/// Accounts that nothing but addresses ties together: customers of one proxy, people behind one carrier or campus.
///
/// Signal: many otherwise unconnected accounts use the same addresses. They are found so that they can be shown as
/// what they look like and left out of campaigns; addresses alone accuse nobody, so they are never called one.
struct AddressNeighbours {
    /// Addresses with fewer holders are a household's or an office's.
    static let leastHolders = 5
    /// Holders of no group that an address needs.
    static let leastFree = 3
    static let leastGroup = 8
    /// Coarse on purpose: customers of one proxy change among its exits.
    static let resolution = 0.5
    /// Incidences looked at; beyond it only the addresses with the most holders count. Bounds cost and memory.
    static let mostIncidences = 1_000_000

    let evidence: Evidence
    let seed: UInt64
    /// True for networks of rented machines, proxies and VPN: their customers change exits, so the /24 counts too.
    let isHiding: (Artifact) -> Bool

    /// Lists of accounts, ascending, of those that `isFree`. O(incidences) and a Leiden run.
    func find(isFree: [Bool]) throws(GraphError) -> [[Int32]] {
        let table = evidence.table
        let kinds = evidence.catalog.kinds
        var hubs: [(value: Int, holders: [Int32])] = []
        for value in 0..<table.valueCount {
            let kind = kinds[Int(table.kind[value])]
            let all = table.account[table.columns[value]..<table.columns[value + 1]]
            guard kind == .address || kind == .network, all.count >= Self.leastHolders else { continue }
            let holders = all.filter { isFree[Int($0)] }
            guard holders.count >= Self.leastFree else { continue }
            if kind == .address || isHiding(evidence.catalog.artifact(value)) {
                hubs.append((value, holders))
            }
        }
        hubs.sort { ($1.holders.count, $0.value) < ($0.holders.count, $1.value) }
        var (accounts, values, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for (number, hub) in hubs.enumerated() where accounts.count + hub.holders.count <= Self.mostIncidences
        {
            let holders = hub.holders.reduce(Int32(0)) { adding(table.coverage.weight(of: Int($1)), to: $0) }
            let rarity = log2(table.coverage.population / Double(holders))
            for account in hub.holders {
                accounts.append(account)
                values.append(Int32(number))
                weights.append(max(0.5, rarity))
            }
        }
        guard !accounts.isEmpty else { return [] }
        let bipartite = try BipartiteGraph(
            accountCount: table.accountCount, valueCount: hubs.count, accounts: accounts, values: values,
            weights: weights)
        var settings = Leiden.Settings()
        settings.seeds = [seed]
        settings.objective = .modularity(resolution: Self.resolution)
        let partition = Leiden(bipartite.graph, settings: settings).best().partition
        return partition.members().map { $0.filter { Int($0) < table.accountCount } }
            .filter { $0.count >= Self.leastGroup }
    }
}
