import Analysis
import ArgumentParser
import CaseStore
import Casework
import Workbench

/// `revenuer analyze CASE`
struct Analyze: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Features, links, groups, campaigns, attribution; prints a summary with the run id.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(help: "Every random order is drawn from it; the same seed gives the same result.")
    var seed: UInt64 = 1

    @Option(
        name: .customLong("set"),
        help:
            "KEY=VALUE: accusation-threshold, attribution-threshold, prior-profiles, prior-unknown, prior-reseller, prior-honest, prior-false-flag. May be given several times."
    )
    var settings: [String] = []

    @OptionGroup var evidence: LeftOutOptions

    @OptionGroup var databases: AddressDatabaseOptions

    @Flag(help: "Print one JSON value.")
    var json = false

    @OptionGroup var progress: ProgressOptions

    func run() throws {
        Interruption.listen()
        let line = progress.line
        try databases.lookUp(in: path, line, quiet: progress.quiet)
        let job = AnalysisJob(path: path, act: Operator.act, choices: try choices(CaseReader(opening: path)))
        _ = try job.run(
            progress: { line.update($0.stage, fraction: $0.fraction) }, isCancelled: { Interruption.isWished }
        )
        line.clear()
        if progress.quiet && !json { return }
        try OverviewPrinting.print(try CaseReader(opening: path), asJSON: json)
    }

    private func choices(_ reader: CaseReader) throws -> AnalysisChoices {
        var choices = AnalysisChoices()
        choices.settings.seed = seed
        let chosen = try evidence.read(reader)
        choices.settings.withoutKinds = chosen.kinds
        choices.settings.withoutFamilies = chosen.families
        choices.settings.barred = chosen.barred
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let value = Double(parts[1]), (0...1).contains(value) else {
                throw CommandFailure.usage("--set \(setting): expected KEY=VALUE with a value from 0 to 1.")
            }
            switch parts[0] {
            case "accusation-threshold": choices.settings.accusationThreshold = value
            case "attribution-threshold": choices.settings.attributionThreshold = value
            default: try setPrior(parts[0], value, &choices.settings)
            }
        }
        return choices
    }

    private func setPrior(_ key: String, _ value: Double, _ settings: inout AnalysisSettings) throws {
        let name = key.hasPrefix("prior-") ? String(key.dropFirst("prior-".count)) : ""
        guard settings.attributionPriors.set(name, value) else {
            let priors = AttributionPriors.names.map { "prior-" + $0 }.joined(separator: ", ")
            throw CommandFailure.usage(
                "--set \(key): known keys are accusation-threshold, attribution-threshold, \(priors).")
        }
    }
}
