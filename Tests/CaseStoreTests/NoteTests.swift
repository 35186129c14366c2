import Casework
import Testing

@testable import CaseStore

@Suite("Notes") struct NoteTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func writer() throws -> CaseWriter {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        try importer.close()
        return writer
    }

    @Test("A note is there under its subject, in the list, in the dossier and in the audit log")
    func adding() throws {
        let writer = try self.writer()
        let note = try writer.addNote(on: "account:u-1", .comment, "seen \"before\"\u{1B}")
        #expect(note.number == 1 && note.actor == "tester" && !note.withdrawn)
        let reader = try writer.reader()
        #expect(try reader.notes(on: "account:u-1") == [note])
        #expect(try reader.notes(on: "account:U-1").isEmpty)
        #expect(try reader.notes(ListQuery()) == [note])
        #expect(try reader.dossier(AccountID("u-1")).notes == [note])
        let entry = try #require(try reader.log(ListQuery()).last)
        #expect(entry.action == "note")
        #expect(entry.details.contains("\"subject\":\"account:u-1\""))
        #expect(try reader.verify().isSound)
        try writer.close()
    }

    @Test("A withdrawn note stays, marked, and is withdrawn once")
    func withdrawing() throws {
        let writer = try self.writer()
        _ = try writer.addNote(on: "campaign:C-01", .comment, "look again")
        #expect(try writer.withdrawNote(1).withdrawn)
        #expect(try writer.withdrawNote(1).withdrawn)
        let reader = try writer.reader()
        #expect(try reader.notes(ListQuery()).map(\.withdrawn) == [true])
        #expect(try reader.auditEntries().filter { $0.action == "withdraw_note" }.count == 1)
        let standing = Filter.field("withdrawn", .matches(pattern: "false", isGlob: false))
        #expect(try reader.count(.notes, standing) == 0)
        #expect(throws: StoreError.notFound("note:9")) { try writer.withdrawNote(9) }
        // The withdrawal is an event of its own and no note.
        #expect(throws: StoreError.notFound("note:2")) { try writer.withdrawNote(2) }
        try writer.close()
    }

    @Test("A thing bears a tag once; taken off, it can be put on again")
    func tags() throws {
        let writer = try self.writer()
        let first = try writer.addNote(on: "account:u-1", .tag, "priority")
        #expect(try writer.addNote(on: "account:u-1", .tag, "priority") == first)
        #expect(try writer.addNote(on: "account:u-1", .tag, "Priority") != first)
        #expect(try writer.withdrawTag("priority", on: "account:u-1").number == first.number)
        #expect(throws: StoreError.notFound("tag priority on account:u-1")) {
            try writer.withdrawTag("priority", on: "account:u-1")
        }
        #expect(try writer.addNote(on: "account:u-1", .tag, "priority").number > first.number)
        try writer.close()
    }

    @Test("A note without words is refused and leaves no trace")
    func empty() throws {
        let writer = try self.writer()
        let before = try writer.reader().auditHead()
        #expect(throws: StoreError.emptyNote) { try writer.addNote(on: "account:u-1", .comment, " \n") }
        #expect(try writer.reader().auditHead() == before)
        try writer.close()
    }

    @Test("Notes count in the digest, the moment they were made does not")
    func digest() throws {
        var digests: [String] = []
        for (name, moment, text) in [("a", 1000, "x"), ("b", 2000, "x"), ("c", 1000, "y")]
            as [(String, Int64, String)]
        {
            let writer = try place.newCase(name, at: moment)
            _ = try writer.addNote(on: "source:1", .comment, text)
            digests.append(try writer.reader().digest().ground)
            try writer.close()
        }
        #expect(digests[0] == digests[1])
        #expect(digests[0] != digests[2])
    }
}
