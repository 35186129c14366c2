import Foundation

/// A program in a real terminal: a tmux server of its own, that goes when the value does.
///
/// `send` types, `screen` reads what a person would see. Every wait has a limit and says what it saw instead.
public final class Tmux {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let folder: TemporaryFolder
    private let socket = "revenuer-\(getpid())-\(UUID().uuidString.prefix(8))"

    /// Whether tmux is installed; without it terminal tests are skipped with a message.
    public static var isInstalled: Bool {
        (try? ProgramRun.of("tmux", ["-V"], timeoutSeconds: 10).status) == 0
    }

    /// Starts a program in a terminal of that size.
    ///
    /// The terminal stays when the program ends, so that its last screen can be read. `environment` is set
    /// for the program; the terminal is what tmux gives: TERM=screen-256color or so, unless set here.
    public init(_ command: [String], columns: Int, rows: Int, environment: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        // What a program remembers of its user stays within the test.
        let remembered = ["XDG_STATE_HOME": folder.path("state")]
        let settings = environment.merging(remembered) { given, _ in given }.sorted { $0.key < $1.key }
            .flatMap { ["-e", "\($0.key)=\($0.value)"] }
        // The TERM that tmux sets inside comes from its own option, so a wanted one is set by `env`.
        let program = environment["TERM"].map { ["env", "TERM=\($0)"] + command } ?? command
        try run(
            ["start-server", ";", "set-option", "-g", "status", "off", ";", "new-session", "-d"]
                + ["-x", "\(columns)", "-y", "\(rows)"] + settings
                + ["--", "sh", "-c", Tmux.holder, folder.path("status")] + program)
    }

    /// Runs the program, notes its exit status in the file `$0`, and keeps the terminal open as it was left.
    ///
    /// tmux itself may drop the last output of a program and miss its end. Signals typed at the keyboard are the
    /// program's alone.
    private static let holder = """
        trap : INT QUIT HUP TERM; "$@"; echo $? >"$0.new"; mv "$0.new" "$0"; exec sleep 86400
        """

    deinit { _ = try? run(["kill-server"]) }

    /// Types keys by their tmux names: `Enter`, `Escape`, `Down`, `C-c`, `q`.
    public func send(_ keys: String...) throws { try send(keys) }

    public func send(_ keys: [String]) throws { try run(["send-keys", "--"] + keys) }

    /// Writes every byte that programs send to the terminal from now on to a file.
    public func record(to path: String) throws { try run(["pipe-pane", "cat >'\(path)'"]) }

    /// Types text letter by letter, with no key names in it.
    public func type(_ text: String) throws { try run(["send-keys", "-l", "--", text]) }

    public func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The screen as text, one line a row, spaces at line ends cut off.
    public func screen() throws -> String { try run(["capture-pane", "-p"]).outputText }

    /// The screen with its colours, as escape sequences.
    public func colouredScreen() throws -> String { try run(["capture-pane", "-p", "-e"]).outputText }

    /// The settings of the terminal line, as `stty -g` prints them: equal before and after a clean end.
    public func lineSettings() throws -> String {
        try ProgramRun.of("stty", ["-g", "-F", format("#{pane_tty}")]).outputText
    }

    /// The program's process; nil before it has started and after it has ended.
    public func processID() throws -> Int32? {
        let shell = try format("#{pane_pid}")
        let children = try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return children?.split(separator: " ").first.flatMap { Int32($0) }
    }

    /// The exit status of the program, 128 + N where signal N ended it; nil while it runs.
    public func exitStatus() -> Int32? {
        guard let text = try? folder.text(of: "status") else { return nil }
        return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The screen, as soon as it holds the text.
    @discardableResult
    public func wait(for text: String, timeoutSeconds: Double = 10) throws -> String {
        try wait("'\(text)' on the screen", timeoutSeconds) { $0.contains(text) }
    }

    /// The screen, as soon as it no longer holds the text.
    @discardableResult
    public func wait(without text: String, timeoutSeconds: Double = 10) throws -> String {
        try wait("no '\(text)' on the screen", timeoutSeconds) { !$0.contains(text) }
    }

    /// The exit status, as soon as the program has ended.
    public func waitForExit(timeoutSeconds: Double = 10) throws -> Int32 {
        try wait("the program to end", timeoutSeconds) { _ in self.exitStatus() != nil }
        return exitStatus() ?? 0
    }

    @discardableResult
    private func wait(
        _ goal: String, _ timeoutSeconds: Double, until isReached: (String) throws -> Bool
    ) throws -> String {
        let end = Date(timeIntervalSinceNow: timeoutSeconds)
        while true {
            let seen = try screen()
            if try isReached(seen) { return seen }
            guard Date() < end else {
                throw Failure(description: "waited \(timeoutSeconds) s for \(goal); the screen is\n\(seen)")
            }
            usleep(20_000)
        }
    }

    /// What tmux knows of the terminal: `#{alternate_on}`, `#{cursor_flag}`, `#{mouse_any_flag}` …
    public func format(_ text: String) throws -> String {
        try run(["display-message", "-p", text]).outputText.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> ProgramRun {
        // -u: UTF-8 whatever the locale of the test; no configuration of the person who runs it.
        let run = try ProgramRun.of(
            "tmux", ["-u", "-L", socket, "-f", "/dev/null"] + arguments, environment: ["TMUX": nil],
            timeoutSeconds: 20)
        guard run.status == 0, !run.timedOut else {
            throw Failure(description: "tmux \(arguments.first ?? ""): \(run.errorText)")
        }
        return run
    }
}
