import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Export from a view") struct ExportTests {
    @Test("all that the filter keeps goes to the file whose ending says the format") func filtered() throws {
        var desk = Desk.open(keys: "3>_/exchanges>5")
        desk.press(.enter)
        desk.type("se")
        #expect(desk.screen.contains("export 20 accounts to file: accounts.csv"))
        desk.press(.enter)
        var order = ExportOrder(list: .accounts, path: "accounts.csv")
        order.filter = try FilterParser.parse("exchanges>5", fields: AccountColumns.fields)
        order.sort = SortOrder(field: "probability", isDescending: true)
        order.hidden = ["group"]
        #expect(desk.intents == [.export(order)])
    }

    @Test("the marked rows, whatever the filter") func marked() {
        var desk = Desk.open(keys: "3  e")
        #expect(desk.screen.contains("export 2 marked accounts to file:"))
        desk.press(.enter)
        guard case .export(let order) = desk.intents.last else {
            Issue.record("\(desk.intents)")
            return
        }
        #expect(order.marked == (0..<2).map { InventedCase.account($0).accountId.text })
    }

    @Test("a name that says no format is asked for again", arguments: ["x", "x.pdf", "csv"]) func refused(
        name: String
    ) {
        var desk = Desk.open(keys: "3e")
        desk.press(.control("u"))
        desk.type(name)
        desk.press(.enter)
        #expect(desk.screen.contains("give a name ending in .csv, .jsonl"))
        #expect(desk.intents.isEmpty && desk.workspace.context == .promptLine)
    }

    @Test("a page is text without what a terminal would obey; a campaign also rows and a graph") func pages()
    {
        var desk = Desk.open(keys: "2")
        desk.enter()
        desk.type("e")
        desk.press(.enter)
        guard case .exportText(let text, let path) = desk.intents.last else {
            Issue.record("\(desk.intents)")
            return
        }
        #expect(path == "campaigns-c-01.txt")
        #expect(text.hasPrefix("SYNTHETIC"))
        #expect(text.contains("C-01") && !text.contains("\u{1B}"))
        desk.type("e")
        desk.press(.control("u"))
        desk.type("c.graphml")
        desk.press(.enter)
        #expect(desk.intents.last == .exportGraph(group: "C-01", path: "c.graphml"))
    }
}
