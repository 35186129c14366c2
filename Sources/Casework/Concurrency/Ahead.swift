import Dispatch
import Synchronization

/// A value worked out on another thread while this one goes on. Work that nobody waits for runs to its end unseen.
public final class Ahead<Value: Sendable, Failure: Error>: Sendable {
    private let work: @Sendable () throws(Failure) -> Value
    private let result = Mutex<Result<Value, Failure>?>(nil)
    private let group = DispatchGroup()

    /// Begins the work.
    public init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
        self.work = work
        DispatchQueue.global().async(group: group) { [self] in
            let outcome: Result<Value, Failure>
            do throws(Failure) { outcome = .success(try work()) } catch { outcome = .failure(error) }
            result.withLock { $0 = outcome }
        }
    }

    /// Waits for the value.
    ///
    /// - Throws: what the work threw.
    public func value() throws(Failure) -> Value {
        group.wait()
        guard let outcome = result.withLock({ $0 }) else { return try work() }
        return try outcome.get()
    }

    /// Waits for the end, whatever came of it.
    public func end() { group.wait() }
}
