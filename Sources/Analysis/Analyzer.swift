public import Casework

/// One analysis: from the input's columns to findings. Pure: same input, settings and seed, same findings.
///
/// Features and derived values → incidences → corroboration → groups → membership → explanations → attribution.
/// Cost is linear in exchanges and incidences but for sorting; no pair of accounts is ever enumerated.
public struct Analyzer: Sendable {
    /// Names the method of this program: every analysis records it, and one by another method counts as out of date.
    ///
    /// The month in which the method became what it is, and a number within the month. Change it whenever the same
    /// evidence, settings and seed could come to other findings than before: other figures, other words of findings.
    public static let method = "2026.11-4"

    /// Groups smaller than this are not reported.
    public static let leastGroup = 3

    public init() {}

    /// Runs all stages.
    ///
    /// - Parameters:
    ///   - progress: called at the beginning of every stage.
    ///   - isCancelled: asked between stages.
    /// - Throws: `AnalysisError`.
    public func run(
        _ input: AnalysisInput, settings: AnalysisSettings = AnalysisSettings(),
        progress: (AnalysisProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws(AnalysisError) -> Findings {
        func begin(_ stage: AnalysisProgress.Stage) throws(AnalysisError) {
            if isCancelled() { throw .cancelled }
            progress(AnalysisProgress(stage: stage))
        }
        try input.check()
        try begin(.features)
        // Signals need the input alone, and much of what follows cannot use a second core.
        let context = Ahead { SignalContext(input, seed: settings.seed) }
        let addresses = AddressTable(input)
        let index = Ahead { IndicatorIndex(input, addresses: addresses) }
        let derived = [
            Networks.derive(input, addresses: addresses), SignUpBuckets.derive(input.accounts),
            LockstepWindows.derive(input),
        ]
        try begin(.incidences)
        let catalog = ValueCatalog(input, derived: derived)
        let decisions = DecisionBinding(input.reviewed, input.accounts)
        let table = IncidenceTable(
            catalog, coverage: Coverage(input), settings: settings, cut: CutValues(decisions.cut, catalog))
        try begin(.corroboration)
        let evidence = Evidence(catalog, table, seed: settings.seed)
        try begin(.groups)
        let search = try Self.search(evidence, seed: settings.seed)
        let found = search.run()
        try begin(.membership)
        let membership = Membership(evidence, start: found.assignment, decisions: decisions)
        try begin(.explanations)
        let background = Background(input, addresses: addresses, table: table)
        let attributor = Attributor(
            input: input, index: index.value(),
            threshold: settings.attributionThreshold, coverage: table.coverage,
            priors: settings.attributionPriors, seed: settings.seed)
        let report = GroupReport(
            input: input, evidence: evidence, membership: membership, background: background,
            attributor: attributor, hits: PartnerHits(input, addresses: addresses),
            decided: DecidedMembers(membership), isWithheld: input.population == .suspects)
        var builder = FindingsBuilder(report: report, settings: settings)
        let isFree = builder.isFree
        let neighbours = Ahead { () throws(GraphError) in
            try AddressNeighbours(evidence: evidence, seed: settings.seed) {
                RentedNetworks.isRented($0, input, addresses)
            }
            .find(isFree: isFree)
        }
        builder.addGroups()
        builder.addDoubts(found.doubts)
        builder.addNeighbours(try Self.lists(of: neighbours))
        builder.addDecisions()
        builder.sortGroups()
        try begin(.attribution)
        builder.addVerdicts()
        builder.addAccounts()
        builder.addSignals(context.value())
        builder.addDiagnostics(found)
        return builder.findings
    }

    private static func lists(
        of neighbours: Ahead<[[Int32]], GraphError>
    ) throws(AnalysisError) -> [[Int32]] {
        do {
            return try neighbours.value()
        } catch {
            throw .tooLarge
        }
    }

    private static func search(_ evidence: Evidence, seed: UInt64) throws(AnalysisError) -> GroupSearch {
        do {
            return try GroupSearch(evidence, seed: seed)
        } catch {
            // Edges come from a checked table with weights above zero: only their number can be at fault.
            throw .tooLarge
        }
    }
}
