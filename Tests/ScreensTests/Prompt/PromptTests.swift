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
        #expect(desk.intents == [Self.note(subject, .tag, "seen before")])
        desk.type("2cask the bank")
        desk.press(.enter)
        #expect(desk.intents.last == Self.note("campaign:C-01", .comment, "ask the bank"))
    }

    @Test("with marks, a tag is put on all of them") func marked() {
        var desk = Desk.open(keys: "3  tmules")
        #expect(desk.screen.contains("tag 2 marked rows:"))
        desk.press(.enter)
        let subjects = (0..<2).map { "account:" + InventedCase.account($0).accountId.string }
        let order = NoteOrder(subjects: subjects, kind: .tag, text: "mules")
        #expect(desk.intents == [.note(order, .person)])
    }

    @Test("an empty prompt shows what could be typed") func examples() {
        #expect(Desk.open(keys: ";").screen.contains("SELECT status"))
        #expect(Desk.open(keys: "3f").screen.contains("status:banned"))
    }

    private static func note(_ subject: String, _ kind: NoteRow.Kind, _ text: String) -> Intent {
        .note(NoteOrder(subjects: [subject], kind: kind, text: text), .person)
    }

    @Test("pasted text goes into the line") func paste() {
        var desk = Desk.open(keys: "I")
        desk.send(.paste("/cases/a b"))
        desk.press(.enter)
        #expect(desk.intents == [.startImport("/cases/a b")])
    }
}
