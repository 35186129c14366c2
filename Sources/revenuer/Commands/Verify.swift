import ArgumentParser
import CaseStore
import Casework
import Foundation

/// `revenuer verify CASE`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Integrity of the file, hashes of the originals, the audit chain; prints the digest.",
        discussion: """
            Exit code 4: something is damaged or was altered. The audit log shows tampering, it cannot prevent it: \
            keep the head that is printed here somewhere else, and give it later as --head.
            """)

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Option(
        help: "A folder in which originals may still lie. May be given several times.", completion: .directory
    )
    var originals: [String] = []

    @Option(help: "A head of the audit log that was noted before: COUNT:HASH.")
    var head: String?

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let report = try CaseReader(opening: path).verify(originals: originals, expected: try notedHead())
        var out = StandardOutput()
        if json { try out.json(report) } else { VerificationPrinting.lines(report).forEach { out.line($0) } }
        out.flush()
        if !report.isSound { throw ExitCode(ExitStatus.verificationFailed) }
    }

    private func notedHead() throws -> AuditHead? {
        guard let head else { return nil }
        let parts = head.split(separator: ":").map(String.init)
        guard parts.count == 2, let count = Int(parts[0]), parts[1].count == 64 else {
            throw CommandFailure.usage("--head \(head): expected COUNT:HASH as `revenuer verify` prints it.")
        }
        return AuditHead(count: count, hash: parts[1])
    }
}

/// A verification for people.
enum VerificationPrinting {
    static func lines(_ report: VerificationReport) -> [String] {
        var lines = [report.isSound ? "sound" : "NOT SOUND"]
        lines += section("database", report.integrity)
        lines += section("references", report.references)
        lines += section("activity blocks", report.blocks)
        lines.append("audit log: \(report.audit.problem ?? "whole"), \(report.audit.entries) entries")
        lines.append("  head \(report.audit.entries):\(report.audit.head)")
        for source in report.sources {
            lines.append("source \(source.source) \(source.file): \(source.status.rawValue)")
        }
        if report.sources.isEmpty {
            lines.append("originals: not compared; give their folder with --originals")
        }
        lines.append("digest of the evidence  \(report.digest.ground)")
        lines.append("digest of the findings  \(report.digest.derived)")
        return lines
    }

    private static func section(_ name: String, _ problems: [String]) -> [String] {
        problems.isEmpty ? ["\(name): good"] : ["\(name):"] + problems.map { "  " + $0 }
    }
}
