import Analysis
public import CaseStore
public import Casework

/// The graph of accounts and what they share, node by node: what stands around a node, the strongest first.
///
/// Nothing is read before somebody opens a node, and of its neighbours only the window asked for.
public struct NeighbourDesk {
    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// Of an account the values it shares, of a value the accounts that hold it, of a group the values that tie it.
    ///
    /// - Throws: `WorkbenchError.unknownAccount`; `StoreError`.
    public func neighbours(_ request: NeighboursRequest) throws -> GraphNeighbours {
        switch request.node {
        case .account(let id): try values(of: id, request)
        case .artifact(let artifact): try holders(of: artifact, request)
        case .group(let id): try hubs(of: id, request.window)
        case .accounts(let ids): try chosen(ids, request.window)
        }
    }

    // MARK: - Values of an account

    private func values(of id: AccountID, _ request: NeighboursRequest) throws -> GraphNeighbours {
        guard let number = try reader.accountNumber(of: id) else {
            throw WorkbenchError.unknownAccount(id.string)
        }
        var held = try reader.values(of: [number])[number] ?? []
        held.removeAll { !AccountValues.isEvidence($0.kind) || .artifact($0) == request.origin }
        let all = try rows(held) + derived(number, but: request.origin)
        let shared = all.filter { ($0.accounts ?? 2) > 1 }
        let sorted = shared.sorted(by: NeighbourDesk.precedes)
        let window = request.window.clamped(to: 0..<sorted.count)
        return GraphNeighbours(
            start: window.lowerBound, rows: Array(sorted[window]), total: sorted.count,
            notes: NeighbourDesk.notes(alone: all.count - shared.count))
    }

    private static func notes(alone: Int) -> [String] {
        guard alone > 0 else { return [] }
        return [
            "\(CountWords.counted(alone, "more value")) of it \(alone == 1 ? "is" : "are") held by no other account"
        ]
    }

    /// Values with their counts and what the last analysis said of them, in the order given.
    func rows(_ artifacts: [Artifact]) throws -> [GraphRow] {
        let counts = try reader.holderCounts(of: artifacts)
        let verdicts = try reader.verdicts(on: artifacts)
        return artifacts.indices.map { place in
            var row = GraphRow(node: .artifact(artifacts[place]))
            row.accounts = counts[place]?.accounts ?? verdicts[place]?.holders
            row.flagged = counts[place]?.flagged
            row.bits = verdicts[place]?.bits
            row.verdict = verdicts[place]?.verdict
            return row
        }
    }

    /// Hours of sign-up and windows in common are in no evidence: the account's group knows them.
    private func derived(_ number: UInt32, but origin: GraphNode?) throws -> [GraphRow] {
        guard let group = try reader.groupID(of: number) else { return [] }
        let hubs = try reader.derivedHubs(group, of: number).filter { .artifact($0.artifact) != origin }
        return try rows(hubs)
    }

    private func rows(_ hubs: [GroupHub]) throws -> [GraphRow] {
        try zip(hubs, rows(hubs.map(\.artifact))).map { hub, row in
            var row = row
            row.accounts = row.accounts ?? hub.holders.count + hub.outside
            row.bits = hub.bits
            return row
        }
    }

    /// What weighs most first; what strangers share last; then what evidence names before what an analysis derived, of
    /// which an account may have hundreds; then the rarer, then by value.
    static func precedes(_ left: GraphRow, _ right: GraphRow) -> Bool {
        let (a, b) = (weight(left), weight(right))
        if a != b { return a > b }
        if isDerived(left) != isDerived(right) { return isDerived(right) }
        let (few, many) = (left.accounts ?? .max, right.accounts ?? .max)
        if few != many { return few < many }
        guard case .artifact(let one) = left.node, case .artifact(let other) = right.node else {
            return false
        }
        return one < other
    }

    private static func isDerived(_ row: GraphRow) -> Bool {
        guard case .artifact(let artifact) = row.node else { return false }
        return artifact.kind == .lockstep || artifact.kind == .signUp
    }

    /// Unjudged values stand between those that weigh something and those that never count.
    static func weight(_ row: GraphRow) -> Double {
        switch row.verdict {
        case .shared, .barred: -1
        case .operation, .unknown, nil: max(0, row.bits ?? 0)
        }
    }

    // MARK: - Accounts

    private func holders(of artifact: Artifact, _ request: NeighboursRequest) throws -> GraphNeighbours {
        var other: AccountID?
        if case .account(let id) = request.origin { other = id }
        let holders = try reader.holders(of: artifact, but: other, window: request.window)
        return GraphNeighbours(
            start: request.window.lowerBound, rows: holders.rows.map(NeighbourDesk.row), total: holders.total)
    }

    private func chosen(_ ids: [AccountID], _ window: Range<Int>) throws -> GraphNeighbours {
        let window = window.clamped(to: 0..<ids.count)
        let rows = try ids[window].map { id in
            guard let row = try reader.accountStanding(id) else {
                throw WorkbenchError.unknownAccount(id.string)
            }
            return NeighbourDesk.row(row)
        }
        return GraphNeighbours(start: window.lowerBound, rows: rows, total: ids.count)
    }

    private static func row(_ account: AccountRow) -> GraphRow {
        var row = GraphRow(node: .account(account.accountId))
        row.account = account
        return row
    }

    // MARK: - Groups

    private func hubs(of id: String, _ window: Range<Int>) throws -> GraphNeighbours {
        let (hubs, total) = try reader.groupHubs(id, window: window)
        // An id that is no group is an error; a group that nothing ties is not.
        if total == 0 { _ = try reader.group(id, members: 0) }
        return GraphNeighbours(start: window.lowerBound, rows: try rows(hubs), total: total)
    }
}
