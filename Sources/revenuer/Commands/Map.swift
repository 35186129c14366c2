import ArgumentParser
import Casework
import Foundation
import Intake

/// `revenuer map FILE`
struct Map: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draft a map for a foreign file by looking at it.",
        discussion: """
            The map goes to standard output, as YAML. Comments say what it is unsure of; a field with `ask` has to \
            be decided by a person before the map is imported with (`revenuer import CASE FILE --map MAP`).
            """)

    @Argument(help: "The foreign file, packed or not.", completion: .file())
    var file: String

    @Option(help: "The column that is the account, or a value as maps write it.")
    var account: String?

    @Option(help: "A time for all rows of a file that has none, such as 2026-01-31T00:00:00Z.")
    var at: String?

    @Flag(help: "Print one JSON value: form, tables, columns, what is unsure.")
    var json = false

    func run() throws {
        let answers = MapDraft.Answers(account: account, at: at)
        let draft: MapDraft
        do {
            draft = try MapDraft.of(file, answers: answers)
        } catch let error as DraftError {
            throw CommandFailure(message: "\(file): \(error)")
        }
        var out = StandardOutput()
        if json { try out.json(draft) } else { out.raw(draft.yaml.utf8) }
        out.flush()
        for question in draft.ask { StandardError.line("revenuer: \(file): to be decided: \(question)") }
    }
}
