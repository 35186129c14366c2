import CaseStore
import Casework
import Foundation
import Screens
import Synchronization

/// Answers what screens ask for, one request after the other on a thread of its own.
///
/// A request that nobody wants any more is dropped before it begins, or stopped where it is.
final class RequestDesk: Sendable {
    private struct State {
        var abandoned: Set<Token> = []
        var current: Token?
        var isClosed = false
    }

    private let reader: CaseReader
    private let mailbox: Mailbox
    private let queue = DispatchQueue(label: "revenuer.requests", qos: .userInitiated)
    private let state = Mutex(State())

    init(reader: CaseReader, mailbox: Mailbox) {
        self.reader = reader
        self.mailbox = mailbox
    }

    func ask(_ request: Request, _ token: Token) {
        queue.async { [self] in answer(request, token) }
    }

    func abandon(_ token: Token) {
        state.withLock { state in
            state.abandoned.insert(token)
            if state.current == token { reader.interrupt() }
        }
    }

    /// Drops what waits and stops what runs.
    func close() {
        state.withLock { state in
            state.isClosed = true
            reader.interrupt()
        }
    }

    private func answer(_ request: Request, _ token: Token) {
        guard begin(token) else { return }
        defer { end(token) }
        do {
            let answers = CaseAnswers(reader, SQLAnswers(path: reader.path)) { [self] in !isWanted(token) }
            mailbox.send(.answered(token, try answers.answer(request)))
        } catch {
            if isWanted(token) { mailbox.send(.failed(token, "\(error)")) }
        }
    }

    private func begin(_ token: Token) -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.abandoned.remove(token) == nil else { return false }
            state.current = token
            return true
        }
    }

    private func end(_ token: Token) {
        state.withLock { state in
            state.current = nil
            state.abandoned.remove(token)
        }
    }

    private func isWanted(_ token: Token) -> Bool {
        state.withLock { !$0.isClosed && !$0.abandoned.contains(token) }
    }
}
