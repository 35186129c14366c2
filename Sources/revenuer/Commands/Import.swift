import ArgumentParser
import Casework
import Foundation
import Intake
import Workbench

/// `revenuer import CASE PATH…`
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Evidence folders or files into the case; the case is made if it is missing.",
        discussion: "Exit code 3: done, some rows were rejected. 1: some file failed; the others are in.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "Evidence folders and files.", completion: .file())
    var evidence: [String] = []

    @Option(help: "What files given by name hold, whatever they are called: accounts, exchanges, …")
    var table: String?

    @Option(
        name: .customLong("map"),
        help:
            "How foreign files are read: a map's file, or bedrock, litellm, stripe, nginx, alb. May be repeated.",
        completion: .file())
    var maps: [String] = []

    @OptionGroup var databases: AddressDatabaseOptions

    @Flag(name: .customLong("dry-run"), help: "Report the same and write nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON value.")
    var json = false

    @OptionGroup var progress: ProgressOptions

    func validate() throws {
        if evidence.isEmpty, databases.geoip.isEmpty {
            throw ValidationError(
                "Give evidence to import, or a database to look addresses up in with --geoip.")
        }
        if dryRun, !databases.geoip.isEmpty {
            throw ValidationError("--dry-run writes nothing, and --geoip only writes: leave one of them out.")
        }
    }

    func run() throws {
        Interruption.listen()
        let line = progress.line
        let summary = evidence.isEmpty ? ImportSummary() : try imported(line)
        try databases.lookUp(in: path, line, quiet: progress.quiet)
        line.clear()
        var out = StandardOutput()
        if json {
            try out.json(summary)
        } else if !progress.quiet, !evidence.isEmpty {
            ImportPrinting.print(summary, to: &out)
        }
        out.flush()
        ImportPrinting.complain(of: summary)
        if summary.exitCode != ExitStatus.done { throw ExitCode(summary.exitCode) }
    }

    private func imported(_ line: ProgressLine) throws -> ImportSummary {
        let job = ImportJob(path: path, act: Operator.act)
        let show: (ImportProgress) -> Void = { step in
            let fraction = step.totalBytes > 0 ? Double(step.doneBytes) / Double(step.totalBytes) : 0
            line.update("\(step.file): \(step.rows.grouped) rows", fraction: fraction)
        }
        let run = dryRun ? job.dryRun : job.run
        return try run(evidence, try evidenceTable(), try foundMaps(), show, { Interruption.isWished })
    }

    /// Nothing is begun with a map that cannot be used.
    private func foundMaps() throws -> [EvidenceMap] {
        if table != nil, !maps.isEmpty {
            throw CommandFailure.usage(
                "Give either --table or --map: a map says itself which tables a file feeds.")
        }
        do {
            return try maps.map { try EvidenceMap.find($0).decided() }
        } catch let error as MapError {
            throw CommandFailure(message: "\(error)")
        }
    }

    private func evidenceTable() throws -> EvidenceTable? {
        guard let table else { return nil }
        if let known = EvidenceTable(rawValue: table) { return known }
        let names = EvidenceTable.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        throw CommandFailure.usage("There is no table named \(table). Known: \(names).")
    }
}

/// The summary of an import for people.
enum ImportPrinting {
    static func print(_ summary: ImportSummary, to out: inout StandardOutput) {
        var table = TextTable([
            .init(title: "file"), .init(title: "table"), .init(title: "status"),
            .init(title: "rows", isNumber: true),
            .init(title: "rejected", isNumber: true), .init(title: "faults", isNumber: true),
        ])
        for file in summary.files {
            table.add([
                file.file, file.table?.rawValue ?? "", file.status.rawValue, file.rows.grouped,
                file.rejected.grouped, file.faults.grouped,
            ])
        }
        for line in table.lines() { out.line(line) }
        let totals = summary.totals
        out.line(
            "\(totals.rows.grouped) rows, \(totals.rejected.grouped) rejected, \(totals.faults.grouped) faults"
        )
        for (reason, count) in summary.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            out.line("  \(count.grouped) \(reason)")
        }
    }

    /// What failed, was skipped or ignored, with the reason.
    static func complain(of summary: ImportSummary) {
        for file in summary.files {
            guard let reason = file.reason else { continue }
            StandardError.line("revenuer: \(file.file): \(file.status.rawValue): \(reason)")
        }
    }
}
