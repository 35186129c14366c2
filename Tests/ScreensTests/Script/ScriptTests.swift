import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Command log and scripts") struct ScriptTests {
    private func run(_ lines: [String]) -> Desk {
        var desk = Desk.open()
        for line in lines { desk.run(line) }
        return desk
    }

    @Test("what keys did, the log does again") func replayed() {
        var desk = Desk.open(keys: "3jjj >>s/exchanges>5")
        desk.press(.enter)
        desk.answerAll()
        desk.type("jjtmule")
        desk.press(.enter)
        desk.type(":u-1000d889")
        desk.press(.enter)
        desk.answerAll()
        desk.type("q")
        let lines = desk.workspace.log.lines
        #expect(
            lines == [
                "screen accounts", "down 3", "mark", "next-column 2", "sort", "filter exchanges>5", "down 2",
                "tag mule",
                "open account:u-1000d889", "back",
            ])
        let again = run(lines)
        #expect(again.grid == desk.grid)
        #expect(again.intents == desk.intents)
    }

    @Test("the log is a page, and is exported as it stands") func log() {
        var desk = Desk.open(keys: "3j:log")
        desk.press(.enter)
        #expect(desk.grid[0].contains("Command log"))
        #expect(desk.screen.contains("1  screen accounts") && desk.screen.contains("2  down"))
        desk.type("e")
        desk.press(.enter)
        #expect(
            desk.intents == [.exportText("screen accounts\ndown 1\ncommand-log\n", path: "command-log.txt")]
                || desk.intents == [
                    .exportText("screen accounts\ndown\ncommand-log\n", path: "command-log.txt")
                ])
    }

    @Test("texts over several lines stand in one", arguments: ["a\\nb", "two\nlines\r", "\\", "plain"])
    func texts(text: String) {
        let line = ScriptText.line(text)
        #expect(!line.contains("\n") && !line.contains("\r"))
        #expect(ScriptText.text(line[...]) == text)
    }

    @Test(
        "a line that cannot be done says why",
        arguments: [
            ("fly", "There is no command 'fly'"), ("mark 3", "'3' was not expected here"),
            ("down 0", "'0' was not expected"), ("open net:x", "cannot be opened"),
            ("sort", "sort does nothing on Overview"), ("screen nowhere", "There is no command 'screen'"),
        ])
    func refused(line: String, words: String) {
        #expect(run([line]).workspace.outcome?.words.contains(words) == true)
        #expect(run([line]).workspace.outcome?.isProblem == true)
    }

    @Test("a filter that cannot be read stops, remarks and empty lines do nothing") func filters() {
        #expect(run(["screen accounts", "filter nonsense:1"]).workspace.outcome?.isProblem == true)
        #expect(run(["# hello", "", "   "]).grid == Desk.open().grid)
    }

    @Test("every command that a key does has a name of its own, and the name is read back") func names()
        throws
    {
        var seen: [String: Command] = [:]
        for binding in Keymap.standard.bindings where !binding.contexts.isDisjoint(with: .screens) {
            guard let name = binding.command.name else { continue }
            #expect(seen[name] == nil || seen[name] == binding.command, "\(name)")
            seen[name] = binding.command
            let line = try ScriptLine(name, .standard)
            #expect(line == .command(binding.command, text: "", count: 1), "\(name)")
        }
        #expect(seen.count > 40)
    }

    @Test("plain mode reads a list row by row, and says where one is") func plain() {
        let lines = run(["screen accounts", "filter exchanges>5", "down 2"]).workspace.plainLines
        #expect(lines[0] == "SYNTHETIC. Quickstart case: Accounts")
        #expect(lines[1].hasPrefix("1. account_id u-10000000, group C-01, probability .998"))
        #expect(lines.last?.hasPrefix("Here: account_id u-10003dde") == true)
        #expect(lines.contains { $0.hasPrefix("3 of 20 accounts") })
        let page = run(["open campaign:C-01"]).workspace.plainLines
        #expect(page[0] == "SYNTHETIC. Quickstart case: Campaigns, C-01")
        #expect(page.count > 10)
    }
}

extension Desk {
    /// Does a line of a script and lets the answers come.
    fileprivate mutating func run(_ line: String) {
        take(workspace.run(line: line))
        answerAll()
    }
}
