import Foundation
import Synchronization

/// Ctrl-C as a wish: the running job sees it at its next check and leaves the case whole.
///
/// A second Ctrl-C ends the process at once; the case survives that too.
enum Interruption {
    private static let wished = Atomic<Bool>(false)

    /// Begins to listen. Without it, Ctrl-C ends the program where it stands.
    static func listen() {
        wished.store(false, ordering: .relaxed)
        signal(SIGINT) { _ in
            if Interruption.wished.exchange(true, ordering: .relaxed) { _exit(ExitStatus.cancelled) }
        }
    }

    static var isWished: Bool { wished.load(ordering: .relaxed) }
}
