import ArgumentParser
import CaseStore
import Casework
import Foundation

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON value.")
    var json = false

    @Flag(help: "Print JSON Lines: one value a line.")
    var jsonl = false

    var wantsJSON: Bool { json || jsonl }
}

/// An account as people name it to a command.
enum AccountArgument {
    /// `account:ID`, or the bare id.
    static func id(_ text: String) -> AccountID {
        AccountID(text.hasPrefix("account:") ? String(text.dropFirst(8)) : text)
    }
}

/// What is said while a job runs.
struct ProgressOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
    var quiet = false

    @Flag(name: .customLong("no-progress"), help: "Draw no progress bar.")
    var hidesProgress = false

    var line: ProgressLine { ProgressLine(wanted: !quiet && !hidesProgress) }
}

/// Who is at work and when; the audit log names both.
enum Operator {
    /// `REVENUER_ACTOR`, or the user's name.
    static var name: String {
        let environment = ProcessInfo.processInfo.environment
        for key in ["REVENUER_ACTOR", "USER", "LOGNAME"] {
            if let value = environment[key], !value.isEmpty { return value }
        }
        return "uid \(getuid())"
    }

    static var act: Act { Act(actor: name) { now } }

    static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
