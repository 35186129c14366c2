import Foundation
import Testing

@testable import SyntheticCase

struct TablesTests {
    private static let tables = [
        "accounts.csv", "payments.csv", "attributes.csv", "ip_ranges.csv", "exchanges.csv.gz", "events.csv",
        "terms.csv",
        "sources.csv",
    ]

    @Test("every row has as many fields as its header", arguments: tables)
    func fieldCounts(_ name: String) throws {
        let table = try WrittenCase.first.get().table(name)
        #expect(!table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0.count == table.header.count })
    }

    @Test("words of a fixed list are words of that list, but for the faults put in on purpose")
    func enums() throws {
        let written = try WrittenCase.first.get()
        let accounts = try written.table("accounts.csv")
        #expect(strangers(try accounts.column("status"), AccountStatus.allCases.map(\.rawValue)).isEmpty)
        #expect(strangers(try accounts.column("plan"), Plan.allCases.map(\.rawValue)).isEmpty)
        #expect(strangers(try accounts.column("channel"), Channel.allCases.map(\.rawValue)).isEmpty)
        let payments = try written.table("payments.csv")
        #expect(strangers(try payments.column("kind"), PaymentKind.allCases.map(\.rawValue)) == ["voucher"])
        let ranges = try written.table("ip_ranges.csv")
        #expect(strangers(try ranges.column("usage"), RangeUsage.allCases.map(\.rawValue)).isEmpty)
        let surfaces = try written.table("exchanges.csv.gz").column("surface")
        #expect(strangers(surfaces, ["api", "web", "cloud:nimbus", "cloud:stratus"]).isEmpty)
    }

    @Test("countries are two capital letters, but for the two put in on purpose")
    func countries() throws {
        let countries = try WrittenCase.first.get().table("accounts.csv").column("declared_country")
        let odd = countries.filter {
            !$0.isEmpty && !($0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) })
        }
        #expect(Set(odd) == ["England", "usa"])
    }

    @Test("accounts close after they open, and nothing comes from them afterwards")
    func lives() throws {
        let written = try WrittenCase.first.get()
        let accounts = try written.table("accounts.csv")
        let opened = Dictionary(zip(try accounts.column("account_id"), try accounts.column("created_at"))) {
            first, _ in first
        }
        let closed = Dictionary(zip(try accounts.column("account_id"), try accounts.column("closed_at"))) {
            first, _ in first
        }
        for (id, end) in closed where !end.isEmpty { #expect(end > opened[id, default: ""], "\(id)") }
        let exchanges = try written.table("exchanges.csv.gz")
        let outside = zip(try exchanges.column("account_id"), try exchanges.column("at")).filter { id, at in
            guard at.hasPrefix("20"), at.hasSuffix("Z"), let start = opened[id], let end = closed[id] else {
                return false
            }
            return at < start || (!end.isEmpty && at > end)
        }
        #expect(outside.count <= 1, "the impossible dates put in on purpose aside")
    }

    @Test("the defects put into the log are the ones the sample's note counts")
    func defects() throws {
        let exchanges = try WrittenCase.first.get().table("exchanges.csv.gz")
        let ids = try exchanges.column("exchange_id")
        #expect(ids.count - Set(ids).count == 3)
        #expect(ids.filter { $0.hasPrefix("badrow") }.count == 5)
        #expect(try exchanges.column("account_id").filter(\.isEmpty).count == 1)
        #expect(try exchanges.column("input_tokens").filter { $0.hasPrefix("-") }.count == 1)
    }

    @Test("samples are one JSON object a line, but for one torn line, and name exchanges' accounts")
    func samples() throws {
        let written = try WrittenCase.first.get()
        let lines = String(decoding: try written.bytes("samples.jsonl"), as: UTF8.self).utf8.split(
            separator: 10)
        let objects = lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
        #expect(lines.count - objects.count == 1)
        #expect((1500...2300).contains(objects.count))
        #expect(objects.filter { $0["prompt"] == nil }.count == 1)
        let texts = Set(objects.compactMap { $0["prompt"] as? String })
        #expect(Double(texts.count) > 0.8 * Double(objects.count), "prompts repeat too often")
    }

    @Test("some samples carry text that attacks whoever shows it")
    func hostile() throws {
        let text = String(decoding: try WrittenCase.first.get().bytes("samples.jsonl"), as: UTF8.self)
        let missing = ["\\u001b[2J", "=HYPERLINK(", "<script>", "DROP TABLE", "\u{202E}", "\\u0000"].filter {
            !text.contains($0)
        }
        #expect(missing == [])
    }

    private func strangers(_ words: [String], _ known: [String]) -> Set<String> {
        Set(words).subtracting(known).subtracting([""])
    }
}
