import Casework

/// Counts what happens to one file, tells whoever watches, and stops when told to.
final class FileMonitor {
    private let begun: ImportProgress
    private let progress: (ImportProgress) -> Void
    private let isCancelled: () -> Bool
    var rows = 0
    var tally = Tally()

    /// What is counted for the summary.
    struct Tally {
        var rows = 0
        var rejected = 0
        var faults = 0
        var reasons: [String: Int] = [:]
    }

    init(
        _ begun: ImportProgress, progress: @escaping (ImportProgress) -> Void,
        isCancelled: @escaping () -> Bool
    ) {
        self.begun = begun
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// Called between chunks.
    ///
    /// - Throws: `Cancelled`.
    func tick(received: Int) throws {
        var now = begun
        now.doneBytes += received
        now.rows = rows
        progress(now)
        if isCancelled() { throw Cancelled() }
    }

    /// One that can be stopped in the same way, and tells nobody.
    func unheard() -> FileMonitor { FileMonitor(begun, progress: { _ in }, isCancelled: isCancelled) }

    struct Cancelled: Error {}

    func count(rows: Int, rejects: [Reject], faults: [Fault]) {
        tally.rows += rows
        tally.rejected += rejects.count
        tally.faults += faults.count
        for reject in rejects { tally.reasons[reject.reason, default: 0] += 1 }
    }

    /// Adds what another counted of the same file.
    func add(_ other: FileMonitor) {
        tally.rows += other.tally.rows
        tally.rejected += other.tally.rejected
        tally.faults += other.tally.faults
        tally.reasons.merge(other.tally.reasons, uniquingKeysWith: +)
    }
}
