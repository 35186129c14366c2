import Foundation
import TestSupport
import Testing

@Suite("Decisions by command") struct DecisionCommandTests {
    private var sample: Sample { get throws { try Program.sample.get() } }

    private func member(_ path: String) throws -> (campaign: String, account: String) {
        let row = try #require(try Program.rows("list", "queue", path, "--limit", "1").first)
        return (try #require(row["campaign"] as? String), try #require(row["account_id"] as? String))
    }

    @Test("a decision is listed, shown, binds the next analysis, and is taken back")
    func deciding() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        let before = try Program.object("verify", copy)
        let (campaign, account) = try member(copy)
        let subject = "membership:\(campaign)/\(account)"
        let run = try Program.run("decide", copy, subject, "reject", "--reason", "an own card")
        #expect(run.status == 0)
        #expect(run.outputText.contains("rejects \(subject), because: an own card"))
        #expect(run.outputText.contains("It binds the next analysis"))
        let listed = try Program.rows("list", "decisions", copy, "kind:membership in_force:true")
        #expect(listed.compactMap { $0["subject"] as? String } == [subject])
        #expect(try Program.run("list", "decisions", copy).outputText.contains("an own card"))
        #expect(try Program.run("show", copy, account).outputText.contains("Reviewers' decisions"))
        let overview = try Program.object("overview", copy)
        #expect((overview["run"] as? [String: Any])?["out_of_date"] as? [String] == ["decisions"])
        #expect(try Program.run("analyze", copy, "--quiet").status == 0)
        let decision = try #require(try Program.rows("list", "decisions", copy).first)
        #expect(decision["bound"] as? Bool == true)
        #expect((decision["effect"] as? String)?.contains("kept out of the group") == true)
        let members = try Program.rows("list", "accounts", copy, "campaign:\(campaign)")
        #expect(!members.contains { $0["account_id"] as? String == account })
        #expect(try Program.run("decide", copy, subject, "--withdraw").outputText.contains("(withdrawn)"))
        #expect(try Program.run("decide", copy, subject, "--withdraw").status == 1)
        #expect(try Program.run("analyze", copy, "--quiet").status == 0)
        let after = try Program.object("verify", copy)
        let digests = [before, after].map { ($0["digest"] as? [String: Any])?["derived"] as? String }
        #expect(digests[0] == digests[1] && digests[0] != nil)
        #expect(try Program.run("verify", copy).status == 0)
    }

    @Test("two reviewers who disagree are both heard") func dispute() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        for (actor, verdict) in [("anna", "confirm"), ("ben", "reject")] {
            let run = try Program.run(
                "decide", copy, "campaign:C-01", verdict, "--reason", "seen",
                environment: ["REVENUER_ACTOR": actor])
            #expect(run.status == 0)
        }
        let shown = Self.words(try Program.run("show", copy, "C-01"))
        #expect(shown.contains("Another reviewer says the opposite: while they disagree"))
        #expect(try Program.rows("list", "decisions", copy, "disputed:true").count == 2)
        let report = Self.words(try Program.run("report", copy, "--format", "txt", "-o", "-"))
        #expect(report.contains("Reviewers say the opposite of each other on 1 question"))
    }

    /// What was printed, however it was wrapped.
    private static func words(_ run: ProgramRun) -> String {
        run.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("what cannot be decided says why and changes nothing") func refusals() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        let log = try Program.rows("log", copy).count
        let refused: [([String], Int32, String)] = [
            (["campaign:C-01", "confirm"], 2, "--reason"),
            (["campaign:C-01", "perhaps", "--reason", "x"], 2, "confirm, reject or unsure"),
            (["campaign:C-01", "confirm", "--reason", " "], 1, "needs a reason in words"),
            (["campaign:C-99", "confirm", "--reason", "x"], 1, "is not in the case"),
            (["membership:C-01/nobody", "reject", "--reason", "x"], 1, "is not in the case"),
            (["attribution:C-01/Nobody", "reject", "--reason", "x"], 1, "is not in the case"),
            (["source:1", "reject", "--reason", "x"], 2, "nothing to decide on"),
            (["campaign:C-01", "confirm", "--reason", String(repeating: "x", count: 20_000)], 1, "too long"),
        ]
        for (arguments, status, words) in refused {
            let run = try ProgramRun.of(Program.path, ["decide", copy] + arguments, timeoutSeconds: 60)
            #expect(run.status == status, "\(arguments)")
            #expect(run.errorText.contains(words), "\(arguments): \(run.errorText)")
        }
        #expect(try Program.rows("log", copy).count == log)
    }
}
