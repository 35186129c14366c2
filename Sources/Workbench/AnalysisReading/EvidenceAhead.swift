import CaseStore
import Casework
import Synchronization

/// Evidence read beside this thread, which looks through the samples meanwhile.
///
/// Call `end` in any case, so that nobody reads a case that its owner takes for closed.
final class EvidenceAhead: Sendable {
    private let isStopped = Atomic(false)
    private let reading = Mutex<Ahead<EvidenceReading, any Error>?>(nil)

    /// - Throws: `StoreError`.
    init(_ reader: CaseReader) throws {
        let other = try reader.another()
        let work = Ahead { [self] in
            defer { try? other.close() }
            return try EvidenceReading(other) {
                if isStopped.load(ordering: .relaxed) { throw JobCancelled() }
            }
        }
        reading.withLock { $0 = work }
    }

    /// Waits for the evidence, which leaves this value.
    ///
    /// - Throws: `StoreError`; `JobCancelled`.
    func value() throws -> EvidenceReading {
        guard let work = reading.withLock({ $0.take() }) else { throw JobCancelled() }
        return try work.value()
    }

    /// Stops reading, where nobody waited for the evidence.
    func end() {
        isStopped.store(true, ordering: .relaxed)
        guard let work = reading.withLock({ $0.take() }) else { return }
        _ = try? work.value().acts()
    }
}
