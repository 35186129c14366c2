import Analysis
public import CaseStore
public import Casework

/// Accounts against the values they share, for a group, a value's holders, an account's neighbours or chosen accounts.
///
/// At most `mostAccounts` rows and `mostValues` columns, the strongest of each.
public struct MatrixDesk {
    private static let mostAccounts = 100
    private static let mostValues = 60
    /// Values of an account whose holders are looked at as its neighbours.
    private static let mostTies = 8

    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// - Throws: `WorkbenchError.unknownAccount`; `StoreError`.
    public func matrix(of node: GraphNode) throws -> GraphMatrix {
        switch node {
        case .group(let id): return try group(id)
        case .accounts(let ids):
            var matrix = try shared(by: try ids.prefix(MatrixDesk.mostAccounts).map(number))
            matrix.accountsTotal = ids.count
            return matrix
        case .artifact(let artifact):
            let holders = try reader.holders(of: artifact, window: 0..<MatrixDesk.mostAccounts)
            var matrix = try shared(by: holders.numbers)
            matrix.accountsTotal = holders.total
            return matrix
        case .account(let id): return try shared(by: neighbours(of: try number(id)))
        }
    }

    private func number(_ id: AccountID) throws -> UInt32 {
        guard let number = try reader.accountNumber(of: id) else {
            throw WorkbenchError.unknownAccount(id.string)
        }
        return number
    }

    // MARK: - Whose rows

    /// The account and those that share the most bits with it over its strongest values.
    private func neighbours(of own: UInt32) throws -> [UInt32] {
        let held = (try reader.values(of: [own])[own] ?? []).filter { AccountValues.isEvidence($0.kind) }
        let rows = try NeighbourDesk(reader).rows(held).filter { row in
            NeighbourDesk.weight(row) > 0 && (2...StrongestLinks.mostHolders).contains(row.accounts ?? 0)
        }
        let strongest = rows.sorted(by: NeighbourDesk.precedes).prefix(MatrixDesk.mostTies)
        var bits: [UInt32: Double] = [:]
        let wanted = strongest.compactMap { row -> Artifact? in
            guard case .artifact(let artifact) = row.node, artifact.kind != .network else { return nil }
            return artifact
        }
        let weights = Dictionary(zip(strongest.map(\.node), strongest.map { $0.bits ?? 0 })) { first, _ in
            first
        }
        guard !wanted.isEmpty else { return [own] }
        let shared = try reader.valuesHeld(by: [own], mostHolders: StrongestLinks.mostHolders, only: wanted)
        for value in shared {
            for holder in value.holders where holder != own {
                bits[holder, default: 0] += weights[.artifact(value.artifact)] ?? 0
            }
        }
        let others = bits.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        return [own] + others.prefix(MatrixDesk.mostAccounts - 1)
    }

    // MARK: - Columns and cells

    /// Values that two or more of the accounts hold.
    private func shared(by numbers: [UInt32]) throws -> GraphMatrix {
        let values = try reader.values(of: numbers)
        var holders: [Artifact: Int] = [:]
        for artifact in values.values.joined() where AccountValues.isEvidence(artifact.kind) {
            holders[artifact, default: 0] += 1
        }
        let common = holders.filter { $0.value > 1 }.keys.sorted()
        let columns = try NeighbourDesk(reader).rows(common).sorted(by: NeighbourDesk.precedes)
        var matrix = try matrix(Array(columns.prefix(MatrixDesk.mostValues)), numbers) { number, artifact in
            values[number]?.contains(artifact) ?? false
        }
        matrix.valuesTotal = common.count
        return matrix
    }

    private func group(_ id: String) throws -> GraphMatrix {
        let row = try reader.group(id, members: 0).row
        let (hubs, total) = try reader.groupHubs(id, window: 0..<MatrixDesk.mostValues)
        let numbers = MatrixDesk.strongest(hubs)
        let columns = try zip(hubs, NeighbourDesk(reader).rows(hubs.map(\.artifact))).map { hub, row in
            var row = row
            row.bits = hub.bits
            row.accounts = row.accounts ?? hub.holders.count + hub.outside
            return row
        }
        let isRow = Set(numbers)
        let sets = Dictionary(
            zip(hubs.map(\.artifact), hubs.map { Set($0.holders.filter(isRow.contains)) })
        ) { first, _ in first }
        var matrix = try matrix(columns, numbers) { number, artifact in
            sets[artifact]?.contains(number) ?? false
        }
        matrix.accountsTotal = row.accounts
        matrix.valuesTotal = total
        return matrix
    }

    /// The accounts with the most bits over some values.
    private static func strongest(_ hubs: [GroupHub]) -> [UInt32] {
        let last = hubs.lazy.compactMap { $0.holders.max() }.max()
        // By account number: widely held values have tens of thousands of holders.
        var bits = [Double](repeating: 0, count: last.map { Int($0) + 1 } ?? 0)
        for hub in hubs { for holder in hub.holders { bits[Int(holder)] += hub.bits } }
        let held = bits.indices.filter { bits[$0] > 0 }.sorted { (bits[$1], $0) < (bits[$0], $1) }
        return held.prefix(mostAccounts).map { UInt32($0) }
    }

    private func matrix(
        _ columns: [GraphRow], _ numbers: [UInt32], _ holds: (UInt32, Artifact) -> Bool
    ) throws -> GraphMatrix {
        let accounts = try reader.accountRows(numbers)
        let rows = zip(numbers, accounts).map { number, account in
            let held = columns.indices.filter { place in
                guard case .artifact(let artifact) = columns[place].node else { return false }
                return holds(number, artifact)
            }
            return GraphMatrix.Row(
                account: account, holds: held,
                bits: held.reduce(0) { $0 + max(0, NeighbourDesk.weight(columns[$1])) })
        }
        return GraphMatrix(
            columns: columns,
            rows: rows.sorted { ($1.bits, $0.account.accountId) < ($0.bits, $1.account.accountId) })
    }
}
