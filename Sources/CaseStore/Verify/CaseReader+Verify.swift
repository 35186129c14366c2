import Casework

extension CaseReader {
    /// Checks the whole case: the database, references, every block, the audit log, and the originals if given.
    ///
    /// - Parameters:
    ///   - originals: folders in which the imported files may still lie under the names they had.
    ///   - expected: a head of the audit log that was noted before.
    public func verify(originals: [String] = [], expected: AuditHead? = nil) throws -> VerificationReport {
        var report = VerificationReport()
        try connection.read { handle in
            report.integrity = try CaseCheck.integrity(handle)
            report.references = try CaseCheck.references(handle) + FindingCheck(handle).problems()
            report.blocks = try BlockCheck(handle).problems()
            report.audit = try AuditCheck.check(handle, expected: expected)
            report.sources = try SourceCheck.check(handle, originals)
            report.digest = try LogicalDigest.digest(handle)
        }
        return report
    }

    /// The newest entry of the audit log.
    public func auditHead() throws -> AuditHead { try connection.read(AuditLog.head) }

    /// The audit log, the oldest entry first.
    public func auditEntries() throws -> [AuditEntry] { try connection.read(AuditLog.entries) }
}

enum CaseCheck {
    static func integrity(_ handle: Handle) throws -> [String] {
        try handle.rows("PRAGMA integrity_check(\(VerificationReport.mostProblems))") { $0.text(0) }
            .filter { $0 != "ok" }
    }

    static func references(_ handle: Handle) throws -> [String] {
        try handle.rows(
            "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT \(VerificationReport.mostProblems)"
        ) {
            "\($0.text(0)) row \($0.optionalText(1) ?? "?") points to nothing in \($0.text(2))"
        }
    }
}

enum AuditCheck {
    static func check(_ handle: Handle, expected: AuditHead?) throws -> VerificationReport.AuditCheck {
        let entries = try AuditLog.entries(handle)
        let head = entries.last.map { AuditHead(count: $0.number, hash: $0.hash) } ?? .empty
        var check = VerificationReport.AuditCheck(entries: entries.count, head: head.hash, problem: nil)
        check.problem = broken(entries) ?? expected.flatMap { missing($0, entries) }
        return check
    }

    /// The first place at which the chain does not hold.
    private static func broken(_ entries: [AuditEntry]) -> String? {
        var previous = AuditHead.empty
        for entry in entries {
            if entry.number != previous.count + 1 { return "entry \(previous.count + 1) is missing" }
            if entry.previousHash != previous.hash || AuditLog.hash(of: entry) != entry.hash {
                return "entry \(entry.number) was altered"
            }
            previous = AuditHead(count: entry.number, hash: entry.hash)
        }
        return nil
    }

    /// The noted head must be an entry of the chain: the log may have grown since, not shrunk or changed.
    private static func missing(_ expected: AuditHead, _ entries: [AuditEntry]) -> String? {
        if expected == .empty { return nil }
        guard expected.count <= entries.count else {
            return "the log has \(entries.count) entries, \(expected.count) were noted: entries were cut off"
        }
        guard expected.count >= 1, entries[expected.count - 1].hash == expected.hash else {
            return "entry \(expected.count) is not the one that was noted"
        }
        return nil
    }
}
