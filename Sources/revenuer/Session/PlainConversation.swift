import CaseStore
import Casework
import Screens
import Terminal

/// `revenuer open CASE --plain`: the workbench as a conversation, a line at a time, for screen readers.
///
/// Nothing is redrawn, nothing depends on where it stands on a screen: every command answers with the place one
/// is in, line by line from the top.
struct PlainConversation {
    private let conversation: Conversation
    init(_ reader: CaseReader, isReadOnly: Bool) throws {
        conversation = try Conversation(reader, isReadOnly: isReadOnly, size: PlainConversation.size)
    }

    /// Wide enough for whole columns; as many rows of a list as one listens to at a time.
    private static let size = Size(columns: 100, rows: 30)

    func run() throws {
        say(conversation.workspace.plainLines)
        say(["Type a command, or help; quit leaves."])
        while !conversation.isOver, let line = readLine(strippingNewline: true) {
            let (words, isProblem) = conversation.take(line)
            if !isProblem, !conversation.isOver { say(conversation.workspace.plainLines) }
            say(words.map { isProblem ? "Problem: \($0)" : $0 })
        }
        conversation.end()
    }

    private func say(_ lines: [String]) {
        var out = StandardOutput()
        for line in lines { out.line(line) }
        out.flush()
    }
}
