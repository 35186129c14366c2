import CaseStore
import Casework
import Synchronization

/// The index of samples' words, made beside an analysis: a cache beside the case. Where it cannot be written, words
/// are looked for in the texts themselves.
final class IndexingAhead: Sendable {
    private let isStopped = Atomic(false)
    private let work = Mutex<Ahead<Void, any Error>?>(nil)

    init(_ reader: CaseReader) throws {
        let other = try reader.another()
        let making = Ahead { [self] in
            defer { try? other.close() }
            try SampleSearch(caseAt: other.path).ensure(
                other, isCancelled: { [self] in isStopped.load(ordering: .relaxed) })
        }
        work.withLock { $0 = making }
    }

    /// Waits until the index is made.
    func finish() { work.withLock { $0.take() }?.end() }

    /// Stops making it, where nobody waited; what is whole of it stays.
    func end() {
        isStopped.store(true, ordering: .relaxed)
        finish()
    }
}
