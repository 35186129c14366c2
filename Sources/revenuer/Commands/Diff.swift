import ArgumentParser
import CaseStore
import Casework

/// `revenuer diff CASE [RUN RUN]`
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What changed between two analyses: groups, members, probabilities, attribution, settings.",
        discussion: "Without runs the two latest are compared. `--runs` lists them.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "The earlier run, as `analyze` and `overview` print it.")
    var from: String?

    @Argument(help: "The later run.")
    var to: String?

    @Flag(help: "List the runs instead.")
    var runs = false

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let reader = try CaseReader(opening: path)
        var out = StandardOutput()
        if runs {
            let history = try reader.history()
            if json {
                try out.json(history)
            } else {
                history.forEach { out.line(DifferencePrinting.line($0)) }
            }
        } else {
            let difference = try reader.difference(from: from, to: to)
            if json {
                try out.json(difference)
            } else {
                DifferencePrinting.lines(difference).forEach { out.line($0) }
            }
        }
        out.flush()
    }
}

/// A difference between runs for people.
enum DifferencePrinting {
    static func line(_ run: RunDifference.Run) -> String {
        let method = run.settings[RunSummary.methodSetting] ?? "not recorded"
        return
            "\(run.id)  \(run.at.inZone)  seed \(run.seed)  method \(method)  \(run.sources) sources  \(run.accounts.grouped) accounts"
    }

    static func lines(_ difference: RunDifference) -> [String] {
        var lines = ["from  " + line(difference.from), "to    " + line(difference.to)]
        lines += difference.newSources.map { "new evidence: \($0)" }
        lines += settings(difference)
        for change in difference.changes {
            lines.append("\(change.group)  \(change.words)")
            lines += accounts("joined", change.joined) + accounts("left", change.left)
        }
        if difference.changes.isEmpty { lines.append("No group changed.") }
        return lines
    }

    private static func settings(_ difference: RunDifference) -> [String] {
        let (before, after) = (difference.from.settings, difference.to.settings)
        return Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
            let missing = $0 == RunSummary.methodSetting ? "not recorded" : "default"
            return "setting \($0): \(before[$0] ?? missing) before, \(after[$0] ?? missing) now"
        }
    }

    /// More are in --json.
    private static let accountsShown = 8

    private static func accounts(_ word: String, _ accounts: [AccountID]) -> [String] {
        guard !accounts.isEmpty else { return [] }
        let shown = accounts.prefix(accountsShown).map(\.string).joined(separator: ", ")
        let more = accounts.count - accountsShown
        return ["      \(word): \(shown)" + (more > 0 ? " and \(more.grouped) more" : "")]
    }
}
