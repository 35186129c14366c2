import CaseStore
import Casework
import Foundation
import Screens
import Synchronization
import Terminal

/// A workbench without a terminal: lines in, screens as text out, each line done before the next is read.
///
/// The same workspace, commands and jobs as behind the screens; what they ask for is waited for.
final class Conversation {
    private(set) var workspace: Workspace
    private let mailbox: Mailbox
    private let requests: RequestDesk
    private let jobs: JobDesk
    private let decisions: DecisionDesk
    private let waker: ConversationWaker
    private var waiting: Set<Token> = []
    private(set) var isOver = false
    /// What was said since it was asked last: ends of jobs, notices.
    private var news: [String] = []

    init(_ reader: CaseReader, isReadOnly: Bool, size: Size) throws {
        let overview = try reader.overview()
        waker = ConversationWaker()
        mailbox = Mailbox(waker: waker)
        requests = try RequestDesk(reader: reader, mailbox: mailbox, isExact: true)
        jobs = JobDesk(
            path: reader.path, isReadOnly: isReadOnly, overwrites: true, act: Operator.act, mailbox: mailbox)
        decisions = DecisionDesk(
            path: reader.path, isReadOnly: isReadOnly, act: Operator.act, mailbox: mailbox)
        workspace = Workspace(
            title: overview.title, isSynthetic: overview.synthetic, size: size, glyphs: .ascii,
            isReadOnly: isReadOnly)
        serve(workspace.start())
    }

    /// Does a line and waits for all that follows from it.
    /// - Returns: what there is to say, and whether the line went wrong.
    func take(_ line: String) -> (words: [String], isProblem: Bool) {
        news = []
        serve(workspace.run(line: line))
        let outcome = workspace.outcome
        let last = outcome.map { news.last == $0.words ? [] : [$0.words] } ?? []
        return (news + last, outcome?.isProblem ?? false)
    }

    /// Waits for jobs, so that the case is whole when the program ends.
    func end() {
        requests.close()
        jobs.waitUntilIdle()
        decisions.waitUntilIdle()
    }

    private func serve(_ intents: [Intent]) {
        var intents = intents
        repeat {
            for intent in intents { perform(intent) }
            intents = []
            if !isOver, !waiting.isEmpty { waker.wait() }
            let messages = mailbox.take()
            for message in messages {
                note(message)
                intents += workspace.update(message)
            }
        } while !isOver && !(waiting.isEmpty && intents.isEmpty)
    }

    private func note(_ message: Message) {
        switch message {
        case .answered(let token, _): waiting.remove(token)
        case .failed(let token, _): waiting.remove(token)
        case .notice(let text): news.append(text)
        default: break
        }
    }

    private func perform(_ intent: Intent) {
        switch intent {
        case .load(let request, let token):
            waiting.insert(token)
            requests.ask(request, token)
        case .abandon(let token):
            waiting.remove(token)
            requests.abandon(token)
        case .startWhatIf(let line, let token):
            waiting.insert(token)
            jobs.startWhatIf(line, token)
            jobs.waitUntilIdle()
        case .decide(let order, let token):
            waiting.insert(token)
            decisions.decide(order, token)
        case .takeBack(let subject, let token):
            waiting.insert(token)
            decisions.withdraw(subject, token)
        // There is nobody to wait for: what would come after a rest comes at once.
        case .remind(let token, _): mailbox.send(.due(token))
        case .quit: isOver = true
        case .redraw, .suspend, .copy, .mouse, .cancelJob: break
        default:
            jobs.serve(intent)
            jobs.waitUntilIdle()
        }
    }
}

/// Lets the one thread of a conversation wait until something has come.
final class ConversationWaker: TerminalWaker {
    private let signal = DispatchSemaphore(value: 0)

    func wake() { signal.signal() }

    func wait() { signal.wait() }
}
