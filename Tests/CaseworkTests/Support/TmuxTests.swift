import TestSupport
import Testing

@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed: Scripts/setup-debian.sh --tests"))
struct TmuxTests {
    @Test("Keys go in and the screen comes out")
    func keys() throws {
        let tmux = try Tmux(["cat"], columns: 40, rows: 10)
        try tmux.type("Enter 字")
        try tmux.send("Enter")
        let screen = try tmux.wait(for: "Enter 字\nEnter 字")
        #expect(screen.hasPrefix("Enter 字\n"))
    }

    @Test("The program sees the size, its environment, and resizing")
    func size() throws {
        let script = "trap 'stty size' WINCH; stty size; echo $TERM $REVENUER_X; while :; do sleep 0.05; done"
        let tmux = try Tmux(
            ["sh", "-c", script], columns: 50, rows: 12, environment: ["TERM": "vt100", "REVENUER_X": "yes"])
        try tmux.wait(for: "12 50\nvt100 yes")
        try tmux.resize(columns: 60, rows: 15)
        try tmux.wait(for: "15 60")
    }

    @Test("The last screen and the exit status can be read when the program has ended")
    func ending() throws {
        let tmux = try Tmux(["sh", "-c", "echo bye; exit 4"], columns: 40, rows: 10)
        #expect(try tmux.waitForExit() == 4)
        #expect(try tmux.screen().contains("bye"))
    }

    @Test("What a program leaves changed in the terminal can be told")
    func leftovers() throws {
        let tidy = try Tmux(["true"], columns: 40, rows: 10)
        #expect(try tidy.waitForExit() == 0)
        let untidy = try Tmux(["sh", "-c", "stty raw; printf '\\033[?1049h'"], columns: 40, rows: 10)
        #expect(try untidy.waitForExit() == 0)
        #expect(try tidy.lineSettings() != untidy.lineSettings())
        #expect(try tidy.format("#{alternate_on}") == "0" && untidy.format("#{alternate_on}") == "1")
    }

    @Test("A signal can be sent to the program, and how it ended can be told")
    func signal() throws {
        let tmux = try Tmux(["sh", "-c", "echo ready; exec sleep 60"], columns: 40, rows: 10)
        try tmux.wait(for: "ready")
        let process = try #require(try tmux.processID())
        #expect(tmux.exitStatus() == nil)
        #expect(try ProgramRun.of("kill", ["-TERM", "\(process)"]).status == 0)
        #expect(try tmux.waitForExit() == 128 + 15)
    }

    @Test("A wait that is in vain shows the screen")
    func inVain() throws {
        let tmux = try Tmux(["echo", "something else"], columns: 40, rows: 10)
        try tmux.wait(for: "something else")
        let failure = #expect(throws: Tmux.Failure.self) { try tmux.wait(for: "never", timeoutSeconds: 0.1) }
        #expect(failure?.description.contains("something else") == true)
    }
}
