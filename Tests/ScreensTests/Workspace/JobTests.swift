import Terminal
import Testing

@testable import Screens

@Suite("A running job") struct JobTests {
    private func running(_ keys: String = "") -> Desk {
        var desk = Desk.open()
        desk.send(.jobProgress(JobProgress(name: "analysis", fraction: 0.42, detail: "linking")))
        desk.type(keys)
        return desk
    }

    @Test("its name, progress and stage stand in the top line") func header() {
        #expect(
            running().grid[0]
                == " REVENUER  Quickstart c…  ▌SYNTHETIC▐  Overview  analysis 42 % linking ███▍░░░░")
    }

    @Test("without a known fraction there is no bar") func unknownFraction() {
        var desk = Desk.open()
        desk.send(.jobProgress(JobProgress(name: "import", fraction: nil, detail: "exchanges.csv")))
        #expect(desk.grid[0].hasSuffix("import exchanges.csv"))
    }

    @Test("Ctrl-C cancels it, not the program") func cancel() {
        var desk = running()
        desk.press(.control("c"))
        #expect(desk.intents == [.cancelJob])
        desk.send(.jobEnded(JobEnd(name: "analysis", outcome: .cancelled)))
        #expect(desk.grid[22].contains("The analysis was cancelled"))
        #expect(!desk.grid[0].contains("linking"))
        desk.press(.control("c"))
        #expect(desk.grid[22].contains("No job is running"))
    }

    @Test("quitting asks only while it runs") func quit() {
        var desk = running("q")
        #expect(desk.grid[22].contains("The analysis is still running. Cancel it and quit?"))
        #expect(desk.grid[23].hasPrefix(" y yes  n no"))
        desk.type("n")
        #expect(desk.intents.isEmpty)
        desk.type("qy")
        #expect(desk.intents == [.quit])
    }

    @Test("the question goes away when the job ends by itself") func questionEnds() {
        var desk = running("q")
        desk.send(.jobEnded(JobEnd(name: "analysis", outcome: .done)))
        #expect(desk.grid[22].contains("The analysis is done."))
    }

    @Test("A starts an analysis, and a second one says that the first runs") func analyse() {
        var desk = Desk.open(keys: "A")
        #expect(desk.intents == [.startAnalysis])
        desk.type("A")
        #expect(desk.intents == [.startAnalysis])
        #expect(desk.grid[22].contains("The analysis is running; Ctrl-C cancels it."))
    }

    @Test("a changed case is read anew, here and wherever one goes back to") func changed() {
        var desk = Desk.open(keys: "2")
        desk.enter()
        desk.send(.caseChanged)
        #expect(desk.waiting.map(\.request) == [.overview, .group("C-01")])
        desk.answerAll()
        desk.press(.character("q"))
        #expect(desk.waiting.contains { $0.request == .group("C-01") })
        #expect(desk.waiting.count == 2)
    }
}
