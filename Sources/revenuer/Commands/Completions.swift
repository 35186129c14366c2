import ArgumentParser

/// `revenuer completions SHELL`
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A completion script for bash, zsh or fish.",
        discussion: "bash: source <(revenuer completions bash)")

    @Argument(help: "bash, zsh or fish.")
    var shell: String

    func run() throws {
        guard let known = CompletionShell(rawValue: shell) else {
            let names = CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure.usage("There is no completion for \(shell). Known: \(names).")
        }
        var out = StandardOutput()
        out.raw(Revenuer.completionScript(for: known).utf8)
        out.raw([UInt8(ascii: "\n")])
        out.flush()
    }
}
