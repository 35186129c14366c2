import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Undo and redo") struct UndoTests {
    @Test("marks, order, filter and columns come back one after the other, and go again") func lists() {
        var desk = Desk.open(keys: "3")
        var grids = [desk.workspace.stateHere]
        for keys in [" ", "s", "_"] {
            desk.type(keys)
            grids.append(desk.workspace.stateHere)
        }
        desk.type("/exchanges>5")
        desk.press(.enter)
        desk.answerAll()
        grids.append(desk.workspace.stateHere)
        for place in [3, 2, 1, 0] {
            desk.type("z")
            #expect(desk.workspace.stateHere?.marks == grids[place]?.marks)
            #expect(desk.workspace.stateHere?.filterText == grids[place]?.filterText)
            #expect(desk.workspace.stateHere?.sort == grids[place]?.sort)
            #expect(desk.workspace.stateHere?.hidden == grids[place]?.hidden)
        }
        desk.type("z")
        #expect(desk.screen.contains("There is nothing to undo."))
        desk.type("ZZZZ")
        #expect(desk.workspace.stateHere?.filterText == "exchanges>5")
        desk.type("Z")
        #expect(desk.screen.contains("There is nothing to do again."))
    }

    @Test("undo goes to the list that it is about") func elsewhere() {
        var desk = Desk.open(keys: "3 2z")
        #expect(desk.grid[0].contains("Accounts"))
        #expect(desk.workspace.stateHere?.marks.isEmpty == true)
        #expect(desk.screen.contains("Undone: marks in Accounts. Z does it again."))
        desk.type("Z")
        #expect(desk.workspace.stateHere?.marks.count == 1)
    }

    @Test("something new ends what could be done again") func forked() {
        var desk = Desk.open(keys: "3 z")
        desk.type("s")
        desk.type("Z")
        #expect(desk.screen.contains("There is nothing to do again."))
    }

    @Test("moving to another column is no step of its own") func columns() {
        let desk = Desk.open(keys: "3 >>z")
        #expect(desk.workspace.stateHere?.marks.isEmpty == true)
        #expect(desk.screen.contains("Undone: marks"))
    }

    @Test("a tag is withdrawn when that is written down, and put on again") func notes() {
        var desk = Desk.open(keys: "3")
        let order = NoteOrder(subjects: ["account:u-1"], kind: .tag, text: "mule")
        let deed = NoteDeed(order: order, numbers: [7], isWithdrawal: false)
        desk.send(.noted(deed, .person))
        #expect(desk.screen.contains("Tagged account:u-1. z undoes it."))
        desk.type("z")
        #expect(desk.intents.last == .withdraw(deed, .undo))
        #expect(desk.workspace.deeds.done.count == 1)
        desk.send(.noted(NoteDeed(order: order, numbers: [7], isWithdrawal: true), .undo))
        #expect(desk.workspace.deeds.done.isEmpty && desk.workspace.deeds.undone.count == 1)
        desk.type("Z")
        #expect(desk.intents.last == .note(order, .redo))
        let again = NoteDeed(order: order, numbers: [9], isWithdrawal: false)
        desk.send(.noted(again, .redo))
        #expect(desk.workspace.deeds.done == [.notes(again)])
    }

    @Test("the stack forgets what is far behind") func bounded() {
        var stack = UndoStack()
        let order = NoteOrder(subjects: ["account:u-1"], kind: .tag, text: "t")
        for number in 0..<3 * UndoStack.limit {
            stack.push(.notes(NoteDeed(order: order, numbers: [number], isWithdrawal: false)))
        }
        #expect(stack.done.count == UndoStack.limit)
    }
}

extension Workspace {
    /// What was made of the list in sight.
    fileprivate var stateHere: ListState? {
        guard case .list(let model) = history.current else { return nil }
        return model.state
    }
}
