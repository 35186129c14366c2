import Terminal
import Testing

@testable import Screens

@Suite("What a graph begins with") struct GraphSelectionTests {
    @Test("without a selection it begins with the likeliest campaign and says so") func strongest() {
        let desk = Desk.open(keys: "7")
        #expect(desk.grid[0].contains("Graph › C-01"))
        #expect(desk.screen.contains("Nothing was selected: this begins with C-01, the likeliest campaign."))
    }

    @Test("of campaigns that look equally likely it begins with the largest") func largest() {
        var desk = Desk(80, 24)
        desk.overview.standsOut[0].extractionProbability = 0.99991
        desk.overview.standsOut[1].extractionProbability = 0.99999
        desk.start()
        desk.answerAll()
        desk.type("7")
        #expect(desk.grid[0].contains("Graph › C-01"))
    }

    @Test("without a campaign it says what to do") func nothing() {
        var desk = Desk(80, 24)
        desk.overview.standsOut = []
        desk.start()
        desk.answerAll()
        desk.type("7")
        #expect(desk.screen.contains("no campaign was found to begin with"))
        desk.press(.tab)
        #expect(desk.screen.contains("nothing is selected"))
    }

    @Test(
        "7 on an opened thing, or on a marked account, is the graph of that",
        arguments: [
            ("2E7", "C-01"), ("4E7", "python-sdk/1.4"), ("3 7", "u-10000000"), ("3E7", "u-10000000"),
        ])
    func selected(keys: String, name: String) {
        var desk = Desk.open(80, 24)
        for key in keys { if key == "E" { desk.enter() } else { desk.type(String(key)) } }
        #expect(desk.grid[0].contains("Graph › \(name)"))
        #expect(!desk.screen.contains("Nothing was selected"))
    }

    @Test("several marked accounts are the nodes to begin with") func marked() {
        let desk = Desk.open(keys: "3  7")
        #expect(desk.screen.contains("2 accounts  marked accounts"))
        #expect(desk.screen.contains("▸ u-10000000"))
    }

    @Test("graph of this is in the palette, and takes the row under the cursor") func palette() {
        var desk = Desk.open(keys: "3j:graph of this")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[0].contains("Graph › u-10001eef"))
    }

    @Test("7 from elsewhere comes back to the graph as it was left") func again() {
        var desk = Desk.open(keys: "3")
        desk.enter()
        desk.type("7+")
        let before = desk.grid
        desk.type("17")
        #expect(desk.grid == before)
    }
}
