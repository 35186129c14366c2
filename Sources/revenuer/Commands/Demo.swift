import ArgumentParser
import CaseStore
import Casework
import Foundation
import SyntheticCase
import Workbench

/// `revenuer demo [NAME]`
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the sample case, analyses it and opens it.",
        discussion: "The sample is invented from end to end, and says SYNTHETIC on every screen.")

    @Argument(help: "The sample: quickstart.")
    var name = "quickstart"

    @Option(help: "Where to put it; default: the user's data folder.", completion: .directory)
    var folder: String?

    @OptionGroup var progress: ProgressOptions

    func run() throws {
        guard name == "quickstart" else {
            throw CommandFailure.usage("There is no sample named \(name). Known: quickstart.")
        }
        Interruption.listen()
        let place = URL(fileURLWithPath: folder ?? Demo.dataFolder(ProcessInfo.processInfo.environment))
        let path = place.appendingPathComponent("\(name).revenuer").path
        try make(in: place, path)
        let reader = try CaseReader(opening: path)
        StandardError.line("revenuer: the sample case is \(path)")
        guard StandardOutput.isTerminal else { return try OverviewPrinting.print(reader, asJSON: false) }
        try WorkbenchSession.run(reader, palette: nil, isReadOnly: false, offersTour: true)
    }

    /// Evidence that is in the case already is skipped, and an analysis that is up to date is kept.
    private func make(in place: URL, _ path: String) throws {
        let evidence = place.appendingPathComponent(name)
        try writeEvidence(evidence)
        let line = progress.line
        _ = try ImportJob(path: path, act: Operator.act).run(
            [evidence.path], progress: { line.update($0.file, fraction: 0) },
            isCancelled: { Interruption.isWished })
        if try CaseReader(opening: path).overview().run?.isUpToDate != true {
            _ = try AnalysisJob(path: path, act: Operator.act, choices: AnalysisChoices()).run(
                progress: { line.update($0.stage, fraction: $0.fraction) },
                isCancelled: { Interruption.isWished })
        }
        line.clear()
    }

    /// The evidence folder with its truth beside it. It appears when it is whole, so that a kill leaves no half.
    private func writeEvidence(_ evidence: URL) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: evidence.path) else { return }
        let place = evidence.deletingLastPathComponent()
        let draft = place.appendingPathComponent(".draft-\(getpid())")
        defer { try? files.removeItem(at: draft) }
        let folder = draft.appendingPathComponent(name)
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try QuickstartWorld(seed: QuickstartWorld.committedSeed).write(to: folder)
        for truth in ["truth", "lookalikes"] {
            let file = "\(name).\(truth).csv"
            try? files.removeItem(at: place.appendingPathComponent(file))
            try files.moveItem(at: draft.appendingPathComponent(file), to: place.appendingPathComponent(file))
        }
        try files.moveItem(at: folder, to: evidence)
    }

    /// `$XDG_DATA_HOME/revenuer`, or `~/.local/share/revenuer`.
    static func dataFolder(_ environment: [String: String]) -> String {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/revenuer" }
        return NSHomeDirectory() + "/.local/share/revenuer"
    }
}
