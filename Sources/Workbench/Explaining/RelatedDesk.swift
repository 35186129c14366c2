import Analysis
public import CaseStore
public import Casework

/// The accounts that chains of evidence reach from one account in a few hops, with what every hop goes over.
///
/// Each hop looks at the values that the accounts of the hop before hold: those with at most 2,000 holders that no
/// verdict calls shared or barred. At most `mostAccounts` accounts are gone on from, those of the strongest chains,
/// and at most `mostHops` hops are gone; the notes say where something was left out.
public struct RelatedDesk {
    /// Further hops join everybody with everybody.
    public static let mostHops = 6

    private let reader: CaseReader

    public init(_ reader: CaseReader) { self.reader = reader }

    /// - Parameters:
    ///   - hops: 1 to `mostHops`.
    ///   - limit: how many accounts to list.
    /// - Throws: `WorkbenchError.unknownAccount`; `StoreError`.
    public func related(to id: AccountID, hops: Int, limit: Int) throws -> RelatedAccounts {
        guard let start = try reader.accountNumber(of: id) else {
            throw WorkbenchError.unknownAccount(id.string)
        }
        let explainer = LinkExplainer(
            accounts: try reader.count(.accounts), priorBits: try reader.linkPriorBits())
        let names = Names(reader)
        var result = RelatedAccounts(accountId: id, hops: min(max(1, hops), RelatedDesk.mostHops))
        var search = RelatedSearch(from: start, explainer, ids: names.id)
        var frontier = [start]
        var found: [RelatedSearch.Reached] = []
        var leftOut = 0
        for _ in 1...result.hops where !frontier.isEmpty {
            let (hubs, left) = try hubs(of: frontier)
            leftOut += left
            try names.learn(hubs.flatMap(\.holders))
            let reached = search.step(from: frontier, over: hubs)
            result.reached.append(reached.count)
            found += reached
            frontier = reached.prefix(RelatedDesk.mostAccounts).map(\.account)
            if reached.count > RelatedDesk.mostAccounts {
                result.notes.append(RelatedDesk.cut(hop: result.reached.count, of: reached.count))
            }
        }
        result.related = try found.prefix(max(0, limit)).map { try account($0, search, names) }
        result.notes += RelatedDesk.notes(found.count, shown: result.related.count, leftOut: leftOut)
        return result
    }

    // MARK: - Values

    /// The values that carry a hop, and how many do not.
    private func hubs(of accounts: [UInt32]) throws -> (hubs: [RelatedSearch.Hub], leftOut: Int) {
        let held = try reader.valuesHeld(by: accounts, mostHolders: StrongestLinks.mostHolders)
        let verdicts = try reader.verdicts(on: held.map(\.artifact))
        let hubs = zip(held, verdicts).compactMap { value, verdict -> RelatedSearch.Hub? in
            guard EvidencePaths.mayCarry(value.artifact.kind) else { return nil }
            var shared = SharedValue(
                artifact: value.artifact, holders: verdict?.holders ?? value.holders.count)
            (shared.verdict, shared.bits) = (verdict?.verdict, verdict?.bits)
            if verdict?.verdict == .shared || verdict?.verdict == .barred { return nil }
            return RelatedSearch.Hub(shared: shared, holders: value.holders, used: value.used)
        }
        return (hubs, held.count - hubs.count)
    }

    // MARK: - Rows

    private func account(
        _ reached: RelatedSearch.Reached, _ search: RelatedSearch, _ names: Names
    ) throws -> RelatedAccounts.Account {
        let id = names.id(reached.account)
        var account = RelatedAccounts.Account(
            accountId: id, hops: reached.hops, weakestBits: reached.weakestBits,
            strength: VerbalScales.support(reached.weakestBits))
        if let row = try reader.accountStanding(id) {
            (account.campaign, account.group, account.flagged) = (row.campaign, row.group, row.flagged)
        }
        var last: RelatedSearch.Reached? = reached
        while let hop = last {
            account.chain.append(RelatedDesk.hop(hop, names))
            last = search.reached[hop.from]
        }
        account.chain.reverse()
        return account
    }

    private static func hop(_ reached: RelatedSearch.Reached, _ names: Names) -> RelatedAccounts.Hop {
        RelatedAccounts.Hop(
            from: names.id(reached.from), to: names.id(reached.account), bits: reached.bits,
            shared: reached.signals.map {
                RelatedAccounts.SharedSignal(
                    kind: $0.artifact.kind, value: $0.artifact.value, bits: $0.bits, heldBy: $0.heldBy)
            })
    }

    private static func cut(hop: Int, of count: Int) -> String {
        "hop \(hop) reached \(CountWords.grouped(count)) accounts; only the \(CountWords.grouped(mostAccounts)) of the strongest chains were gone on from"
    }

    private static func notes(_ found: Int, shown: Int, leftOut: Int) -> [String] {
        var notes: [String] = []
        if found == 0 { notes.append("no account is reached over values that carry weight") }
        if shown < found {
            notes.append("\(CountWords.grouped(shown)) of \(CountWords.grouped(found)) accounts are listed")
        }
        if leftOut > 0 {
            notes.append(
                "values that strangers share, barred ones and those that are never evidence carry no hop: \(CountWords.grouped(leftOut)) left out"
            )
        }
        notes.append(
            "values with more than 2,000 holders, networks and times of sign-up were not looked through")
        notes.append("every further hop is another chance for an innocent reason: none of this is a link")
        return notes
    }

    private static let mostAccounts = 2000
}

/// Ids of account numbers, read as they come up. Belongs to one thread; hence unchecked.
private final class Names: @unchecked Sendable {
    private let reader: CaseReader
    private var known: [UInt32: AccountID] = [:]

    init(_ reader: CaseReader) { self.reader = reader }

    func learn(_ numbers: [UInt32]) throws {
        let new = numbers.filter { known[$0] == nil }
        known.merge(try reader.accountIDsByNumber(new)) { first, _ in first }
    }

    /// Of numbers that were learnt.
    func id(_ number: UInt32) -> AccountID { known[number] ?? AccountID("") }
}
