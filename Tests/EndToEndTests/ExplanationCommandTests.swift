import Foundation
import TestSupport
import Testing

@Suite("Commands that say why")
struct ExplanationCommandTests {
    private var sample: Sample { get throws { try Program.sample.get() } }

    private func member(_ sample: Sample) throws -> String {
        let rows = try Program.rows("list", "accounts", sample.path, "campaign:C-01", "--limit", "1")
        return try #require(rows.first?["account_id"] as? String)
    }

    @Test("the filter on shared addresses lists whom the sentence of `show` speaks of, with the same figure")
    func connections() throws {
        let sample = try sample
        let field = "addresses_with_10_flagged"
        let rows = try Program.rows("list", "accounts", sample.path, "\(field)>=3", "--sort", "-\(field)")
        let first = try #require(rows.first)
        #expect(rows.allSatisfy { ($0[field] as? Int ?? 0) >= 3 })
        let id = try #require(first["account_id"] as? String)
        let dossier = try Program.object("show", sample.path, id)
        let connections = try #require(dossier["connections"] as? [[String: Any]])
        let addresses = try #require(connections.first { $0["field"] as? String == field })
        let count = try #require(first[field] as? Int)
        #expect(addresses["count"] as? Int == count)
        let words = try #require(addresses["words"] as? String)
        #expect(
            words.hasPrefix(
                "This account is connected to \(count) addresses that each have 10 or more flagged accounts.")
        )
        let values = try #require(addresses["values"] as? [[String: Any]])
        for value in values {
            #expect((value["flagged"] as? Int ?? 0) >= 10)
            let rows = try #require(value["rows"] as? [Any])
            #expect(!rows.isEmpty && (value["rows_total"] as? Int ?? 0) >= rows.count)
        }
        #expect(try Program.run("show", sample.path, id).outputText.contains(words.prefix(60)))
    }

    @Test(
        "a wrong field says what could be meant",
        arguments: ["flagged_addresses>=5", "tls_with_10_flagged>=1"])
    func wrongField(_ filter: String) throws {
        let run = try Program.run("list", "accounts", try sample.path, filter)
        #expect(run.status == 2)
        #expect(run.errorText.contains("_flagged"))
    }

    @Test("path with one account lists related ones, hop by hop")
    func related() throws {
        let sample = try sample
        let found = try Program.object(
            "path", sample.path, try member(sample), "--hops", "2", "--limit", "20")
        let related = try #require(found["related"] as? [[String: Any]])
        #expect(!related.isEmpty && related.count <= 20)
        for account in related {
            let chain = try #require(account["chain"] as? [[String: Any]])
            #expect(chain.count == account["hops"] as? Int)
            #expect(chain.allSatisfy { !(($0["shared"] as? [Any] ?? []).isEmpty) })
        }
        #expect(try Program.run("path", sample.path, try member(sample), "--hops", "9").status == 2)
    }

    @Test(
        "a statement of reasons comes in four forms, marked SYNTHETIC",
        arguments: ["md", "txt", "html", "json"])
    func statement(_ format: String) throws {
        let sample = try sample
        let run = try Program.run(
            "statement", sample.path, try member(sample), "--format", format, "--contact", "x@y.example")
        #expect(run.status == 0)
        #expect(run.errorText.isEmpty, "no fault of wording")
        #expect(run.outputText.contains("SYNTHETIC") || run.outputText.contains("\"synthetic\":true"))
        #expect(run.outputText.contains("y.example"))
    }

    @Test(
        "the history of groups is a list, and show tells that of one, also of an id that is no group any more"
    )
    func history() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        #expect(try Program.rows("list", "history", copy).allSatisfy { $0["event"] as? String == "new" })
        let families = "means,client,infrastructure,language,time,identity"
        #expect(try Program.run("analyze", copy, "--without", families, "--quiet").status == 0)
        let gone = try Program.rows("list", "history", copy, "id:C-01 -event:new")
        #expect(gone.map { $0["event"] as? String } == ["gone"])
        let run = try #require(gone.first?["run"] as? String)
        let shown = try Program.run("show", copy, "campaign:C-01").outputText
        #expect(shown.hasPrefix("C-01 is no group any more."))
        #expect(shown.contains("\(run) ") && shown.contains("gone, "))
        #expect(try Program.run("show", copy, "campaign:C-99").status == 1)
        #expect(try Program.run("analyze", copy, "--quiet").status == 0)
        let back = try Program.object("show", copy, "campaign:C-01")
        #expect((back["history"] as? [[String: Any]])?.last?["event"] as? String == "back")
        #expect(try Program.run("show", copy, "campaign:C-01").outputText.hasPrefix("history: "))
    }

    @Test("what-if prints who falls out, stores nothing, and analyze with the same words stores just that")
    func whatIf() throws {
        let folder = try TemporaryFolder()
        let copy = try sample.copy(in: folder)
        let before = try Program.rows("log", copy).count
        let result = try Program.object("what-if", copy, "--without", "payment,client", "--quiet")
        #expect(try Program.rows("log", copy).count == before)
        let after = try #require(result["accused_after"] as? Int)
        #expect(try Program.run("analyze", copy, "--without", "payment,client", "--quiet").status == 0)
        #expect(try Program.rows("list", "accounts", copy, "not campaign:none").count == after)
        #expect(try Program.run("what-if", copy).status == 2)
        #expect(
            try Program.run("what-if", copy, "--without", "paymnt").errorText.contains(
                "Did you mean payment?"))
        #expect(try Program.run("analyze", copy, "--bar", "payment:nobody").status == 2)
    }
}
