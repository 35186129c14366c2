import Casework

/// A graph around every node: accounts share a card, a device and a network; a card has nine holders, a device
/// seventeen, the network 20,000.
enum InventedGraph {
    static func neighbours(_ request: NeighboursRequest) -> GraphNeighbours {
        let all: Int
        switch request.node {
        case .account: all = values.count - (request.origin.map { _ in 1 } ?? 0)
        case .group: all = values.count
        case .accounts(let ids): all = ids.count
        case .artifact(let artifact):
            all = holders(artifact) - (request.origin.map { _ in 1 } ?? 0)
        }
        let window = request.window.clamped(to: 0..<max(0, all))
        let rows = window.map { row($0, request) }
        var found = GraphNeighbours(start: window.lowerBound, rows: rows, total: all)
        if case .account = request.node { found.notes = ["3 more values of it are held by no other account"] }
        return found
    }

    private static func row(_ place: Int, _ request: NeighboursRequest) -> GraphRow {
        switch request.node {
        case .account, .group:
            return values.filter { $0.node != request.origin }[place]
        case .accounts(let ids): return account(ids[place], place)
        case .artifact: return account(AccountID("u-\(9_000 + place)"), place)
        }
    }

    static func account(_ id: AccountID, _ place: Int) -> GraphRow {
        var row = GraphRow(node: .account(id))
        var account = AccountRow(accountId: id, unlisted: false)
        if place.isMultiple(of: 2) {
            account.campaign = "C-01"
            account.group = "C-01"
            account.role = .core
            account.probability = 0.998 - 0.01 * Double(place % 50)
            account.flagged = [.campaign]
        } else if place % 3 == 0 {
            account.status = .banned
            account.flagged = [.provider]
        }
        row.account = account
        return row
    }

    static let values: [GraphRow] = [
        value("payment", "pf_81c0a4d2e6f0443e", 9, 9, 11.2, .operation),
        value("device", "dv_44a107", 17, 16, 9.8, .operation),
        value("lockstep", "f-19 2026-01-20T03:14Z", nil, nil, 5.5, .unknown),
        value("email_domain", "river17.example", 3, 0, nil, nil),
        value("network", "198.18.40.0/24", 20_000, 44, 1.2, .shared),
    ]

    private static func value(
        _ kind: String, _ value: String, _ accounts: Int?, _ flagged: Int?, _ bits: Double?,
        _ verdict: ArtifactVerdict.Verdict?
    ) -> GraphRow {
        var row = GraphRow(node: .artifact(InventedCase.artifact(kind, value)))
        (row.accounts, row.flagged, row.bits, row.verdict) = (accounts, flagged, bits, verdict)
        return row
    }

    private static func holders(_ artifact: Artifact) -> Int {
        values.first { $0.node == .artifact(artifact) }?.accounts ?? 2
    }

    /// The values in thirty forms as columns, twenty accounts as rows; every account holds a third of them.
    static func matrix(of node: GraphNode) -> GraphMatrix {
        let columns = (0..<30).map { place in
            var row = values[place % values.count]
            row.bits = row.bits.map { max(0.2, $0 - Double(place) / 4) }
            return row
        }
        let rows = (0..<20).map { place in
            let account = account(AccountID("u-\(9_000 + place)"), place).account
            let holds = columns.indices.filter { ($0 + place) % 3 == 0 }
            return GraphMatrix.Row(
                account: account ?? InventedCase.account(place), holds: holds,
                bits: holds.reduce(0) { $0 + (columns[$1].bits ?? 0) })
        }
        var matrix = GraphMatrix(columns: columns, rows: rows)
        (matrix.accountsTotal, matrix.valuesTotal) = (214, 190)
        return matrix
    }
}
