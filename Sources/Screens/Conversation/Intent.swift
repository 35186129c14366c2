public import Casework

/// What the workbench asks of the loop that runs it; screens do no work of their own.
public enum Intent: Hashable, Sendable {
    /// Read something and send `Message.answered` or `.failed` with the same token.
    case load(Request, Token)
    /// The answer to this token is no longer wanted: the work may be stopped, an answer will be dropped.
    case abandon(Token)
    /// Send `Message.due` with this token after a while. One at a time: a later one takes the place of an earlier.
    case remind(Token, afterMilliseconds: Int)
    case startAnalysis
    /// Work out who falls out without what the line names, and send what comes of it as to a `load`. A job: it takes
    /// as long as an analysis, and writes nothing.
    case startWhatIf(String, Token)
    /// Import a folder or file of evidence, then read everything anew.
    case startImport(String)
    /// Tag, comment on or bookmark things; `Message.noted` says what came of it.
    case note(NoteOrder, Origin)
    /// Bookmark things, or take the bookmarks off where all of them have one.
    case bookmark([String])
    /// Withdraw the notes that a deed put down.
    case withdraw(NoteDeed, Origin)
    /// Write rows to a file.
    case export(ExportOrder)
    /// Write a page as text to a file.
    case exportText(String, path: String)
    /// Write a group's accounts and what ties them to a GraphML file.
    case exportGraph(group: String, path: String)
    /// Write a reviewer's decision down and answer the token with it.
    case decide(DecisionOrder, Token)
    /// Take one's own decision in force on a subject back and answer the token.
    case takeBack(DecisionSubject, Token)
    case cancelJob
    /// Put text on the clipboard.
    case copy(String)
    /// Whether clicks and the wheel are wanted.
    case mouse(Bool)
    /// Paint the whole screen anew.
    case redraw
    /// Give the terminal back to the shell until it is wanted again.
    case suspend
    /// Leave the program; a running job is to be cancelled.
    case quit
}

/// Names one request, so that an answer that comes too late is known for what it is.
public struct Token: Hashable, Comparable, Sendable {
    public let number: UInt64

    public init(number: UInt64) { self.number = number }

    public static func < (left: Token, right: Token) -> Bool { left.number < right.number }
}

/// Gives out tokens, each once.
struct TokenSource: Sendable {
    private var last: UInt64 = 0

    mutating func next() -> Token {
        last += 1
        return Token(number: last)
    }
}
