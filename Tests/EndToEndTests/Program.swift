import Casework
import Foundation
import TestSupport

/// The built program, and the sample case analysed by it once for all tests.
enum Program {
    /// From `REVENUER_BINARY`, or beside the test bundle.
    static let path: String = {
        if let path = TestEnvironment.current["REVENUER_BINARY"] { return path }
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("revenuer").path
    }()

    /// The package's root, found from this file.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func run(_ arguments: String..., environment: [String: String?] = [:]) throws -> ProgramRun {
        try ProgramRun.of(path, arguments, environment: environment, timeoutSeconds: 240)
    }

    /// What a command prints with `--json`.
    static func json(_ arguments: String...) throws -> Any {
        let run = try ProgramRun.of(path, arguments + ["--json"], timeoutSeconds: 240)
        guard run.status == 0 else { throw Unexpected("\(arguments): exit \(run.status): \(run.errorText)") }
        return try JSONSerialization.jsonObject(with: Data(run.output))
    }

    static func object(_ arguments: String...) throws -> [String: Any] {
        let run = try ProgramRun.of(path, arguments + ["--json"], timeoutSeconds: 240)
        guard run.status == 0,
            let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        else { throw Unexpected("\(arguments): exit \(run.status): \(run.errorText)") }
        return object
    }

    static func rows(_ arguments: String...) throws -> [[String: Any]] {
        let run = try ProgramRun.of(path, arguments + ["--json"], timeoutSeconds: 240)
        guard run.status == 0,
            let rows = try JSONSerialization.jsonObject(with: Data(run.output)) as? [[String: Any]]
        else { throw Unexpected("\(arguments): exit \(run.status): \(run.errorText)") }
        return rows
    }

    /// The committed sample case, imported and analysed by `demo`; made on first use, kept for the whole run.
    static let sample: Result<Sample, any Error> = Result { try Sample() }

    struct Unexpected: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }
}

/// The demo case in a folder of its own.
struct Sample: Sendable {
    let folder: String
    let path: String
    /// What `demo` printed without a terminal.
    let printed: String

    init() throws {
        folder =
            FileManager.default.temporaryDirectory.appendingPathComponent("revenuer-e2e-\(getpid())").path
        let run = try Program.run("demo", "--folder", folder)
        guard run.status == 0 else { throw Program.Unexpected("demo: exit \(run.status): \(run.errorText)") }
        path = folder + "/quickstart.revenuer"
        printed = run.outputText
        let folder = folder
        Sample.removeAtExit(folder)
    }

    private static func removeAtExit(_ folder: String) {
        Leftovers.folders.withLock { $0.append(folder) }
        atexit {
            for folder in Leftovers.folders.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: folder)
            }
        }
    }

    var truth: String { folder + "/quickstart.truth.csv" }
    var evidence: String { folder + "/quickstart" }

    /// A copy that a test may change.
    func copy(in folder: TemporaryFolder) throws -> String {
        let copy = folder.path("copy.revenuer")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return copy
    }
}
