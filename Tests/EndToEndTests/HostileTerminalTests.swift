import Foundation
import TestSupport
import Testing

@Suite(
    "Hostile terminals", .serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct HostileTerminalTests {
    private static let utf8 = ["LC_ALL": "C.UTF-8"]

    private func start(_ columns: Int, _ rows: Int, _ path: String? = nil) throws -> Tmux {
        let tmux = try Tmux(
            [Program.path, path ?? Program.sample.get().path], columns: columns, rows: rows,
            environment: Self.utf8)
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        return tmux
    }

    @Test("a storm of resizes loses no key and no screen")
    func storm() throws {
        let tmux = try start(120, 40)
        try tmux.send("3")
        try tmux.wait(for: "1 of 690")
        var random = SeededRandom(seed: 20_261_122)
        for round in 1...100 {
            try tmux.resize(
                columns: Int.random(in: 80...200, using: &random),
                rows: Int.random(in: 24...60, using: &random))
            if round % 2 == 0 { try tmux.send("Down") }
        }
        try tmux.resize(columns: 100, rows: 30)
        try tmux.wait(for: "51 of 690")
        let lines = try tmux.screen().split(separator: "\n")
        #expect(lines.count <= 30 && lines.allSatisfy { $0.count <= 100 })
        #expect(lines[0].contains("Accounts"))
        try tmux.send("q", "q")
        #expect(try tmux.waitForExit() == 0)
    }

    @Test("40 columns say what is needed, and what was typed is there again when there is room")
    func fortyColumns() throws {
        let tmux = try start(100, 30)
        try tmux.send("3", "/")
        try tmux.type("campaign:C-04")
        try tmux.wait(for: "/campaign:C-04")
        try tmux.wait(for: "12 accounts")
        try tmux.resize(columns: 40, rows: 24)
        try tmux.wait(for: "This terminal has 40 columns")
        #expect(try tmux.screen().contains("nothing is lost"))
        try tmux.resize(columns: 100, rows: 30)
        try tmux.wait(for: "/campaign:C-04")
        try tmux.send("Enter")
        try tmux.wait(for: "1 of 12")
        try tmux.send("q", "q")
        #expect(try tmux.waitForExit() == 0)
    }

    @Test("a resize while a prompt is open keeps what was typed, and typing goes on")
    func promptResized() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try start(120, 40, copy)
        try tmux.send("3")
        try tmux.wait(for: "1 of 690")
        try tmux.send("t")
        try tmux.type("seen ")
        try tmux.wait(for: "seen")
        try tmux.resize(columns: 90, rows: 28)
        try tmux.type("twice")
        try tmux.wait(for: "seen twice")
        try tmux.send("Enter")
        try tmux.wait(for: "Tagged account:")
        try tmux.send("q", "q")
        #expect(try tmux.waitForExit() == 0)
    }

    @Test("Ctrl-Z gives the terminal back to the shell, fg brings the screen and its place back")
    func stopped() throws {
        let sample = try Program.sample.get()
        let tmux = try Tmux(
            ["bash", "--norc", "--noprofile", "-i"], columns: 100, rows: 30,
            environment: Self.utf8.merging(["PS1": "ready> "]) { $1 })
        try tmux.wait(for: "ready>")
        let before = try tmux.lineSettings()
        try tmux.type("\(Program.path) \(sample.path)\n")
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        try tmux.send("3")
        try tmux.wait(for: "1 of 690")
        try tmux.send("Down")
        try tmux.wait(for: "2 of 690")
        for _ in 0..<2 {
            try tmux.send("C-z")
            let shell = try tmux.wait(for: "Stopped")
            #expect(!shell.contains("690 accounts"), "the workbench is still on the screen")
            #expect(try tmux.format("#{alternate_on}") == "0")
            try tmux.type("clear; stty -a | grep -c ' icanon'; fg\n")
            try tmux.wait(for: "2 of 690")
        }
        try tmux.send("q", "q")
        try tmux.wait(for: "ready>")
        #expect(try tmux.lineSettings() == before)
    }

    @Test("a hang-up in the middle of an analysis leaves a case that verifies")
    func hungUp() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try start(100, 30, copy)
        try tmux.send("A")
        try tmux.wait(for: "analysis")
        let shell = try #require(try tmux.processID())
        let inner = try ProgramRun.of("pgrep", ["-P", "\(shell)", "-x", "revenuer"]).outputText
        let process = Int32(inner.trimmingCharacters(in: .whitespacesAndNewlines)) ?? shell
        #expect(kill(process, SIGHUP) == 0)
        #expect(try tmux.waitForExit(timeoutSeconds: 20) == 128 + SIGHUP)
        let verified = try Program.run("verify", copy)
        #expect(verified.status == 0, "\(verified.outputText)")
    }

    @Test(
        "a terminal gets only what it understands, and in the locale C only ASCII",
        arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"], ["C.UTF-8", "C"])
    func terminals(name: String, locale: String) throws {
        let sample = try Program.sample.get()
        let folder = try TemporaryFolder()
        let script = """
            read start; stty -a >\(folder.path("before")); \(Program.path) \(sample.path); echo ended $?
            stty -a >\(folder.path("after")); cmp \(folder.path("before")) \(folder.path("after")) && echo whole; sleep 60
            """
        let tmux = try Tmux(
            ["sh", "-c", script], columns: 80, rows: 24, environment: ["TERM": name, "LC_ALL": locale])
        try tmux.record(to: folder.path("bytes"))
        try tmux.send("Enter")
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        try tmux.send("3")
        try tmux.wait(for: "1 of 690")
        try tmux.send("Enter")
        try tmux.wait(for: "Accounts ")
        try tmux.send("q", "q", "q")
        #expect(try tmux.wait(for: "whole").contains("ended 0"))
        let bytes = try folder.bytes(of: "bytes")
        if locale == "C" { #expect(bytes.allSatisfy { $0 < 0x80 }) }
        try check(String(decoding: bytes, as: UTF8.self), TerminalDescription(name))
    }

    /// Every kind of sequence is in the description, or asked for by one that is.
    private func check(_ sent: String, _ terminal: TerminalDescription) throws {
        var known = terminal.shapes
        // Who reports its cursor answers for its status too.
        if terminal.has("u7") { known.insert(EscapeShape(description: "ESC [  n")) }
        // Private modes: a terminal that has one of them passes over those it does not know.
        let modern = terminal.has("kmous") && !sent.isEmpty
        let unknown = EscapeShape.all(in: sent).subtracting(known).filter { shape in
            !(modern && ["ESC [ ? h", "ESC [ ? l"].contains(shape.description))
        }
        #expect(unknown.isEmpty, "\(unknown)")
        if !terminal.has("setaf") {
            #expect(!sent.contains(/\u{1B}\[[0-9;]*3[0-9][;m]/), "colours on a terminal without them")
        }
    }
}
