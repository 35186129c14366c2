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
        help: "KEY=VALUE: accusation-threshold, attribution-threshold. May be given several times.")
    var settings: [String] = []

    @Option(help: "Leave out a kind of artifact, or a whole family. May be given several times.")
    var without: [String] = []

    @OptionGroup var databases: AddressDatabaseOptions

    @Flag(help: "Print one JSON value.")
    var json = false

    @OptionGroup var progress: ProgressOptions

    func run() throws {
        Interruption.listen()
        let line = progress.line
        try databases.lookUp(in: path, line, quiet: progress.quiet)
        let job = AnalysisJob(path: path, act: Operator.act, choices: try choices())
        _ = try job.run(
            progress: { line.update($0.stage, fraction: $0.fraction) }, isCancelled: { Interruption.isWished }
        )
        line.clear()
        if progress.quiet && !json { return }
        try OverviewPrinting.print(try CaseReader(opening: path), asJSON: json)
    }

    private func choices() throws -> AnalysisChoices {
        var choices = AnalysisChoices()
        choices.settings.seed = seed
        for name in without { choices.settings.leaveOut(name) }
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let value = Double(parts[1]), (0...1).contains(value) else {
                throw CommandFailure.usage("--set \(setting): expected KEY=VALUE with a value from 0 to 1.")
            }
            switch parts[0] {
            case "accusation-threshold": choices.settings.accusationThreshold = value
            case "attribution-threshold": choices.settings.attributionThreshold = value
            default:
                throw CommandFailure.usage(
                    "--set \(setting): known keys are accusation-threshold and attribution-threshold.")
            }
        }
        return choices
    }
}

extension AnalysisSettings {
    /// A family by its name, or else a kind of artifact.
    mutating func leaveOut(_ name: String) {
        if let family = EvidenceFamily(rawValue: name) {
            withoutFamilies.insert(family)
        } else {
            withoutKinds.insert(ArtifactKind(name))
        }
    }
}
