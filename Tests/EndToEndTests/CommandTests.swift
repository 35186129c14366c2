import Foundation
import TestSupport
import Testing

@Suite("Commands")
struct CommandTests {
    @Test("an explanation's prior and items sum to its bits, and every item opens to file and line")
    func explain() throws {
        let sample = try Program.sample.get()
        let detail = try Program.object("show", sample.path, "campaign:C-01", "--limit", "2")
        let members = try #require(detail["members"] as? [[String: Any]]).compactMap {
            $0["account_id"] as? String
        }
        let explained = try Program.object("explain", sample.path, members[0], members[1])
        let items = try #require(explained["evidence"] as? [[String: Any]])
        #expect(!items.isEmpty)
        let sum = items.reduce(try #require(explained["prior_bits"] as? Double)) {
            $0 + ($1["bits"] as? Double ?? 0)
        }
        #expect(abs(sum - (try #require(explained["bits"] as? Double))) < 1e-9)
        for item in items {
            let rows = try #require(item["rows"] as? [[String: Any]])
            #expect(!rows.isEmpty, "no rows for \(item["kind"] ?? "") \(item["value"] ?? "")")
            try expectValue(of: item, in: rows, evidence: sample.evidence)
        }
    }

    /// A value that stands as text in a plain file must stand on the line that is named.
    private func expectValue(of item: [String: Any], in rows: [[String: Any]], evidence: String) throws {
        let derived: Set<String> = ["network", "sign_up", "lockstep", "template"]
        guard let kind = item["kind"] as? String, !derived.contains(kind),
            let value = item["value"] as? String
        else { return }
        for row in rows {
            guard let file = row["file"] as? String, !file.hasSuffix(".gz"), let line = row["line"] as? Int
            else { continue }
            let text = try String(contentsOfFile: evidence + "/" + file, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[line - 1].contains(value), "\(file):\(line) does not hold \(kind) \(value)")
        }
    }

    @Test("exit codes: usage 2, failure 1, rejects 3, help 0")
    func exitCodes() throws {
        let folder = try TemporaryFolder()
        let rejecting = try folder.write(
            Array("account_id,created_at\na,1750000000\nb,never\n".utf8), to: "accounts.csv")
        #expect(try Program.run("--help").status == 0)
        #expect(try Program.run("list", "nonsense", "x").status == 2)
        #expect(try Program.run("--no-such-option").status == 2)
        #expect(try Program.run("overview", folder.path("missing.revenuer")).status == 1)
        #expect(try Program.run("overview", rejecting).status == 1)
        #expect(try Program.run("import", folder.path("case.revenuer"), rejecting).status == 3)
        #expect(try Program.run("import", folder.path("case.revenuer"), folder.path("nowhere")).status == 1)
        #expect(try Program.run("new", folder.path("case.revenuer")).status == 1)
        #expect(try Program.run("list", "accounts", folder.path("case.revenuer"), "nofield:x").status == 2)
    }

    @Test("a damaged case and an altered audit log are found, with exit code 4")
    func verification() throws {
        let folder = try TemporaryFolder()
        let copy = try Program.sample.get().copy(in: folder)
        #expect(try Program.run("verify", copy).status == 0)
        let altered = try ProgramRun.of(
            "sqlite3",
            [
                copy,
                "DROP TRIGGER IF EXISTS audit_log_refuse_update; UPDATE audit_log SET actor = 'x' WHERE seq = 3;",
            ])
        if altered.status != 0 {
            // The triggers refuse it, whatever they are called: take them all away as a forger would.
            let names = try ProgramRun.of(
                "sqlite3", [copy, "SELECT name FROM sqlite_master WHERE type = 'trigger'"])
            let drops = names.outputText.split(separator: "\n").map { "DROP TRIGGER \"\($0)\";" }.joined()
            _ = try ProgramRun.of(
                "sqlite3", [copy, drops + "UPDATE audit_log SET actor = 'x' WHERE seq = 3;"])
        }
        let verified = try Program.run("verify", copy)
        #expect(verified.status == 4)
        #expect(verified.outputText.contains("entry 3 was altered"))
    }

    @Test("originals are compared with what was imported from them")
    func originals() throws {
        let sample = try Program.sample.get()
        let report = try Program.object("verify", sample.path, "--originals", sample.evidence)
        let sources = try #require(report["sources"] as? [[String: Any]])
        #expect(!sources.isEmpty)
        #expect(sources.allSatisfy { $0["status"] as? String == "present" })
    }

    @Test("members.csv has one row an accused account")
    func members() throws {
        let folder = try TemporaryFolder()
        let sample = try Program.sample.get()
        let file = folder.path("members.csv")
        #expect(try Program.run("export", sample.path, "--format", "members", "-o", file).status == 0)
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines[0] == "account_id,campaign,probability,role,actor,attribution_probability")
        let ids = lines.dropFirst().map { $0.split(separator: ",")[0] }
        #expect(ids.count == Set(ids).count)
        #expect(ids.count >= 290)
    }

    @Test("the tables of a CSV export are named in its datapackage.json", arguments: ["csv", "jsonl"])
    func tables(format: String) throws {
        let folder = try TemporaryFolder()
        let sample = try Program.sample.get()
        let out = folder.path("out")
        #expect(try Program.run("export", sample.path, "--format", format, "-o", out).status == 0)
        let package = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: out + "/datapackage.json")))
        let resources = try #require((package as? [String: Any])?["resources"] as? [[String: Any]])
        #expect(resources.count >= 7)
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            #expect(FileManager.default.fileExists(atPath: out + "/" + path))
        }
    }

    @Test("hostile samples print no control characters, as text or as JSON", arguments: [[], ["--json"]])
    func hostileText(options: [String]) throws {
        let sample = try Program.sample.get()
        let run = try ProgramRun.of(
            Program.path, ["list", "samples", sample.path] + options, timeoutSeconds: 60)
        let unsafe = run.outputText.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
                || (0x202A...0x202E).contains($0.value)
        }
        #expect(unsafe.isEmpty)
    }

    @Test("a filter narrows a list as it says")
    func filter() throws {
        let sample = try Program.sample.get()
        let rows = try Program.rows(
            "list", "accounts", sample.path, "campaign:C-01 exchanges>50", "--sort", "-exchanges")
        #expect(!rows.isEmpty)
        let counts = rows.compactMap { $0["exchanges"] as? Int }
        #expect(counts.allSatisfy { $0 > 50 })
        #expect(counts == counts.sorted(by: >))
        #expect(rows.allSatisfy { $0["campaign"] as? String == "C-01" })
    }

    @Test("the case file is readable by its owner alone, and plain sqlite3 opens it")
    func file() throws {
        let sample = try Program.sample.get()
        let mode = try FileManager.default.attributesOfItem(atPath: sample.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let asked = try ProgramRun.of(
            "sqlite3", ["-readonly", sample.path, "SELECT count(*) FROM account_identity"])
        #expect(asked.outputText == "690\n")
    }

    @Test("shuffled rows give the same campaigns")
    func shuffled() throws {
        let folder = try TemporaryFolder()
        let sample = try Program.sample.get()
        var random = SeededRandom(seed: 20_261_121)
        print("seed \(20_261_121)")
        let evidence = folder.path("shuffled")
        try FileManager.default.copyItem(atPath: sample.evidence, toPath: evidence)
        for table in ["accounts.csv", "payments.csv", "attributes.csv"] {
            let file = evidence + "/" + table
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            let body = lines.dropFirst().shuffled(using: &random)
            try ([lines[0]] + body).joined(separator: "\n").appending("\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }
        let path = folder.path("shuffled.revenuer")
        #expect(try Program.run("import", path, evidence, "--quiet").status == 3)
        #expect(try Program.run("analyze", path, "--quiet").status == 0)
        let members = ["export", "--format", "members", "-o", "-"]
        let one = try ProgramRun.of(Program.path, [members[0], sample.path] + members.dropFirst())
        let two = try ProgramRun.of(Program.path, [members[0], path] + members.dropFirst())
        #expect(one.outputText == two.outputText)
    }
}
