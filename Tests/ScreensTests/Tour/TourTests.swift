import Terminal
import Testing

@testable import Screens

@Suite("The tour") struct TourTests {
    @Test("it is offered, and n goes without") func offered() {
        var desk = Desk.open()
        desk.workspace.offerTour()
        #expect(desk.screen.contains("First time here?"))
        desk.type("n")
        #expect(!desk.screen.contains("Tour 1 of"))
    }

    @Test("every step can be done with the keys it names, and leads to the next") func walked() {
        var desk = Desk.open()
        desk.workspace.offerTour()
        desk.type("y")
        #expect(desk.screen.contains("Tour 1 of 11"))
        desk.type("2")
        #expect(desk.screen.contains("Tour 2 of 11"))
        desk.enter()
        #expect(desk.screen.contains("Tour 3 of 11"))
        desk.type("m")
        #expect(desk.screen.contains("Tour 4 of 11"))
        desk.enter()
        #expect(desk.screen.contains("Tour 5 of 11"))
        desk.type("R")
        #expect(desk.screen.contains("Tour 6 of 11"))
        desk.type("q")
        #expect(desk.screen.contains("Tour 7 of 11"))
        for _ in 0..<60 where desk.workspace.history.current.context == .account { desk.type("jx") }
        #expect(desk.screen.contains("Tour 8 of 11"))
        desk.type("/ status:banned")
        #expect(desk.screen.contains("Tour 8 of 11"))
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.screen.contains("Tour 9 of 11"))
        desk.type(" ")
        #expect(desk.screen.contains("Tour 10 of 11"))
        desk.type("z")
        #expect(desk.screen.contains("Tour 11 of 11"))
        desk.type(":tour")
        desk.press(.enter)
        #expect(desk.screen.contains("The tour is over"))
    }
}
