import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Completing a filter") struct FilterCompletingTests {
    @Test("Tab goes through the names of fields, which stand above the line") func names() {
        var desk = Desk.open(keys: "3/ex")
        #expect(desk.grid[21].contains("Tab") && desk.grid[21].contains("exchanges>"))
        desk.press(.tab)
        #expect(desk.grid[22].contains("/exchanges>"))
        desk.type("5 st")
        desk.press(.tab)
        #expect(desk.grid[22].contains("/exchanges>5 status:"))
    }

    @Test("of a field the values that the column has, the most frequent first, again for the next")
    func values() {
        var desk = Desk.open(keys: "3/status:")
        desk.press(.tab)
        #expect(desk.asked.last?.list == .frequencies(of: .accounts, field: "status", filter: ""))
        desk.answerAll()
        #expect(desk.grid[22].contains("/status:active"))
        #expect(desk.grid[21].contains("active") && desk.grid[21].contains("banned"))
        desk.press(.tab)
        #expect(desk.grid[22].contains("/status:banned"))
        desk.press(.tab)
        #expect(desk.grid[22].contains("/status:active"))
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[22].contains("filter: status:active"))
    }

    @Test("what nothing completes stays as it is") func nothing() {
        var desk = Desk.open(keys: "3/zzz")
        desk.press(.tab)
        #expect(desk.grid[22].contains("/zzz"))
    }
}

@Suite("Panes") struct PaneTests {
    @Test("the list alone, the preview zoomed, both again") func cycle() throws {
        var desk = Desk.open(120, 40, keys: "2")
        let both = desk.grid
        #expect(both[5].contains("│"))
        desk.type("|")
        #expect(!desk.grid[5].contains("│"))
        desk.type("|")
        #expect(desk.grid[6].contains("────"))
        let zoomed = desk.screen
        #expect(zoomed.contains("C-01"))
        desk.type("|")
        #expect(desk.grid == both)
    }
}
