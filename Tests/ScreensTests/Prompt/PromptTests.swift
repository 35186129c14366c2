import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Lines that are asked for") struct PromptTests {
    @Test("a folder that was typed is imported") func importing() {
        var desk = Desk.open(keys: "I/cases/harbour")
        #expect(desk.screen.contains("import folder or file: /cases/harbour"))
        desk.press(.enter)
        #expect(desk.intents.contains(.startImport("/cases/harbour")))
        #expect(!desk.screen.contains("import folder or file"))
    }

    @Test("Esc leaves it, and nothing typed does nothing") func left() {
        var desk = Desk.open(keys: "I/x")
        desk.press(.escape)
        desk.type("I")
        desk.press(.enter)
        #expect(desk.intents.isEmpty)
        #expect(desk.screen.contains("Nothing was typed, nothing was done."))
    }

    @Test("while a job runs nothing is imported") func busy() {
        var desk = Desk.open()
        desk.send(.jobProgress(JobProgress(name: "analysis", fraction: 0.3, detail: "links")))
        desk.type("I")
        #expect(desk.screen.contains("The analysis is running"))
    }

    @Test("tags and comments are about what is under the cursor, by its full name") func notes() {
        var desk = Desk.open(keys: "3tseen before")
        desk.press(.enter)
        let subject = "account:" + InventedCase.account(0).accountId.string
        #expect(desk.intents == [.note(subject: subject, kind: .tag, text: "seen before")])
        desk.type("2cask the bank")
        desk.press(.enter)
        #expect(desk.intents.last == .note(subject: "campaign:C-01", kind: .comment, text: "ask the bank"))
    }

    @Test("pasted text goes into the line") func paste() {
        var desk = Desk.open(keys: "I")
        desk.send(.paste("/cases/a b"))
        desk.press(.enter)
        #expect(desk.intents == [.startImport("/cases/a b")])
    }
}
