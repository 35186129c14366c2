import Synchronization

/// The waker of a `TestTerminal`: remembers that somebody called.
final class WakeRecorder: TerminalWaker {
    private let isCalled = Atomic(false)

    func wake() {
        isCalled.store(true, ordering: .releasing)
    }

    /// Whether there was a call since the last look.
    func takeWake() -> Bool {
        isCalled.exchange(false, ordering: .acquiringAndReleasing)
    }
}
