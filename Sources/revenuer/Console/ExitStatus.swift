import ArgumentParser

/// What the program's exit code says; part of the command line's contract.
enum ExitStatus {
    static let done: Int32 = 0
    static let failed: Int32 = 1
    static let usage: Int32 = 2
    static let doneWithRejects: Int32 = 3
    static let verificationFailed: Int32 = 4
    static let cancelled: Int32 = 130

    /// Every code with its meaning, for the manual.
    static let meanings: [(code: Int32, meaning: String)] = [
        (done, "done"), (failed, "failed"), (usage, "the arguments make no sense"),
        (doneWithRejects, "done, with rejected rows"), (verificationFailed, "verification failed"),
        (cancelled, "cancelled"),
    ]
}

/// A failure with a message for a person: what failed, on what, why, what to do.
struct CommandFailure: Error {
    var message: String
    var exitCode = ExitStatus.failed

    /// The arguments do not make sense together.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(message: message, exitCode: ExitStatus.usage)
    }
}

extension CommandFailure: CustomStringConvertible {
    var description: String { message }
}

/// The person pressed Ctrl-C.
struct Cancelled: Error {}
