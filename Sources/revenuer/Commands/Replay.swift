import ArgumentParser
import CaseStore
import Casework
import Foundation
import Screens
import Terminal

/// `revenuer replay CASE SCRIPT`
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Does what a command log of the workbench says, without a terminal.",
        discussion: """
            A script has a command a line, as the workbench's command log (:log, saved with e) and `open --plain` \
            write and read them: screen accounts, filter status:banned, sort, down 5, open account:ID, tag WORDS, \
            export FILE. Lines that begin with # are remarks. It prints where one is at the end, and stops at the \
            first line that goes wrong, with its number.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "The script; - for standard input.", completion: .file())
    var script: String

    @Flag(name: .customLong("read-only"), help: "Start no job and write nothing to the case.")
    var readOnly = false

    @Flag(help: "Print the place after every line, not only at the end.")
    var each = false

    func run() throws {
        let conversation = try Conversation(
            CaseReader(opening: path), isReadOnly: readOnly, size: Size(columns: 120, rows: 40))
        defer { conversation.end() }
        var out = StandardOutput()
        for (place, line) in try lines().enumerated() where !conversation.isOver {
            let (words, isProblem) = conversation.take(line)
            if isProblem {
                let reason = words.last ?? ""
                throw CommandFailure(message: "line \(place + 1), '\(SafeOutput.brief(line))': \(reason)")
            }
            for word in words { StandardError.line(word) }
            if each { for line in conversation.workspace.plainLines { out.line(line) } }
        }
        if !each { for line in conversation.workspace.plainLines { out.line(line) } }
        out.flush()
    }

    private func lines() throws -> [String] {
        let data =
            script == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : try Data(contentsOf: URL(fileURLWithPath: script))
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }
}
