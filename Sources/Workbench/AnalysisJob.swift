public import Analysis
public import CaseStore
public import Casework

/// What a person chose for one analysis.
public struct AnalysisChoices: Sendable {
    public var settings = AnalysisSettings()

    public init() {}

    /// Those of the stored analysis of a case.
    public init(storedIn reader: CaseReader) throws { settings = try AnalysisSettings(storedIn: reader) }
}

/// Reads a case, analyses it, and puts the findings into it in one step.
public struct AnalysisJob {
    private let path: String
    private let act: Act
    private let choices: AnalysisChoices

    public init(path: String, act: Act, choices: AnalysisChoices) {
        self.path = path
        self.act = act
        self.choices = choices
    }

    /// - Throws: `StoreError`; `JobCancelled`, the case being as before.
    public func run(
        progress: @escaping (JobStage) -> Void = { _ in }, isCancelled: @escaping () -> Bool = { false }
    ) throws -> RunSummary {
        let writer = try CaseWriter(opening: path, by: act)
        defer { try? writer.close() }
        let reader = try writer.reader()
        defer { try? reader.close() }
        let ahead = try EvidenceAhead(reader)
        defer { ahead.end() }
        progress(JobStage(stage: "reading samples", fraction: 0))
        let texts = try SampleTexts(
            reader, seed: choices.settings.seed,
            progress: { progress(JobStage(stage: $0, fraction: 0.05)) }, isCancelled: isCancelled)
        progress(JobStage(stage: "reading evidence", fraction: 0.1))
        var input = try AnalysisInput(reader, ahead.value(), texts: texts) {
            if isCancelled() { throw JobCancelled() }
        }
        input.leaveOut(kinds: choices.settings.withoutKinds, families: choices.settings.withoutFamilies)
        let index = try? IndexingAhead(reader)
        defer { index?.end() }
        var findings = try analyse(input, progress: progress, isCancelled: isCancelled)
        findings.templates = texts.templates
        findings.rules = texts.rules
        findings.matches = texts.matches
        findings.diagnostics["samples"] = Double(texts.keys.count)
        findings.diagnostics["rules_that_failed"] = Double(texts.failures.count)
        progress(JobStage(stage: "writing findings", fraction: 0.95))
        let summary = try writer.store(findings, threshold: choices.settings.accusationThreshold)
        progress(JobStage(stage: "indexing samples", fraction: 0.97))
        index?.finish()
        return summary
    }

    /// Reading takes the first fifth of the bar, writing the last twentieth.
    private func analyse(
        _ input: AnalysisInput, progress: @escaping (JobStage) -> Void, isCancelled: @escaping () -> Bool
    ) throws -> Findings {
        do {
            return try Analyzer().run(
                input, settings: choices.settings,
                progress: {
                    progress(JobStage(stage: $0.stage.rawValue, fraction: 0.2 + 0.75 * $0.fraction))
                },
                isCancelled: isCancelled)
        } catch AnalysisError.cancelled {
            throw JobCancelled()
        }
    }
}
