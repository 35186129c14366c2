import Foundation

/// The Python that has the oracles' packages: a second opinion on what we compute ourselves.
public enum OraclePython {
    /// What a skipped test says.
    public static let missing: String =
        "no Python with the oracle packages: run Scripts/setup-oracles.sh, or set REVENUER_PYTHON"

    /// `REVENUER_PYTHON`, else `.venv/bin/python3` in the root of the package; nil where neither is there.
    public static func path(
        environment: [String: String] = TestEnvironment.current
    ) -> String? {
        if let named = environment["REVENUER_PYTHON"], !named.isEmpty { return named }
        let local = packageFolder + "/.venv/bin/python3"
        return FileManager.default.isExecutableFile(atPath: local) ? local : nil
    }

    /// Runs `Tests/Oracles/NAME` and gives what it prints.
    public static func run(
        _ script: String, _ arguments: [String] = [], input: [UInt8] = []
    ) throws -> ProgramRun {
        let python = path() ?? "python3"
        let file = packageFolder + "/Tests/Oracles/" + script
        return try ProgramRun.of(python, [file] + arguments, input: input, timeoutSeconds: 120)
    }

    /// The package's folder: Tests/TestSupport/OraclePython.swift is three below it.
    public static var packageFolder: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }
}
