/// Which state a case is in: equal versions, equal answers.
public struct CaseVersion: Hashable, Sendable {
    /// The newest complete source.
    public var source: Int
    /// The newest entry of the audit log, where everything that changes the case is noted.
    public var entry: Int
}

extension CaseReader {
    /// Quick: for knowing whether what was read before still holds.
    public func version() throws -> CaseVersion {
        try connection.read { handle in
            CaseVersion(
                source: try handle.number("SELECT source FROM horizon"),
                entry: try handle.number("SELECT coalesce(max(seq), 0) FROM audit_log"))
        }
    }
}
