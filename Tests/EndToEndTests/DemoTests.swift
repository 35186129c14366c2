import Foundation
import TestSupport
import Testing

@Suite("The demo, without a terminal")
struct DemoTests {
    @Test("it prints the campaigns with their sizes, the unknown actor unattributed, and says SYNTHETIC")
    func campaigns() throws {
        let printed = try Program.sample.get().printed
        #expect(printed.contains("SYNTHETIC"))
        let campaigns = printed.split(separator: "\n").filter { $0.hasPrefix("  C-") }
        #expect(campaigns.count == 4)
        #expect(campaigns.contains { $0.contains("→ Amber") && $0.contains("210 accounts") })
        // All that points to Basalt can be forged: the answer is withheld.
        #expect(campaigns.contains { $0.contains("58 accounts") && !$0.contains("→ Basalt") })
        #expect(campaigns.contains { $0.contains("→ Cobalt") && $0.contains("12 accounts") })
        #expect(campaigns.contains { $0.contains("→ unattributed") && $0.contains("19 accounts") })
    }

    @Test(
        "each look-alike is named as what it is",
        arguments: [
            "class", "enterprise", "framework", "event", "reseller", "proxy_customers", "research",
            "household",
        ])
    func lookAlikes(kind: String) throws {
        let sample = try Program.sample.get()
        let groups = try Program.rows("list", "groups", sample.path, "kind:\(kind)")
        #expect(!groups.isEmpty, "no group of kind \(kind)")
        let truth = try String(contentsOfFile: sample.folder + "/quickstart.lookalikes.csv", encoding: .utf8)
        let members = Set(
            truth.split(separator: "\n").filter { $0.hasSuffix(",\(kind)") }.map {
                $0.split(separator: ",")[0]
            })
        var best = 0.0
        for group in groups {
            let id = try #require(group["id"] as? String)
            let detail = try Program.object("show", sample.path, "group:\(id)")
            let accounts = try #require(detail["members"] as? [[String: Any]]).compactMap {
                $0["account_id"] as? String
            }
            let share = Double(accounts.count { members.contains(Substring($0)) }) / Double(accounts.count)
            best = max(best, share)
        }
        #expect(best >= 0.5, "no group of kind \(kind) consists mostly of them")
    }

    @Test("a second demo changes nothing and says the same")
    func again() throws {
        let sample = try Program.sample.get()
        let before = try Program.object("verify", sample.path)["digest"] as? [String: String]
        let again = try Program.run("demo", "--folder", sample.folder)
        #expect(again.status == 0)
        #expect(again.outputText == sample.printed)
        #expect(try Program.object("verify", sample.path)["digest"] as? [String: String] == before)
    }

    @Test("the score: every campaign in one piece, no innocent accused, attribution right")
    func score() throws {
        let sample = try Program.sample.get()
        let score = try Program.object("score", sample.path, "--truth", sample.truth)
        let operations = try #require(score["operations"] as? [[String: Any]])
        #expect(operations.count == 4)
        for operation in operations { #expect(operation["pieces"] as? Int == 1, "\(operation)") }
        #expect((score["innocents"] as? [String: Any])?["accused"] as? Int == 0)
        #expect((score["attribution"] as? [String: Any])?["wrong"] as? Int == 0)
        let campaigns = try #require(score["campaigns"] as? [[String: Any]])
        #expect(Set(campaigns.compactMap { $0["actor"] as? String }) == ["Amber", "Cobalt"])
    }
}
