import Analysis
import CaseStore
public import Casework

/// What a person wants to leave out.
public struct WhatIfChoices: Sendable {
    public var kinds: Set<ArtifactKind> = []
    public var families: Set<EvidenceFamily> = []
    public var sources: Set<Int> = []
    public var barred: Set<Artifact> = []

    public init() {}

    /// Whether nothing would be left out.
    public var isEmpty: Bool { kinds.isEmpty && families.isEmpty && sources.isEmpty && barred.isEmpty }
}

/// Analyses a case without some of its evidence and holds the result against the stored analysis.
///
/// Nothing is written: the case, its findings and its audit log stay as they are. Seed, thresholds and what the stored
/// analysis itself left out are kept, so that only what is named here differs.
public struct WhatIfJob {
    private let path: String
    private let choices: WhatIfChoices

    public init(path: String, choices: WhatIfChoices) {
        self.path = path
        self.choices = choices
    }

    /// - Throws: `WorkbenchError.notAnalysed`, `.analysisIsOlder`, `.analysisByOtherMethod`, `.analysisBeforeDecisions`;
    ///   `StoreError.notFound` for a source that the case does not have; `JobCancelled`.
    public func run(
        progress: @escaping (JobStage) -> Void = { _ in }, isCancelled: @escaping () -> Bool = { false }
    ) throws -> WhatIf {
        let stored = try CaseReader(opening: path)
        guard let run = try stored.overview().run else { throw WorkbenchError.notAnalysed }
        switch run.outOfDate.first {
        case .evidence: throw WorkbenchError.analysisIsOlder
        case .method: throw WorkbenchError.analysisByOtherMethod
        case .decisions: throw WorkbenchError.analysisBeforeDecisions
        case nil: break
        }
        let sources = try choices.sources.sorted().map { number in
            WhatIf.LeftOut.Source(source: number, file: try stored.source(number).file)
        }
        let settings = try settings(stored)
        let findings = try findings(settings, progress, isCancelled)
        var without = WhatIf.LeftOut()
        without.kinds = choices.kinds.sorted()
        without.families = choices.families.sorted()
        without.sources = sources
        without.barred = choices.barred.sorted()
        let before = try stored.groupOutlines()
        let after = try stored.groupOutlines(of: findings, threshold: settings.accusationThreshold)
        let comparison = WhatIfComparison(before: before, after: after) { try stored.accountIDs(of: $0) }
        return try comparison.result(WhatIf(run: run.id, without: without))
    }

    /// Those of the stored analysis with what is left out here.
    private func settings(_ stored: CaseReader) throws -> AnalysisSettings {
        var settings = try AnalysisSettings(storedIn: stored)
        settings.withoutKinds.formUnion(choices.kinds)
        settings.withoutFamilies.formUnion(choices.families)
        settings.barred.formUnion(choices.barred)
        return settings
    }

    private func findings(
        _ settings: AnalysisSettings, _ progress: @escaping (JobStage) -> Void,
        _ isCancelled: @escaping () -> Bool
    ) throws -> Findings {
        let reader = try CaseReader(opening: path)
        defer { try? reader.close() }
        try reader.leaveOut(sources: choices.sources)
        let ahead = try EvidenceAhead(reader)
        defer { ahead.end() }
        progress(JobStage(stage: "reading samples", fraction: 0))
        let texts = try SampleTexts(
            reader, seed: settings.seed, progress: { progress(JobStage(stage: $0, fraction: 0.05)) },
            isCancelled: isCancelled)
        progress(JobStage(stage: "reading evidence", fraction: 0.1))
        var input = try AnalysisInput(reader, ahead.value(), texts: texts) {
            if isCancelled() { throw JobCancelled() }
        }
        input.leaveOut(kinds: settings.withoutKinds, families: settings.withoutFamilies)
        do {
            return try Analyzer().run(
                input, settings: settings,
                progress: { progress(JobStage(stage: $0.stage.rawValue, fraction: 0.2 + 0.8 * $0.fraction)) },
                isCancelled: isCancelled)
        } catch AnalysisError.cancelled {
            throw JobCancelled()
        }
    }
}
