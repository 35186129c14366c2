import Terminal
import Testing

@testable import Screens

@Suite("Going back and forward") struct NavigationTests {
    @Test("q goes back and a forward, each to the place as it was left") func backAndForward() {
        var desk = Desk.open(keys: "3jjj ")
        let left = desk.grid
        desk.enter()
        desk.type("q")
        #expect(desk.grid == left)
        desk.type("a")
        #expect(desk.grid[0].contains("Accounts › u-10007bbc"))
    }

    @Test("filter, order, cursor and marks are there again") func restored() {
        var desk = Desk.open(keys: "3>>>s/exchanges>5")
        desk.press(.enter)
        desk.type(" j")
        let left = desk.grid
        desk.type("12q")
        desk.type("3")
        #expect(desk.grid == left)
        #expect(desk.grid[22].contains("filter: exchang"))
        #expect(desk.grid[22].contains("1 marked"))
    }

    @Test("at the first screen q leaves at once when nothing runs") func quit() {
        #expect(Desk.open(keys: "q").intents == [.quit])
    }

    @Test("with nothing ahead a says so") func nothingAhead() {
        #expect(Desk.open(keys: "a").grid[22].contains("There is nothing to go forward to."))
    }

    @Test("a screen stands in the stack once, however often its digit is pressed") func once() {
        #expect(Desk.open(keys: "2323231qqq").intents == [.quit])
    }

    @Test("a key that works elsewhere says where") func elsewhere() {
        let lists = Desk.open(keys: "s").screen
        #expect(lists.contains("s (sort by the chosen column; again turns it round) works in every list"))
        #expect(Desk.open(keys: "W").screen.contains("works in Members, Accounts"))
    }

    @Test("a key that means nothing points to help") func unknown() {
        #expect(Desk.open(keys: "§").grid[22].contains("§ does nothing here; ? shows the keys"))
    }

    @Test("the stack forgets what is far behind") func bounded() {
        var history = History(.page(OverviewScreen()))
        for _ in 0..<3 * History.limit { history.open(.page(HelpScreen(.overview, .standard))) }
        #expect(history.behind.count == History.limit)
    }

    @Test("an answer reaches the screen that asked though another is in front") func answerBehind() {
        var desk = Desk.open(keys: "2")
        desk.press(.enter)
        desk.press(.character("3"))
        desk.answerAll()
        desk.type("q")
        #expect(desk.screen.contains("Extraction campaign, almost certain"))
        #expect(desk.grid[0].contains("Campaigns › C-01"))
    }

    @Test("keys pressed before there is anything to act on act when it is there") func typeAhead() {
        var desk = Desk.open()
        desk.press(.character("2"), .character("j"), .enter)
        #expect(desk.grid[0].contains("Campaigns") && !desk.grid[0].contains("C-0"))
        desk.answerAll()
        #expect(desk.grid[0].contains("Campaigns › C-02"))
        // What leads elsewhere acts at once, and what waited is dropped.
        desk.press(.character("3"), .enter, .character("1"))
        desk.answerAll()
        #expect(desk.grid[0].contains("Overview"))
        desk.press(.character("3"))
        desk.answerAll()
        #expect(desk.grid[0].hasSuffix("Accounts") || desk.grid[0].contains("Accounts "))
        #expect(!desk.grid[0].contains("›"))
    }
}
