import TestSupport
import Testing

@Suite struct ProgramRunTests {
    @Test("Input goes in, output and status come out")
    func streams() throws {
        let run = try ProgramRun.of("sh", ["-c", "cat; echo oops >&2; exit 3"], input: Array("hello".utf8))
        #expect(run.outputText == "hello" && run.errorText == "oops\n")
        #expect(run.status == 3 && !run.wasSignalled && !run.timedOut)
    }

    @Test("More output than a pipe holds does not block")
    func muchOutput() throws {
        #expect(try ProgramRun.of("head", ["-c", "1000000", "/dev/zero"]).output.count == 1_000_000)
    }

    @Test("Variables are set, and taken away by nil")
    func environment() throws {
        let run = try ProgramRun.of(
            "sh", ["-c", "echo $REVENUER_X ${HOME-none}"], environment: ["REVENUER_X": "1", "HOME": nil])
        #expect(run.outputText == "1 none\n")
    }

    @Test("A program that takes too long is killed and says so")
    func timeout() throws {
        let run = try ProgramRun.of("sleep", ["60"], timeoutSeconds: 0.2)
        #expect(run.timedOut && run.wasSignalled && run.status == 9)
    }
}
