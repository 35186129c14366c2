import Analysis
import CaseStore
import Casework

/// How many values of each kind an account shares with many flagged accounts: the sentence investigators ask for.
struct ConnectionDesk {
    private let reader: CaseReader
    /// Values that many flagged accounts hold.
    private let candidates: [Candidate]
    /// False where nobody counted holders yet.
    private let isCounted: Bool

    /// A value that many flagged accounts hold, and the rows of this account that hold it.
    private struct Candidate {
        var artifact: Artifact
        var accounts: Int
        var flagged: Int
        var rows: [RowReference]
        var rowsTotal: Int
    }

    init(_ reader: CaseReader, _ dossier: AccountDossier) throws {
        self.reader = reader
        let holdings = dossier.holdings + dossier.uses
        isCounted =
            dossier.addresses.contains { $0.flagged != nil } || holdings.contains { $0.flagged != nil }
        let held = holdings.filter { AccountValues.isEvidence($0.kind) }.map { holding in
            Candidate(
                artifact: Artifact(kind: holding.kind, value: holding.value), accounts: holding.accounts ?? 0,
                flagged: holding.flagged ?? 0, rows: holding.rows,
                rowsTotal: max(holding.uses ?? 0, holding.rows.count))
        }
        let addresses = dossier.addresses.map { use in
            Candidate(
                artifact: Artifact(kind: .address, value: ExactText(use.address)),
                accounts: use.accounts ?? 0, flagged: use.flagged ?? 0, rows: use.rows,
                rowsTotal: use.exchanges)
        }
        let networks = isCounted ? try ConnectionDesk.networks(dossier, reader) : []
        candidates = (held + addresses + networks).filter { $0.flagged >= ConnectionField.usualLeast }
    }

    /// The values whose holders have to be known, but for networks.
    var wanted: [Artifact] { candidates.map(\.artifact).filter { $0.kind != .network } }

    /// By kind, addresses first. Empty where nobody counted holders yet.
    ///
    /// - Parameter held: values with all their holders, those that are wanted among them.
    func connections(_ held: [HeldValue]) throws -> [FlaggedConnections] {
        guard isCounted else { return [] }
        let byKind = Dictionary(grouping: candidates) { $0.artifact.kind }
        let others = byKind.keys.filter { $0 != .address && $0 != .network }.sorted()
        let holders = Dictionary(held.map { ($0.artifact, $0.holders) }) { first, _ in first }
        return try ([ArtifactKind.address, .network] + others).compactMap { kind in
            let found = byKind[kind] ?? []
            if found.isEmpty, kind != .address { return nil }
            return try connections(kind, found, holders)
        }
    }

    private static func networks(_ dossier: AccountDossier, _ reader: CaseReader) throws -> [Candidate] {
        let byNet = Dictionary(grouping: dossier.addresses.filter { $0.net != nil }) { $0.net ?? "" }
        return try byNet.keys.sorted().compactMap { net in
            guard let range = AddressRange(net), let count = try reader.networkCount(range) else {
                return nil
            }
            let uses = byNet[net] ?? []
            return Candidate(
                artifact: Artifact(kind: .network, value: ExactText(net)), accounts: count.accounts,
                flagged: count.flagged, rows: uses.flatMap(\.rows).sorted(),
                rowsTotal: uses.reduce(0) { $0 + $1.exchanges })
        }
    }

    // MARK: - Why they are flagged

    private func connections(
        _ kind: ArtifactKind, _ found: [Candidate], _ holders: [Artifact: [UInt32]]
    ) throws -> FlaggedConnections {
        let least = ConnectionField.usualLeast
        let sorted = found.sorted { ($1.flagged, $0.artifact) < ($0.flagged, $1.artifact) }
        let shown = Array(sorted.prefix(ConnectionDesk.mostShown))
        let behind =
            kind == .network
            ? try reader.accountNumbers(in: shown.compactMap { AddressRange($0.artifact.value.string) })
            : shown.map { holders[$0.artifact] ?? [] }
        let tallies = try reader.flaggedTallies(of: behind + [Array(Set(behind.joined()))])
        var connections = FlaggedConnections(
            field: ConnectionField(kind: kind, least: least).name, kind: kind, least: least,
            count: found.count)
        connections.values = zip(shown, tallies).map { candidate, tally in
            var value = FlaggedConnections.Value(
                value: candidate.artifact.value, accounts: candidate.accounts, flagged: candidate.flagged)
            (value.campaign, value.provider, value.reviewer) = (
                tally.campaign, tally.provider, tally.reviewer
            )
            value.rowsTotal = candidate.rowsTotal
            value.rows = Array(candidate.rows.prefix(ConnectionDesk.rowsShown))
            return value
        }
        connections.words = ConnectionWords.sentence(
            connections, isWhole: shown.count == found.count, all: tallies.last ?? FlaggedTally())
        return connections
    }

    private static let mostShown = 20
    private static let rowsShown = 20
}

/// The sentence on flagged neighbours.
enum ConnectionWords {
    /// - Parameters:
    ///   - isWhole: whether the values listed are all there are.
    ///   - all: flagged holders of the values listed, each once.
    static func sentence(_ found: FlaggedConnections, isWhole: Bool, all: FlaggedTally) -> String {
        let least = CountWords.grouped(found.least)
        guard found.count > 0 else {
            return
                "This account is connected to no \(noun(found.kind, 1)) that has \(least) or more flagged accounts."
        }
        let values = "\(CountWords.grouped(found.count)) \(noun(found.kind, found.count))"
        let have = found.count == 1 ? "that has" : "that each have"
        let part =
            isWhole ? "Behind them" : "Behind the \(CountWords.grouped(found.values.count)) with the most"
        let reasons = [
            "\(CountWords.grouped(all.campaign)) as members of a campaign",
            "\(CountWords.grouped(all.provider)) as banned or suspended by the provider",
            "\(CountWords.grouped(all.reviewer)) as confirmed by a reviewer",
        ]
        return
            "This account is connected to \(values) \(have) \(least) or more flagged accounts. \(part): \(CountWords.counted(all.flagged, "flagged account")), \(reasons.joined(separator: ", "))."
    }

    static func noun(_ kind: ArtifactKind, _ count: Int) -> String {
        let one = count == 1
        switch kind {
        case .address: return one ? "address" : "addresses"
        case .network: return one ? "network" : "networks"
        case .payment: return "means of payment"
        case .client: return one ? "client" : "clients"
        case .promptKey, .template: return one ? "prompt frame" : "prompt frames"
        case ArtifactKind("device"): return one ? "device" : "devices"
        default: return one ? "value of \(kind.rawValue)" : "values of \(kind.rawValue)"
        }
    }
}
