import Foundation
import TestSupport
import Testing

@Suite("Commands on samples, notes and runs")
struct EvidenceCommandTests {
    private var sample: Sample { get throws { try Program.sample.get() } }

    @Test("frames of prompts are found, and each opens to its slots and samples")
    func templates() throws {
        let sample = try sample
        let rows = try Program.rows("list", "templates", sample.path, "--sort", "-accounts", "--limit", "3")
        let first = try #require(rows.first)
        let id = try #require(first["id"] as? String)
        let detail = try Program.object("show", sample.path, "template:\(id)")
        let samples = try #require(detail["samples"] as? [[String: Any]])
        #expect(!samples.isEmpty)
        #expect(samples.allSatisfy { $0["template"] as? String == id })
        let slots = try #require(detail["slots"] as? [[String: Any]])
        #expect((first["slots"] as? Int) == slots.count)
    }

    @Test("what a rule matched stands at the place it names")
    func matches() throws {
        let sample = try sample
        let rows = try Program.rows(
            "list", "samples", sample.path, "capabilities:rubric_grading", "--limit", "5")
        #expect(!rows.isEmpty)
        for row in rows {
            let place = try #require(row["row"] as? [String: Any])
            let name = "row:\(place["source"] ?? 0):\(place["line"] ?? 0)"
            let detail = try Program.object("show", sample.path, name)
            let found = try #require(detail["matches"] as? [[String: Any]])
            #expect(found.contains { $0["capability"] as? String == "rubric_grading" })
            let texts = try #require(detail["row"] as? [String: Any])
            for match in found {
                let field = try #require(match["field"] as? String)
                let size = (texts[field] as? String)?.utf8.count ?? 0
                for span in try #require(match["spans"] as? [[String: Any]]) {
                    let end = (span["offset"] as? Int ?? 0) + (span["length"] as? Int ?? 0)
                    #expect(end <= size)
                }
            }
        }
    }

    @Test("tags and comments are kept, found, withdrawn, and stand in the audit log")
    func notes() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        let account = try #require(
            try Program.rows("list", "accounts", copy, "--limit", "1").first?["account_id"] as? String)
        #expect(try Program.run("tag", copy, account, "seen before").status == 0)
        #expect(try Program.run("comment", copy, "campaign:C-01", "=ask the bank").status == 0)
        var notes = try Program.rows("list", "notes", copy)
        #expect(notes.compactMap { $0["subject"] as? String } == ["account:\(account)", "campaign:C-01"])
        let dossier = try Program.object("show", copy, account)
        #expect((dossier["notes"] as? [[String: Any]])?.first?["text"] as? String == "seen before")
        #expect(try Program.run("tag", copy, account, "seen before", "--remove").status == 0)
        notes = try Program.rows("list", "notes", copy)
        #expect(notes.first?["withdrawn"] as? Bool == true)
        let actions = try Program.rows("log", copy).compactMap { $0["action"] as? String }
        #expect(actions.filter { $0.contains("note") }.count == 3)
        #expect(try Program.run("verify", copy).status == 0)
        #expect(try Program.run("tag", copy, "nobody-of-that-name", "x").status == 1)
        #expect(try Program.run("comment", copy, account, "  ").status == 1)
    }

    @Test("diff says what another setting changed")
    func diff() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        #expect(try Program.run("diff", copy).status == 1, "one run has nothing to be compared with")
        #expect(try Program.run("analyze", copy, "--without", "payment", "--quiet").status == 0)
        let difference = try Program.object("diff", copy)
        let changes = try #require(difference["changes"] as? [[String: Any]])
        #expect(!changes.isEmpty)
        let settings = try #require((difference["to"] as? [String: Any])?["settings"] as? [String: Any])
        #expect("\(settings)".contains("payment"))
        #expect(try Program.rows("diff", copy, "--runs").count == 2)
    }

    @Test("the strongest chain between two members opens to its rows")
    func path() throws {
        let sample = try sample
        let detail = try Program.object("show", sample.path, "campaign:C-01", "--limit", "60")
        let members = try #require(detail["members"] as? [[String: Any]]).compactMap {
            $0["account_id"] as? String
        }
        let path = try Program.object("path", sample.path, members[0], members[59])
        let hops = try #require(path["hops"] as? [[String: Any]])
        #expect(!hops.isEmpty)
        #expect(hops.first?["from"] as? String == members[0])
        #expect(hops.last?["to"] as? String == members[59])
        for (one, two) in zip(hops, hops.dropFirst()) {
            #expect(one["to"] as? String == two["from"] as? String)
        }
        #expect(try Program.run("path", sample.path, members[0], "nobody-of-that-name").status == 1)
    }

    @Test("sql answers over accounts and exchanges, and can change nothing")
    func sql() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        let rows = try Program.rows(
            "sql", copy, "SELECT count(*) AS n, count(DISTINCT account) AS accounts FROM exchange")
        let overview = try Program.object("overview", copy)
        #expect(rows.first?["n"] as? Int == overview["exchanges"] as? Int)
        let before = try Program.object("verify", copy)["digest"] as? [String: Any]
        for query in [
            "DELETE FROM audit_log", "UPDATE sample SET prompt = ''", "CREATE TABLE t (a)",
            "DROP TABLE value",
            "ATTACH '\(folder.path("other.db"))' AS o", "VACUUM INTO '\(folder.path("copy.db"))'",
            "SELECT load_extension('x')", "PRAGMA user_version = 0",
        ] {
            _ = try Program.run("sql", copy, query)
        }
        let after = try Program.object("verify", copy)["digest"] as? [String: Any]
        #expect(before?["ground"] as? String == after?["ground"] as? String)
        #expect(try folder.names().filter { $0.hasSuffix(".db") }.isEmpty)
        #expect(try Program.run("sql", copy, "SELECT nonsense FROM").status != 0)
    }

    @Test("the graph has an edge for every hub and holder", arguments: ["C-01"])
    func graph(group: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("graph.graphml")
        let run = try Program.run("export", try sample.path, "--format", "graphml", "-o", file)
        #expect(run.status == 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("<graphml"))
        #expect(text.components(separatedBy: "<edge ").count > 1_000)
    }
}

