public import CaseStore
public import Casework
public import Intake

import Foundation

/// Reads evidence into a case, which is made when it is missing.
public struct ImportJob {
    private let path: String
    private let act: Act
    private let checks: ForeignChecks

    /// - Parameter checks: how rules and indicators are read.
    public init(path: String, act: Act, checks: ForeignChecks = .standard) {
        self.path = path
        self.act = act
        self.checks = checks
    }

    /// - Parameters:
    ///   - evidence: folders and files.
    ///   - table: what files given by name are, whatever they are called.
    ///   - maps: how foreign files are read.
    /// - Throws: `StoreError`, `IntakeError`, `MapError`; `JobCancelled` after the files that were through.
    public func run(
        _ evidence: [String], table: EvidenceTable? = nil, maps: [EvidenceMap] = [],
        progress: @escaping (ImportProgress) -> Void = { _ in },
        isCancelled: @escaping () -> Bool = { false }
    ) throws -> ImportSummary {
        try ImportJob.checkReadable(evidence)
        let writer = try open(titledAfter: evidence)
        do {
            let importer = try writer.importer()
            let earlier = try writer.reader().description()
            let summary = try settle(importer) {
                try EvidenceImport(sink: importer, earlier: earlier, checks: checks)
                    .run(evidence, table: table, maps: maps, progress: progress, isCancelled: isCancelled)
            }
            try writer.close()
            return summary
        } catch {
            try? writer.close()
            throw error
        }
    }

    /// What `run` would report, writing nothing.
    public func dryRun(
        _ evidence: [String], table: EvidenceTable? = nil, maps: [EvidenceMap] = [],
        progress: @escaping (ImportProgress) -> Void = { _ in },
        isCancelled: @escaping () -> Bool = { false }
    ) throws -> ImportSummary {
        try ImportJob.checkReadable(evidence)
        let reader = FileManager.default.fileExists(atPath: path) ? try CaseReader(opening: path) : nil
        let sink = DiscardingSink(over: try reader.map { try CaseKnowledge($0) })
        return try EvidenceImport(sink: sink, earlier: reader?.description(), checks: checks)
            .run(evidence, table: table, maps: maps, progress: progress, isCancelled: isCancelled)
    }

    /// Closes the importer whatever happens; the first error is the one that is told.
    private func settle(_ importer: CaseImporter, _ body: () throws -> ImportSummary) throws -> ImportSummary
    {
        let summary: ImportSummary
        do {
            summary = try body()
        } catch IntakeError.cancelled {
            try importer.close()
            throw JobCancelled()
        } catch {
            try? importer.close()
            throw error
        }
        try importer.close()
        return summary
    }

    private func open(titledAfter evidence: [String]) throws -> CaseWriter {
        if FileManager.default.fileExists(atPath: path) { return try CaseWriter(opening: path, by: act) }
        return try CaseWriter.create(at: path, title: CaseTitle.from(path: path), by: act)
    }

    /// A path that does not exist is a slip of the hand: nothing is begun.
    private static func checkReadable(_ evidence: [String]) throws {
        for each in evidence where !FileManager.default.fileExists(atPath: each) {
            throw WorkbenchError.noSuchEvidence(each)
        }
    }
}

/// What a case is called when nobody said.
public enum CaseTitle {
    /// The file's name without its ending.
    public static func from(path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
}
