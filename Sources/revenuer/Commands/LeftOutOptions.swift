import ArgumentParser
import CaseStore
import Casework
import Workbench

/// What an analysis does without.
struct LeftOutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Leave out a kind of artifact, or a whole family: \(EvidenceFamily.allCases.map(\.rawValue).joined(separator: ", ")). Several by commas, or given several times."
        ))
    var without: [String] = []

    @Option(
        help:
            "Bar a value: KIND:VALUE, or artifact:KIND:VALUE. It is never counted. May be given several times."
    )
    var bar: [String] = []

    /// - Throws: `CommandFailure` for names and values that the case does not have.
    func read(_ reader: CaseReader) throws -> WhatIfChoices {
        let names = LeftOutNames(reader)
        var chosen = WhatIfChoices()
        for name in without.flatMap({ $0.split(separator: ",").map(String.init) }) {
            try LeftOutOptions.asUsage("--without") { try names.addKind(name, to: &chosen) }
        }
        for text in bar { try LeftOutOptions.asUsage("--bar") { try names.addValue(text, to: &chosen) } }
        return chosen
    }

    private static func asUsage(_ option: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as WorkbenchError {
            throw CommandFailure.usage("\(option) \(error)")
        }
    }
}
