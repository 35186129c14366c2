import Casework
import Terminal

/// A line that is asked for before something is done.
struct Prompt: Sendable {
    enum Purpose: Hashable, Sendable {
        /// A folder or file of evidence.
        case importEvidence
        /// Full names of the things.
        case tag([String])
        case comment([String])
        case find
        case sql
        /// A file for what is meant, in words.
        case export(ExportSubject, String)
        /// What is to be left out of an analysis that is made to see who falls out.
        case whatIf
        /// The other end of a chain of evidence from this account.
        case path(AccountID)
        /// The reason of a decision on a membership.
        case decide(DecisionVerdict, ReviewRow)
    }

    let purpose: Purpose
    var editor: LineEditor
    /// What was typed the last time that this was asked; Up brings it back.
    var offered: String?
    /// Whether the text is one that nobody has typed: the first letter takes its place, any other key edits it.
    private(set) var isProposed: Bool

    init(purpose: Purpose, text: String = "", offered: String? = nil, isProposed: Bool = false) {
        self.purpose = purpose
        self.offered = offered
        self.isProposed = isProposed && !text.isEmpty
        editor = LineEditor(text)
    }

    mutating func take(_ key: Key) {
        if isProposed, case .character(let character) = key, character != " " { editor.replace(with: "") }
        isProposed = false
        _ = editor.take(key)
    }

    mutating func paste(_ text: String) {
        if isProposed { editor.replace(with: "") }
        isProposed = false
        editor.insert(text)
    }

    var label: String {
        switch purpose {
        case .importEvidence: "import folder or file: "
        case .tag(let subjects): "tag \(Prompt.words(subjects)): "
        case .comment(let subjects): "comment on \(Prompt.words(subjects)): "
        case .find: "find: "
        case .sql: "SQL: "
        case .export(_, let words): "export \(words) to file: "
        case .whatIf: "what if without: "
        case .path(let account): "path from \(account) to account: "
        case .decide(let verdict, let row): "\(ReviewWords.asked(verdict)) \(row.accountId), because: "
        }
    }

    /// Whether it asks for the reason of a decision.
    var isReason: Bool {
        if case .decide = purpose { return true }
        return false
    }

    /// The command that asked for it.
    var command: Command {
        switch purpose {
        case .importEvidence: .importEvidence
        case .tag: .tag
        case .comment: .comment
        case .find: .find
        case .sql: .sql
        case .export: .export
        case .whatIf: .whatIf
        case .path: .path
        case .decide(.confirm, _): .confirm
        case .decide(.reject, _): .reject
        case .decide(.unsure, _): .unsure
        }
    }

    /// What is exported, in words.
    var exportWords: String {
        guard case .export(_, let words) = purpose else { return "" }
        return words
    }

    /// Shown while nothing is typed: what could be.
    var example: String {
        switch purpose {
        case .importEvidence: "~/evidence"
        case .tag: "one word or more"
        case .comment: "what you want to remember or tell"
        case .find: "a word, or a filter such as status:banned"
        case .sql: "SELECT status, count(*) FROM account_record GROUP BY 1"
        case .export(let subject, _): subject.example
        case .path: "the id of the other account"
        case .decide:
            offered == nil ? "the reason, in words" : "the reason, in words; Up brings back the last"
        case .whatIf: "payment:pf_81c0, network:198.51.100.0/24, source:3, or a kind or family: device, time"
        }
    }

    private static func words(_ subjects: [String]) -> String {
        subjects.count == 1 ? subjects[0] : Figures.counted(subjects.count, "marked row")
    }

    /// What comes of a line that was typed.
    enum Outcome: Equatable {
        /// The line is empty.
        case nothing
        case ask(Intent)
        case find(String)
        case sql(String)
        case export(ExportSubject, path: String)
        /// What is to be left out.
        case whatIf(String)
        case open(Target)
        case decide(DecisionVerdict, ReviewRow, because: String)
    }

    var outcome: Outcome {
        guard editor.text.contains(where: { !$0.isWhitespace }) else { return .nothing }
        return switch purpose {
        case .importEvidence: .ask(.startImport(editor.text))
        case .tag(let subjects):
            .ask(.note(NoteOrder(subjects: subjects, kind: .tag, text: editor.text), .person))
        case .comment(let subjects):
            .ask(.note(NoteOrder(subjects: subjects, kind: .comment, text: editor.text), .person))
        case .find: .find(editor.text)
        case .sql: .sql(editor.text)
        case .export(let subject, _): .export(subject, path: editor.text)
        case .whatIf: .whatIf(editor.text)
        case .path(let account): .open(.path(account, PathQuestion.account(editor.text)))
        case .decide(let verdict, let row): .decide(verdict, row, because: editor.text)
        }
    }
}
