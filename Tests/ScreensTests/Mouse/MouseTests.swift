import Terminal
import Testing

@testable import Screens

@Suite("The mouse") struct MouseTests {
    private func click(_ desk: inout Desk, row: Int) {
        desk.send(.mouse(MouseEvent(.press, at: Point(column: 4, row: row))))
        desk.answerAll()
    }

    @Test("off at first: clicks mean nothing until m turns it on") func off() {
        var desk = Desk.open(keys: "3")
        let before = desk.grid
        click(&desk, row: 6)
        #expect(desk.grid == before)
        desk.type("m")
        #expect(desk.intents == [.mouse(true)])
        #expect(desk.screen.contains("Mouse on"))
        desk.type("m")
        #expect(desk.intents == [.mouse(true), .mouse(false)])
    }

    @Test("a click goes to the row, one on the cursor opens it, the wheel goes on") func rows() {
        var desk = Desk.open(keys: "3m")
        click(&desk, row: 6)
        #expect(desk.grid[22].contains("4 of 40"))
        desk.send(.mouse(MouseEvent(.wheelDown, at: Point(column: 1, row: 1))))
        #expect(desk.grid[22].contains("7 of 40"))
        desk.send(.mouse(MouseEvent(.wheelUp, at: Point(column: 1, row: 1))))
        #expect(desk.grid[22].contains("4 of 40"))
        click(&desk, row: 6)
        #expect(desk.grid[0].contains("Accounts › u-"))
    }

    @Test("clicks beside rows, on other buttons and while a line is typed mean nothing") func elsewhere() {
        var desk = Desk.open(keys: "3m")
        let before = desk.workspace.history.current.crumbs
        click(&desk, row: 0)
        click(&desk, row: 23)
        desk.send(.mouse(MouseEvent(.press, button: 2, at: Point(column: 4, row: 6))))
        desk.type("/")
        click(&desk, row: 6)
        #expect(desk.workspace.history.current.crumbs == before)
        #expect(desk.workspace.context == .filterLine)
    }
}
