import Foundation
import TestSupport
import Testing

@Suite(
    "A line of 9,600 baud", .serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct SlowLineTests {
    @Test("frames are skipped: the screen follows a burst of keys, and the next key, within seconds")
    func burst() throws {
        let relay = Program.root + "/Benchmarks/feel/slow_line.py"
        let tmux = try Tmux(
            ["python3", relay, "--baud", "9600", "--", Program.path, Program.sample.get().path], columns: 80,
            rows: 24, environment: ["LC_ALL": "C.UTF-8"])
        try tmux.wait(for: "Enter open", timeoutSeconds: 20)
        try tmux.send("3")
        try tmux.wait(for: "1 of 690", timeoutSeconds: 20)
        // The preview is the last to come.
        usleep(2_000_000)
        try tmux.send(Array(repeating: "Down", count: 50))
        let typed = Date()
        try tmux.wait(for: "51 of 690", timeoutSeconds: 20)
        // Fifty frames would take more than ten seconds.
        #expect(Date().timeIntervalSince(typed) < 4)
        try tmux.send("?")
        let asked = Date()
        try tmux.wait(for: "Help", timeoutSeconds: 20)
        #expect(Date().timeIntervalSince(asked) < 4)
        try tmux.send("q", "q", "q")
        #expect(try tmux.waitForExit() == 0)
    }
}
