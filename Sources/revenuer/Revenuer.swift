import ArgumentParser
import Casework
import Foundation
import Workbench

/// The program: it finds the command, runs it, and turns whatever went wrong into one message and an exit code.
@main
enum Main {
    static func main() {
        // A reader that goes away must end a command by its write, never by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Revenuer.parseAsRoot()
            try command.run()
        } catch {
            exit(Failure.report(error))
        }
    }
}

/// `revenuer`
struct Revenuer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revenuer",
        abstract: "Offline investigation of coordinated abuse of AI services.",
        discussion: "`revenuer CASE` opens the workbench; without a terminal it prints the overview.",
        version: ProgramVersion.current,
        subcommands: [
            Demo.self, New.self, Import.self, Map.self, Analyze.self, Open.self, Replay.self, Overview.self,
            List.self,
            Show.self, Explain.self, Path.self, Tag.self, Comment.self, Decide.self, Report.self,
            StatementCommand.self,
            Export.self, SQL.self, Diff.self, WhatIfCommand.self, Log.self, Generate.self, Score.self,
            Verify.self,
            Rules.self, Frames.self, Doctor.self, Manual.self, Completions.self,
        ],
        defaultSubcommand: Open.self)
}

/// The one place where errors become words and exit codes.
enum Failure {
    /// Says what went wrong on standard error; help and version go to standard output.
    static func report(_ error: any Error) -> Int32 {
        switch error {
        case let code as ExitCode: return code.rawValue
        case is JobCancelled, is Cancelled:
            StandardError.line("revenuer: cancelled")
            return ExitStatus.cancelled
        case let failure as CommandFailure:
            FileHandle.standardError.write(
                Data((SafeOutput.lines("revenuer: \(failure.message)") + "\n").utf8))
            return failure.exitCode
        default: return reportOther(error)
        }
    }

    private static func reportOther(_ error: any Error) -> Int32 {
        let code = Revenuer.exitCode(for: error)
        guard code == .validationFailure || code == .success else {
            StandardError.line("revenuer: \(error)")
            return ExitStatus.failed
        }
        let message = Revenuer.fullMessage(for: error)
        if code == .success {
            print(message)
            return ExitStatus.done
        }
        FileHandle.standardError.write(Data((SafeOutput.lines(message) + "\n").utf8))
        return ExitStatus.usage
    }
}

extension SafeOutput {
    /// Text of several lines, each made safe.
    static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
            .joined(separator: "\n")
    }
}
