import Foundation
import TestSupport
import Testing

@Suite("Robustness", .serialized)
struct RobustnessTests {
    @Test(
        "a kill at any moment of an import or an analysis leaves a case that verifies and ends with the same digest"
    )
    func kills() throws {
        let sample = try Program.sample.get()
        let run = try ProgramRun.of(
            "python3",
            [Program.root + "/Scripts/kill-test.py", Program.path, sample.evidence, "10", "20261121"],
            timeoutSeconds: 600)
        #expect(run.status == 0, "\(run.errorText)")
        print(run.outputText)
    }

    @Test("the evidence contract: every case of the conformance folder")
    func conformance() throws {
        let check = Program.root + "/../shared/conformance/check.py"
        guard FileManager.default.fileExists(atPath: check) else {
            print("skipped: no conformance cases beside the project")
            return
        }
        let cases = try FileManager.default.contentsOfDirectory(
            atPath: Program.root + "/../shared/conformance"
        )
        .filter { $0.first?.isNumber == true }.sorted()
        let run = try ProgramRun.of("python3", [check, Program.path] + cases, timeoutSeconds: 600)
        #expect(run.status == 0, "\(run.outputText)")
    }

    @Test("Ctrl-C ends an import with 130, and what was complete stays")
    func cancelled() throws {
        let folder = try TemporaryFolder()
        let generated = folder.path("evidence")
        let made = try ProgramRun.of(
            "python3", [Program.root + "/Benchmarks/plain_exchanges.py", generated, "20000", "600000"],
            timeoutSeconds: 120)
        #expect(made.status == 0)
        // Not Foundation's Process: its children start with SIGINT blocked.
        let program = try SpawnedProgram(
            [Program.path, "import", folder.path("case.revenuer"), generated, "--quiet"],
            environment: TestEnvironment.current, input: "/dev/null", output: folder.path("out"),
            errors: folder.path("err"))
        usleep(700_000)
        kill(program.processID, SIGINT)
        // The raw status of waitpid: the exit code stands in its second byte.
        #expect(program.wait(seconds: 60).status == 130 << 8)
        let verified = try Program.run("verify", folder.path("case.revenuer"))
        #expect(verified.status == 0, "\(verified.outputText)")
        #expect(try Program.object("overview", folder.path("case.revenuer"))["exchanges"] as? Int == 0)
    }
}