@Suite("What commands print as JSON")
struct JSONSchemaTests {
    @Test("everything printed of the sample case is as Documentation/json says")
    func schemas() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        let account = try #require(
            try Program.rows("list", "accounts", copy, "--limit", "1").first?["account_id"] as? String)
        #expect(try Program.run("tag", copy, account, "seen before").status == 0)
        let check = [
            Program.root + "/Scripts/json-schemas.py", "--check", Program.path, copy,
            Program.root + "/SampleCases/quickstart.truth.csv",
        ]
        let run = try ProgramRun.of("python3", check, timeoutSeconds: 240)
        #expect(run.status == 0, "\(run.outputText) \(run.errorText)")
    }
}

@Suite("The manual")
struct ManualTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("Documentation/cli.md is what the program says of itself")
    func reference() throws {
        let run = try ProgramRun.of(Program.path, ["manual", "--format", "markdown"])
        let kept = try String(
            contentsOf: ManualTests.root.appending(path: "Documentation/cli.md"), encoding: .utf8)
        #expect(run.outputText == kept, "make it anew: revenuer manual -o Documentation/cli.md")
    }

    @Test("every command has a manual page")
    func pages() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("man")
        #expect(try Program.run("manual", "--format", "man", "-o", out).status == 0)
        let pages = try FileManager.default.contentsOfDirectory(atPath: out)
        for command in ["import", "map", "analyze", "report", "sql", "path", "tag", "diff", "log", "rules"] {
            #expect(pages.contains("revenuer-\(command).1"))
        }
    }

    @Test("there is a completion script for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try ProgramRun.of(Program.path, ["completions", shell])
        #expect(run.status == 0)
        #expect(run.outputText.contains("revenuer"))
        #expect(try Program.run("completions", "nonsense").status == 2)
    }
}
