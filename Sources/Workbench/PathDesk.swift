import Analysis
public import CaseStore
public import Casework
import Foundation

/// The strongest chain of evidence between two accounts, with the rows behind each hop.
///
/// Within a group the chain runs over the group's hubs, as the analysis weighed them. Between groups, or where an
/// account is in none, the search goes from both accounts outwards over values the case holds: those with at most
/// `mostHolders` holders that no verdict calls shared or barred, weighed by their verdict, or where nothing judged
/// them by half their rarity, as links are. It goes `mostRounds` rounds from each end and takes at most
/// `mostAccounts` accounts on; when it stops short, the notes say so.
public struct PathDesk {
    private let reader: CaseReader
    private let hubs: (String) throws -> [GroupHub]

    /// - Parameter hubs: the hubs of a group by its id; empty where none are kept.
    public init(_ reader: CaseReader, hubs: @escaping (String) throws -> [GroupHub]) {
        self.reader = reader
        self.hubs = hubs
    }

    /// - Throws: `WorkbenchError` for ids that are no two accounts of the case; `StoreError`.
    public func path(_ a: AccountID, _ b: AccountID) throws -> EvidencePath {
        if a == b { throw WorkbenchError.sameAccount(a.string) }
        let (start, end) = (try number(a), try number(b))
        var path = EvidencePath(a: a, b: b)
        if let group = try reader.groupID(of: start), try reader.groupID(of: end) == group {
            let found = try hubs(group)
            let chain = try strongest(start, end, found.map(PathDesk.hub))
            if !chain.isEmpty {
                path.notes = ["over the values that tie \(group)"]
                try fill(&path, chain) { found[$0].holders.count + found[$0].outside }
                return path
            }
        }
        try search(&path, start, end)
        return path
    }

    private func number(_ id: AccountID) throws -> UInt32 {
        guard let number = try reader.accountNumber(of: id) else {
            throw WorkbenchError.unknownAccount(id.string)
        }
        return number
    }

    // MARK: - Chains

    /// A hop with the value it goes over.
    private struct Hop {
        var hop: EvidencePaths.Hop
        var hub: EvidencePaths.Hub
    }

    private static func hub(_ hub: GroupHub) -> EvidencePaths.Hub {
        EvidencePaths.Hub(artifact: hub.artifact, bits: hub.bits, holders: hub.holders)
    }

    private func strongest(_ a: UInt32, _ b: UInt32, _ hubs: [EvidencePaths.Hub]) throws -> [Hop] {
        let ids = try reader.accountIDsByNumber(hubs.flatMap(\.holders))
        return EvidencePaths(hubs) { ids[$0] ?? AccountID("") }.strongest(a, b)
            .map { Hop(hop: $0, hub: hubs[$0.hub]) }
    }

    /// - Parameter heldBy: holders of a hub, by its place.
    private func fill(_ path: inout EvidencePath, _ chain: [Hop], heldBy: (Int) -> Int) throws {
        let ids = try reader.accountIDsByNumber(chain.flatMap { [$0.hop.from, $0.hop.to] })
        for step in chain {
            guard let from = ids[step.hop.from], let to = ids[step.hop.to] else { continue }
            var hop = EvidencePath.Hop(
                from: from, to: to, by: step.hub.artifact, bits: step.hub.bits, heldBy: heldBy(step.hop.hub))
            // Of both: a value is only shared where either account has a row of it.
            hop.rows = try [from, to].flatMap {
                try reader.rows(holding: hop.by, by: [$0], limit: PathDesk.rowsOfEach).rows
            }
            hop.words = ValueWords.sentence(hop.by, holders: hop.heldBy)
            hop.strength = ValueWords.strength(hop.bits)
            hop.innocent = ValueWords.innocent(hop.by.kind)
            path.hops.append(hop)
        }
        path.weakestBits = path.hops.map(\.bits).min()
        path.strength = PathDesk.strength(path)
    }

