import Screens
import Synchronization
import Terminal

/// Where work done beside the loop leaves its messages; the loop is woken and takes them all at once.
final class Mailbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let waker: any TerminalWaker

    init(waker: any TerminalWaker) { self.waker = waker }

    /// Never blocks for longer than another sender needs to append.
    func send(_ message: Message) {
        messages.withLock { $0.append(message) }
        waker.wake()
    }

    /// Everything that came since the last call, in order.
    func take() -> [Message] {
        messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
