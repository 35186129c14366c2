import CaseStore
import Screens
import Synchronization

/// Answers requests one after the other, with a connection and on a thread of its own.
///
/// A request that nobody wants any more is dropped before it begins, or stopped where it is.
final class RequestLane: Sendable {
    private struct State {
        /// Waiting or under way.
        var wanted: Set<Token> = []
        var current: Token?
        var isClosed = false
    }

    private let reader: CaseReader
    private let thread: LaneThread
    private let state = Mutex(State())

    init(_ name: String, reader: CaseReader) {
        self.reader = reader
        thread = LaneThread(name: name)
    }

    /// Calls `work` when its turn comes, unless it was abandoned; `done` with what it brought, unless it was
    /// abandoned meanwhile.
    func ask<Value>(
        _ token: Token, _ work: @escaping @Sendable (CaseReader) throws -> Value,
        done: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        state.withLock { _ = $0.wanted.insert(token) }
        thread.add { [self] in
            guard begin(token) else { return }
            let result = Result { try work(reader) }
            if end(token) { done(result) }
        }
    }

    func abandon(_ token: Token) {
        state.withLock { state in
            state.wanted.remove(token)
            if state.current == token { reader.interrupt() }
        }
    }

    /// Drops what waits and stops what runs.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.wanted = []
            reader.interrupt()
        }
    }

    /// Whether anybody still waits for the answer.
    func isWanted(_ token: Token) -> Bool {
        state.withLock { !$0.isClosed && $0.wanted.contains(token) }
    }

    private func begin(_ token: Token) -> Bool {
        state.withLock { state in
            guard !state.isClosed, state.wanted.contains(token) else { return false }
            state.current = token
            return true
        }
    }

    /// Whether the answer is still wanted.
    private func end(_ token: Token) -> Bool {
        state.withLock { state in
            state.current = nil
            return state.wanted.remove(token) != nil
        }
    }
}
