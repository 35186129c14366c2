import Foundation
import TestSupport
import Testing

/// What each user does for a living, in a real terminal.
@Suite(
    "Walks through the workbench", .serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct WalkTests {
    private func open(_ path: String, columns: Int, rows: Int) throws -> Tmux {
        let tmux = try Tmux(
            ["sh", "-c", "\(Program.path) \(path); echo ended $?; \(Program.path) \(path); sleep 60"],
            columns: columns, rows: rows, environment: ["LC_ALL": "C.UTF-8"])
        try tmux.wait(for: "Overview", timeoutSeconds: 20)
        return tmux
    }

    /// Waits until the screen is another one and stays as it is.
    private func settle(_ tmux: Tmux, after before: String) throws {
        var last = before
        for _ in 0..<60 {
            Thread.sleep(forTimeInterval: 0.03)
            let now = try tmux.screen()
            if now == last, now != before { return }
            last = now
        }
    }

    /// Goes down until the cursor stands on a line with that text.
    private func goDown(to text: String, _ tmux: Tmux) throws {
        for _ in 0..<80 {
            let before = try tmux.screen()
            let isThere = before.split(separator: "\n").contains {
                $0.contains("›") && $0.contains(text) && !$0.contains(" u-") && !$0.contains("REVENUER")
            }
            if isThere { return }
            try tmux.send("Down")
            try settle(tmux, after: before)
        }
        Issue.record("nothing with \(text) under the cursor:\n\(try tmux.screen())")
    }

    @Test(
        "investigator: campaign, account, its payment, the acceptance sentence, tag, comment, back",
        arguments: [(80, 24), (160, 50)])
    func investigator(columns: Int, rows: Int) throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try open(copy, columns: columns, rows: rows)
        try goDown(to: "C-01", tmux)
        try tmux.send("Enter")
        try tmux.wait(for: "Campaigns › C-01")
        try tmux.send("m")
        try tmux.wait(for: "of 210 members")
        try tmux.send("Enter")
        try tmux.wait(for: "Accounts › u-")
        try tmux.wait(for: "in C-01")
        try goDown(to: "pf_", tmux)
        let left = try tmux.screen()
        try tmux.send("x")
        try tmux.wait(for: "filter: holds:payment:pf_")
        try tmux.wait(for: "1 of ")
        // The acceptance sentence, from any account.
        try tmux.send("R")
        try tmux.wait(for: "flagged accounts")
        try tmux.send("q")
        try tmux.wait(for: "filter: holds:payment:pf_")
        try tmux.send("t")
        try tmux.type("paid together")
        try tmux.send("Enter")
        try tmux.wait(for: "Tagged account:")
        try tmux.send("c")
        try tmux.type("ask the bank")
        try tmux.send("Enter")
        try tmux.wait(for: "Commented on account:")
        try tmux.send("q")
        try tmux.wait(for: "Accounts › u-")
        let back = try tmux.screen()
        #expect(back.contains("›") && left.split(separator: "\n").first == back.split(separator: "\n").first)
        try tmux.send("z")
        try tmux.wait(for: "Undone: comment")
        try tmux.send("B")
        try tmux.wait(for: "paid together")
        try tmux.wait(for: "withdrawn")
        #expect(try Program.run("verify", copy).status == 0)
    }

    @Test(
        "analyst: filter, frequency table, three hundred accounts as CSV, and there again after a restart",
        arguments: [(80, 24), (160, 50)])
    func analyst(columns: Int, rows: Int) throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try open(copy, columns: columns, rows: rows)
        try tmux.send("3")
        try tmux.wait(for: "of 690 accounts")
        try tmux.send("/")
        try tmux.type("stat")
        try tmux.send("Tab")
        try tmux.wait(for: "/status:")
        try tmux.send("Tab")
        try tmux.wait(for: "/status:active")
        try tmux.send("Enter")
        try tmux.wait(for: "filter: status:active ")
        try tmux.send(">", "F")
        try tmux.wait(for: "Frequencies of group")
        try tmux.wait(for: "%")
        try tmux.send("Enter")
        try tmux.wait(for: "filter: status:active group:")
        try tmux.send("q", "q")
        try tmux.wait(for: "filter: status:active ")
        try tmux.send("v")
        for _ in 0..<30 { try tmux.type(String(repeating: "j", count: 10)) }
        try tmux.send("k")
        try tmux.wait(for: "300 of ")
        try tmux.send("v")
        try tmux.wait(for: "Marked 300 rows.")
        try tmux.send("e")
        try tmux.wait(for: "export 300 marked accounts to file:")
        try tmux.send("C-u")
        let file = folder.path("selection.csv")
        try tmux.type(file)
        try tmux.send("Enter")
        try tmux.wait(for: "Wrote 300 rows")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 301)
        #expect(lines[0].hasPrefix("account_id,") && lines.dropFirst().allSatisfy { $0.hasSuffix(",true") })
        // What is there is not written over.
        try tmux.send("e")
        try tmux.wait(for: "export 300 marked accounts to file:")
        try tmux.type(file)
        try tmux.send("Enter")
        try tmux.wait(for: "The export failed:")
        try tmux.wait(for: "give another name.")
        #expect(try !tmux.screen().contains("CommandFailure"))
        try tmux.send("q", "q")
        try tmux.wait(for: "Back where you were")
        try tmux.send("3")
        try tmux.wait(for: "300 marked")
    }

    @Test(
        "reviewer: the queue, a linked account after the other, confirm, reject, take back, and the analysis obeys",
        arguments: [(80, 24), (160, 50)])
    func reviewer(columns: Int, rows: Int) throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let tmux = try open(copy, columns: columns, rows: rows)
        try tmux.wait(for: "to review")
        try tmux.send("9")
        try tmux.wait(for: "waiting")
        try tmux.wait(for: "CLAIM", timeoutSeconds: 30)
        try tmux.wait(for: "COULD BE", timeoutSeconds: 30)
        let first = try tmux.screen()
        try tmux.send("Enter")
        try tmux.wait(for: "linked with", timeoutSeconds: 30)
        try settle(tmux, after: first)
        #expect(try tmux.screen() != first)
        try decide("y", "one card, one device, one night", "Confirmed", tmux)
        try tmux.wait(for: "confirmed 1", timeoutSeconds: 30)
        try tmux.wait(for: "CLAIM", timeoutSeconds: 30)
        // A reason once given comes back with Up.
        let next = try tmux.screen()
        try tmux.send("n", "Up", "Enter")
        try tmux.wait(for: "Rejected")
        try tmux.wait(for: "rejected 1", timeoutSeconds: 30)
        try settle(tmux, after: next)
        try tmux.send("z")
        try tmux.wait(for: "Taken back: rejected")
        try tmux.wait(for: "rejected 0", timeoutSeconds: 30)
        try tmux.wait(for: "CLAIM", timeoutSeconds: 30)
        try tmux.send("u", "Enter")
        try tmux.wait(for: "A decision needs a reason in words")
        try decide("u", "ask the bank", "Left open", tmux)
        try tmux.wait(for: "unsure 1", timeoutSeconds: 30)
        let place = try tmux.screen()
        try tmux.send("o")
        try tmux.wait(for: "Accounts › u-")
        try tmux.send("q")
        try tmux.wait(for: "unsure 1", timeoutSeconds: 30)
        #expect(try tmux.screen().split(separator: "\n").first == place.split(separator: "\n").first)
        try tmux.send("A")
        try tmux.wait(for: "The analysis is done.", timeoutSeconds: 60)
        let decisions = try Program.rows("list", "decisions", copy)
        #expect(Set(decisions.compactMap { $0["verdict"] as? String }) == ["confirm", "reject", "unsure"])
        let confirmed = decisions.filter { $0["verdict"] as? String == "confirm" }
        #expect(confirmed.count == 1 && confirmed.allSatisfy { $0["bound"] as? Bool == true })
        #expect(try Program.run("verify", copy).status == 0)
    }

    private func decide(_ key: String, _ reason: String, _ done: String, _ tmux: Tmux) throws {
        try tmux.wait(for: "CLAIM", timeoutSeconds: 30)
        try tmux.send(key)
        try tmux.wait(for: ", because:")
        try tmux.type(reason)
        try tmux.send("Enter")
        try tmux.wait(for: done)
    }

    @Test("a log is saved, and does the same again without a terminal")
    func replay() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let script = folder.path("walk.script")
        try "# a walk\nscreen accounts\nfilter status:banned\ndown 2\nopen campaign:C-02\n"
            .write(toFile: script, atomically: true, encoding: .utf8)
        let run = try Program.run("replay", copy, script)
        #expect(run.status == 0)
        #expect(run.outputText.contains("Campaigns, C-02"))
        try "screen accounts\nfilter nonsense:1\n".write(toFile: script, atomically: true, encoding: .utf8)
        let wrong = try Program.run("replay", copy, script)
        #expect(wrong.status == 1)
        #expect(wrong.errorText.contains("line 2, 'filter nonsense:1'"))
    }

    @Test("without a terminal decisions are made, and statements exported in full")
    func replayedDecisions() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let (script, file) = (folder.path("walk.script"), folder.path("rows.csv"))
        let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)"
        let statement =
            #"\#(many) SELECT i AS "=a,b", -i AS minus, hex(zeroblob(1500)) AS long, -9223372036854775807 - 1 AS least FROM n"#
        try "screen review\nconfirm seen in person\nsql \(statement)\nexport \(file)\n"
            .write(toFile: script, atomically: true, encoding: .utf8)
        let run = try Program.run("replay", copy, script)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("1 of the first 5,000 rows"))
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 6001)
        #expect(lines[0] == #""'=a,b",minus,long,least,synthetic"#)
        #expect(lines[6000] == "6000,-6000,\(String(repeating: "0", count: 3000)),'-9223372036854775808,true")
        let decisions = try Program.rows("list", "decisions", copy)
        #expect(decisions.map { $0["reason"] as? String } == ["seen in person"])
    }

    @Test("tags are a field, and the palette knows groups and accounts by their beginning")
    func tagsAndNames() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        #expect(try Program.run("tag", copy, "u-067d4bac", "ring%a").status == 0)
        for filter in ["tag:ring%a", "tag:ring*"] {
            let rows = try Program.rows("list", "accounts", copy, filter)
            #expect(rows.map { $0["account_id"] as? String } == ["u-067d4bac"])
        }
        #expect(try Program.rows("list", "accounts", copy, "tag:ringxa").isEmpty)
        #expect(try Program.rows("list", "accounts", copy, "tag:none").count == 689)
        let tmux = try open(copy, columns: 80, rows: 24)
        try tmux.type(":u-067d")
        try tmux.wait(for: "account:u-067d4bac", timeoutSeconds: 20)
        try tmux.send("Enter")
        try tmux.wait(for: "Accounts › u-067d4bac")
        try tmux.type(":class or")
        try tmux.wait(for: "group:G-01", timeoutSeconds: 20)
    }

    @Test("plain mode answers line by line")
    func plain() throws {
        let path = try Program.sample.get().path
        let run = try ProgramRun.of(
            "sh",
            [
                "-c",
                "printf '3\\n/ status:banned\\nx\\nwhat\\nquit\\n' | \(Program.path) open --plain \(path)",
            ],
            timeoutSeconds: 60)
        #expect(run.status == 0)
        #expect(run.outputText.contains("SYNTHETIC. Quickstart case (SYNTHETIC): Accounts"))
        #expect(run.outputText.contains("filter: status:banned"))
        #expect(run.outputText.contains("Problem: There is no command 'what'"))
        #expect(!run.outputText.contains("\u{1B}"))
    }
}
