import CSQLiteShims
import Synchronization

/// A case opened for reading: lists, details, and columns for the analysis.
///
/// A case of an older format is read as it is: what that format has no tables for is not there. Opening it for
/// writing brings it up to date. A reader sees complete sources only, never waits for an import, and may be used
/// from several threads, which take turns; open one more where they should not.
public final class CaseReader: Sendable {
    public let path: String
    let connection: Connection
    /// Sources that this reader takes for not come in.
    let leftOut = Mutex<Set<Int>>([])

    /// - Throws: `StoreError.missing`, `.notACase`, `.newerVersion`, `.corrupt`.
    public init(opening path: String) throws {
        self.path = path
        connection = try Connection(path: path, mode: .reading)
        try connection.access { try CaseFile.check($0, path) }
        try connection.standInForLaterTables()
    }

    /// One more reader that sees the case as this one does, for use beside it.
    public func another() throws -> CaseReader {
        let other = try CaseReader(opening: path)
        try other.leaveOut(sources: leftOut.withLock { $0 })
        return other
    }

    /// For a program that stays open for hours and reads on several threads: a thread that once sorted a million rows
    /// gives back what that took. Call it before those threads begin.
    public static func keepLittleMemory() { casestore_keep_little_memory() }

    /// Bounds the memory that pages of the case take; the system's own cache is behind it.
    public func keepPages(mebibytes: Int) throws {
        try connection.access { try $0.runScript("PRAGMA cache_size = \(-1024 * mebibytes)") }
    }

    public func close() throws { try connection.close() }

    /// Ends the query that another thread is waiting for.
    public func interrupt() { connection.interrupt() }
}
