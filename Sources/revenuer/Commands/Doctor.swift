import ArgumentParser
import Casework
import Foundation

/// `revenuer doctor`: what this program is, what it found here, what is missing and how to get it.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Versions, libraries, terminal, locale: what is missing and how to get it.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let checks = Diagnosis.checks(environment: ProcessInfo.processInfo.environment)
        var out = StandardOutput()
        if output.wantsJSON {
            try out.json(Diagnosis(version: ProgramVersion.current, checks: checks))
        } else {
            out.line("revenuer \(ProgramVersion.current)")
            for check in checks {
                out.line("  \(check.ok ? "ok     " : "MISSING") \(check.name): \(check.found)")
                if let advice = check.advice { out.line("          \(advice)") }
            }
        }
        out.flush()
        if checks.contains(where: { !$0.ok && $0.isRequired }) { throw ExitCode(ExitStatus.failed) }
    }
}

/// What `doctor` looked at.
struct Diagnosis: Encodable {
    struct Check: Encodable {
        var name: String
        var ok: Bool
        var found: String
        var isRequired = false
        var advice: String?
    }

    var version: String
    var checks: [Check]

    static func checks(environment: [String: String]) -> [Check] {
        [
            library("SQLite", LibraryVersions.sqlite), library("zlib", LibraryVersions.zlib),
            library("zstd", LibraryVersions.zstd), library("libcrypto", LibraryVersions.crypto),
            library("ncurses", LibraryVersions.ncurses), terminal(environment), locale(environment),
            program("sqlite3", for: "looking into a case file with plain SQL", package: "sqlite3"),
        ]
    }

    private static func library(_ name: String, _ version: String) -> Check {
        Check(name: name, ok: !version.isEmpty, found: version, isRequired: true)
    }

    private static func terminal(_ environment: [String: String]) -> Check {
        let name = environment["TERM"] ?? ""
        let usable = !name.isEmpty && name != "dumb"
        return Check(
            name: "terminal", ok: usable, found: name.isEmpty ? "TERM is not set" : name,
            advice: usable
                ? nil
                : "The workbench needs a terminal that can move the cursor; set TERM, or use the commands.")
    }

    private static func locale(_ environment: [String: String]) -> Check {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let isUTF8 = name.uppercased().replacingOccurrences(of: "-", with: "").contains("UTF8")
        return Check(
            name: "locale", ok: isUTF8, found: name.isEmpty ? "not set (C)" : name,
            advice: isUTF8 ? nil : "Screens are drawn in ASCII. For lines and blocks: export LC_ALL=C.UTF-8")
    }

    private static func program(_ name: String, for purpose: String, package: String) -> Check {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        return Check(
            name: name, ok: found != nil, found: found ?? "not found",
            advice: found == nil ? "Only for \(purpose): apt-get install \(package)" : nil)
    }
}
