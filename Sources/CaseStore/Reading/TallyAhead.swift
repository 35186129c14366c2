import CSQLiteShims
import Dispatch
import Synchronization

/// Counts who holds what with a connection of its own, beside the thread that writes findings.
final class TallyAhead: Sendable {
    private let result = Mutex<Result<HolderTallies, any Error>?>(nil)
    private let group = DispatchGroup()
    private let path: String

    init(caseAt path: String, flags: FlaggedAccounts) {
        self.path = path
        DispatchQueue.global().async(group: group) { [self] in
            let outcome = Result {
                let connection = try Connection(path: path, mode: .reading)
                defer { try? connection.close() }
                return try connection.read { try HolderTallies($0, flags: flags) }
            }
            result.withLock { $0 = outcome }
        }
    }

    /// Waits for the counts, which leave this value.
    ///
    /// - Throws: `StoreError`.
    func value() throws -> HolderTallies {
        group.wait()
        guard let outcome = result.withLock({ $0.take() }) else {
            throw StoreError.storage(path: path, code: SQLITE_MISUSE, message: "counted already")
        }
        return try outcome.get()
    }

    /// Waits, whatever came of it.
    func end() { group.wait() }
}
