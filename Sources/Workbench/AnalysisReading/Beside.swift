import Dispatch
import Synchronization

/// Work that goes on beside this thread: reading a case with a connection of its own.
///
/// Wait for it in any case, so that nobody reads a case that its owner takes for closed.
final class Beside<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let group = DispatchGroup()

    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async(group: group) { [self] in
            let outcome = Result(catching: work)
            result.withLock { $0 = outcome }
        }
    }

    /// Waits for the value.
    func value() throws -> Value {
        group.wait()
        guard let outcome = result.withLock({ $0 }) else { throw JobCancelled() }
        return try outcome.get()
    }

    /// Waits for the end, whatever came of it.
    func end() { group.wait() }
}

/// Calls `body` for stretches of 0..<count on all cores at once; they must not touch the same memory.
func besideEachOther(_ count: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let parts = count < leastForThreads ? 1 : stretchesAtOnce
    DispatchQueue.concurrentPerform(iterations: parts) { part in
        body(count * part / parts..<count * (part + 1) / parts)
    }
}

/// Elements from which threads are worth their while, and stretches dealt to them: cost is uneven.
private let leastForThreads = 1 << 14
private let stretchesAtOnce = 16
