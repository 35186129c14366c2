import ArgumentParser
import CaseStore
import Casework
import Workbench

/// `revenuer tag CASE ID TAG`
struct Tag: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a tag on a thing of the case, or takes it off.",
        discussion:
            "ID is any name that `show` takes, or row:SOURCE:LINE. Tags are events in the audit log: one is "
            + "withdrawn, never erased. `revenuer list notes CASE` lists them.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "What to tag.")
    var id: String

    @Argument(help: "The tag.")
    var tag: String

    @Flag(help: "Take the tag off again.")
    var remove = false

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let subject = try NoteSubject.named(id, in: path)
        let writer = try CaseWriter(opening: path, by: Operator.act)
        defer { try? writer.close() }
        let note = try remove ? writer.withdrawTag(tag, on: subject) : writer.addNote(on: subject, .tag, tag)
        try NotePrinting.print(note, asJSON: json)
    }
}

/// `revenuer comment CASE ID TEXT`
struct Comment: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Comments on a thing of the case, or withdraws a comment.",
        discussion: "ID is any name that `show` takes, or row:SOURCE:LINE.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "What to comment on.")
    var id: String

    @Argument(help: "The comment.")
    var text: String?

    @Option(help: "Withdraw the comment with this number, as `list notes` gives it.")
    var withdraw: Int?

    @Flag(help: "Print one JSON value.")
    var json = false

    func validate() throws {
        if (text == nil) == (withdraw == nil) {
            throw ValidationError("Give either the comment's text or --withdraw with its number.")
        }
    }

    func run() throws {
        let subject = try NoteSubject.named(id, in: path)
        let writer = try CaseWriter(opening: path, by: Operator.act)
        defer { try? writer.close() }
        if let withdraw { return try NotePrinting.print(try writer.withdrawNote(withdraw), asJSON: json) }
        try NotePrinting.print(try writer.addNote(on: subject, .comment, text ?? ""), asJSON: json)
    }
}

/// What a note is about.
enum NoteSubject {
    /// The full name of the first thing that the text names and the case has.
    static func named(_ text: String, in path: String) throws -> String {
        let reader = try CaseReader(opening: path)
        defer { try? reader.close() }
        let readings: [EntityName]
        do {
            readings = try EntityName.readings(of: text)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
        for reading in readings {
            switch reading {
            case .link(let a, let b):
                guard try exists(.account(a), reader), try exists(.account(b), reader) else { continue }
            case .row(let source, _):
                guard try exists(.source(source), reader) else { continue }
            default: guard try exists(reading, reader) else { continue }
            }
            return "\(reading)"
        }
        throw CommandFailure(message: "\(text) is not in the case; ids are exact and case-sensitive")
    }

    private static func exists(_ name: EntityName, _ reader: CaseReader) throws -> Bool {
        do {
            _ = try Shown(name, reader, limit: 0)
            return true
        } catch StoreError.notFound {
            return false
        } catch WorkbenchError.unknownAccount {
            return false
        }
    }
}

/// A note for people.
enum NotePrinting {
    static func print(_ note: NoteRow, asJSON json: Bool) throws {
        var out = StandardOutput()
        if json {
            try out.json(note)
        } else {
            let state = note.withdrawn ? "withdrawn: " : ""
            out.line("\(state)\(note.kind.rawValue) \(note.number) on \(note.subject): \(note.text)")
        }
        out.flush()
    }
}
