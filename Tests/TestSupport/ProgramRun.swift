import Foundation

/// One finished run of a program: what it said and how it ended.
public struct ProgramRun: Sendable {
    public var output: [UInt8]
    public var errors: [UInt8]
    /// Exit status, or the number of the signal that ended it.
    public var status: Int32
    public var wasSignalled: Bool
    public var timedOut: Bool

    public var outputText: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// Runs a program and waits for it; it is killed when it takes longer than `timeoutSeconds`.
    ///
    /// - Parameters:
    ///   - path: a path, or a name that is looked up in PATH.
    ///   - input: all of its standard input.
    ///   - environment: added to, or put over, the environment of the test; nil takes a variable away.
    public static func of(
        _ path: String, _ arguments: [String] = [], input: [UInt8] = [], environment: [String: String?] = [:],
        folder: String? = nil, timeoutSeconds: Double = 60
    ) throws -> ProgramRun {
        // Files in place of pipes: a program that writes much can never wait for a reader.
        let streams = try TemporaryFolder()
        try streams.write(input, to: "input")
        let program = try SpawnedProgram(
            (folder.map { ["env", "-C", $0] } ?? []) + [path] + arguments,
            environment: TestEnvironment.with(environment), input: streams.path("input"),
            output: streams.path("output"), errors: streams.path("errors"))
        let (status, timedOut) = program.wait(seconds: timeoutSeconds)
        let signal = status & 0x7F
        return ProgramRun(
            output: try streams.bytes(of: "output"), errors: try streams.bytes(of: "errors"),
            status: signal == 0 ? (status >> 8) & 0xFF : signal, wasSignalled: signal != 0, timedOut: timedOut
        )
    }
}
