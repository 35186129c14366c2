import Foundation
import TestSupport
import Testing

@Suite(
    "The workbench in a real terminal", .serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct WorkbenchTests {
    /// The program inside a shell, so that the terminal can be asked afterwards.
    private func start(columns: Int, rows: Int, environment: [String: String] = ["LC_ALL": "C.UTF-8"]) throws
        -> Tmux
    {
        let sample = try Program.sample.get()
        let script =
            "stty -g > \(sample.folder)/before-$$; \(Program.path) \(sample.path); echo ended $?; "
            + "stty -g > \(sample.folder)/after-$$; cmp \(sample.folder)/before-$$ \(sample.folder)/after-$$ && echo whole; sleep 60"
        let tmux = try Tmux(["sh", "-c", script], columns: columns, rows: rows, environment: environment)
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        return tmux
    }

    @Test(
        "every screen, help, a filter, a campaign down to an account, quit", arguments: [(80, 24), (160, 50)])
    func walk(columns: Int, rows: Int) throws {
        let tmux = try start(columns: columns, rows: rows)
        #expect(try tmux.screen().contains("SYNTHETIC"))
        try tmux.send("?")
        try tmux.wait(for: "Help")
        try tmux.send("q")
        try tmux.send("2")
        try tmux.wait(for: "C-01")
        try tmux.send("Enter")
        try tmux.wait(for: "Campaigns › C-01")
        try tmux.send("m")
        try tmux.wait(for: "Members")
        try tmux.wait(for: "u-")
        try tmux.send("Enter")
        try tmux.wait(for: "Accounts › ")
        try tmux.send("q", "q", "q")
        try tmux.send("3")
        try tmux.wait(for: "of 690")
        try tmux.send("/")
        try tmux.type("campaign:C-04")
        try tmux.wait(for: "/campaign:C-04")
        try tmux.send("Enter")
        try tmux.wait(for: "of 12")
        try tmux.send("0")
        try tmux.wait(for: "payments.csv")
        try tmux.send("q", "q", "q", "q", "q", "q", "q")
        let end = try tmux.wait(for: "whole")
        #expect(end.contains("ended 0"))
    }

    @Test("what if this value counted for nothing: asked on the artifact, answered on a page of its own")
    func whatIf() throws {
        let tmux = try start(columns: 100, rows: 30)
        try tmux.send("4")
        try tmux.wait(for: "held by")
        try tmux.send("w")
        try tmux.wait(for: "what if without: ")
        try tmux.send("Enter")
        try tmux.wait(for: "The what-if is done", timeoutSeconds: 60)
        try tmux.send("q", "w")
        try tmux.type("x")
        try tmux.send("Enter")
        try tmux.wait(for: "Not worked out")
        try tmux.send("q", "q", "q")
        #expect(try tmux.wait(for: "whole").contains("ended 0"))
    }

    @Test("accounts by what they share with flagged ones, down to the values and their rows")
    func flaggedNeighbours() throws {
        let tmux = try start(columns: 100, rows: 30)
        try tmux.send("3", "/")
        try tmux.type("addresses_with_10_flagged>=3")
        try tmux.wait(for: "/addresses_with_10_flagged>=3")
        try tmux.send("Enter")
        try tmux.wait(for: "Connected to")
        try tmux.send("R")
        try tmux.wait(for: "Behind them:")
        try tmux.wait(for: "exchanges")
        try tmux.send("q", "q", "q", "q", "q")
        #expect(try tmux.wait(for: "whole").contains("ended 0"))
    }

    @Test("resizing redraws, and a terminal that is too small says so and waits")
    func resize() throws {
        let tmux = try start(columns: 120, rows: 40)
        try tmux.resize(columns: 60, rows: 20)
        try tmux.wait(for: "80")
        try tmux.resize(columns: 80, rows: 24)
        try tmux.wait(for: "Overview")
        #expect(try tmux.screen().split(separator: "\n").allSatisfy { $0.count <= 80 })
        try tmux.send("q")
        try tmux.wait(for: "whole")
    }

    @Test("an invalid filter is marked and explained, and Esc takes it away")
    func invalidFilter() throws {
        let tmux = try start(columns: 120, rows: 40)
        try tmux.send("3")
        try tmux.wait(for: "of 690")
        try tmux.send("/")
        try tmux.type("exchangs>5")
        try tmux.wait(for: "did you mean exchanges")
        try tmux.send("Escape")
        try tmux.wait(for: "of 690")
        try tmux.send("q", "q")
        try tmux.wait(for: "whole")
    }

    @Test("the terminal is whole after a signal", arguments: ["TERM", "HUP", "SEGV", "ILL", "ABRT"])
    func signals(name: String) throws {
        let tmux = try start(columns: 80, rows: 24)
        let shell = try #require(try tmux.processID())
        let children = try ProgramRun.of("pgrep", ["-P", "\(shell)", "-x", "revenuer"])
        let child = try #require(Int32(children.outputText.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect(try ProgramRun.of("kill", ["-\(name)", "\(child)"]).status == 0)
        let screen = try tmux.wait(for: "whole")
        #expect(screen.contains("ended "))
        #expect(!screen.contains("Overview"), "the workbench is still on the screen")
    }

    @Test(
        "other terminals, monochrome and ASCII among them",
        arguments: ["xterm-256color", "screen", "linux", "vt100"])
    func terminals(name: String) throws {
        let tmux = try start(
            columns: 80, rows: 24, environment: ["TERM": name, "LC_ALL": name == "vt100" ? "C" : "C.UTF-8"])
        let screen = try tmux.screen()
        #expect(screen.contains("SYNTHETIC"))
        if name == "vt100" { #expect(screen.unicodeScalars.allSatisfy { $0.value < 0x80 }) }
        try tmux.send("q")
        try tmux.wait(for: "whole")
    }

    @Test("an analysis started from within shows its progress and renews the screen")
    func analysis() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try Tmux([Program.path, copy], columns: 120, rows: 40, environment: ["LC_ALL": "C.UTF-8"])
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        try tmux.send("A")
        try tmux.wait(for: "The analysis is done", timeoutSeconds: 120)
        try tmux.send("q")
        #expect(try tmux.waitForExit() == 0)
    }
}