    private static func strength(_ path: EvidencePath) -> [String] {
        guard let weakest = path.weakestBits else { return [] }
        let hops = CountWords.counted(path.hops.count, "hop")
        return [
            "\(path.a) and \(path.b) are joined by \(hops); a chain is as strong as its weakest hop.",
            ValueWords.strength(weakest, what: "What the weakest hop rests on"),
            "Every further hop is another chance for an innocent reason: a chain is a lead, never a link by itself.",
        ]
    }

    // MARK: - Search from both ends

    private func search(_ path: inout EvidencePath, _ start: UInt32, _ end: UInt32) throws {
        var frontier = Frontier(start, end)
        let accounts = try reader.count(.accounts)
        for round in 1...PathDesk.mostRounds {
            let held = try reader.valuesHeld(by: frontier.next, mostHolders: PathDesk.mostHolders)
            let verdicts = try reader.verdicts(on: held.map(\.artifact))
            for (value, verdict) in zip(held, verdicts) {
                let bits = PathDesk.bits(value, verdict, accounts: accounts)
                frontier.add(EvidencePaths.Hub(artifact: value.artifact, bits: bits, holders: value.holders))
            }
            let chain = try strongest(start, end, frontier.hubs)
            if !chain.isEmpty {
                path.notes = [
                    "the strongest chain of at most \(2 * round) hops; a longer one may have a stronger weakest hop"
                ]
                return try fill(&path, chain) { frontier.hubs[$0].holders.count }
            }
            frontier.goOn(most: PathDesk.mostAccounts)
            if frontier.next.isEmpty { break }
        }
        path.notes = frontier.notes
    }

    /// As links weigh them: the verdict's bits, or half the rarity where no analysis judged the value.
    private static func bits(_ value: HeldValue, _ verdict: ArtifactVerdict?, accounts: Int) -> Double {
        guard EvidencePaths.mayCarry(value.artifact.kind) else { return 0 }
        if let verdict {
            return verdict.verdict == .shared || verdict.verdict == .barred ? 0 : verdict.bits
        }
        return max(0, log2(Double(max(2, accounts)) / Double(max(2, value.holders.count))) / 2)
    }

    /// A value in more hands is no longer looked through: the cost is the sum of the holders.
    private static let mostHolders = StrongestLinks.mostHolders
    private static let mostRounds = 3
    private static let mostAccounts = 2000
    private static let rowsOfEach = 10
}

/// How far a search has come.
private struct Frontier {
    private(set) var hubs: [EvidencePaths.Hub] = []
    /// Accounts whose values are looked up in this round, in order of their numbers.
    private(set) var next: [UInt32]
    private var leftOut: Set<Artifact> = []
    private var known: Set<Artifact> = []
    private var seen: Set<UInt32>
    private var isCut = false
    private var steps = 0

    init(_ a: UInt32, _ b: UInt32) {
        next = [a, b].sorted()
        seen = [a, b]
    }

    /// Values without weight carry no hop.
    mutating func add(_ hub: EvidencePaths.Hub) {
        guard hub.bits > 0 else {
            leftOut.insert(hub.artifact)
            return
        }
        if known.insert(hub.artifact).inserted { hubs.append(hub) }
    }

    /// Goes on to the accounts that hold the strongest values.
    mutating func goOn(most: Int) {
        steps += 1
        next = []
        for hub in hubs.sorted(by: { ($1.bits, $0.artifact) < ($0.bits, $1.artifact) }) {
            for holder in hub.holders where seen.insert(holder).inserted {
                if next.count == most { isCut = true } else { next.append(holder) }
            }
        }
        next.sort()
    }

    /// Why no chain was found.
    var notes: [String] {
        var notes = ["no chain of evidence within \(max(1, 2 * steps)) hops"]
        if hubs.isEmpty { notes = ["neither account shares a value that could link it to another"] }
        if !leftOut.isEmpty {
            notes.append(
                "values that strangers share, barred ones and those without weight carry no hop: \(leftOut.count) left out"
            )
        }
        notes.append(
            "values with more than 2,000 holders, networks and times of sign-up were not looked through")
        if isCut { notes.append("only the accounts behind the strongest values were gone on from") }
        return notes
    }
}
