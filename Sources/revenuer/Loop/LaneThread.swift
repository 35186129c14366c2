import Foundation
import Synchronization

/// A thread that does one piece of work after the other, for as long as the program runs.
///
/// Not a queue of the system's pool: its threads are lent to jobs as well, and stay as low in rank as those made them.
final class LaneThread: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let count = DispatchSemaphore(value: 0)

    init(name: String) {
        let thread = Thread { [self] in
            ThreadRank.answers.stepBack()
            while true {
                count.wait()
                waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }?()
            }
        }
        thread.name = name
        thread.start()
    }

    /// Does the work after all that came before it.
    func add(_ work: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(work) }
        count.signal()
    }
}
