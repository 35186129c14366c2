import Testing

@testable import SyntheticCase

struct EvidenceLossTests {
    private static let size = 600

    @Test(
        "a table that is dropped is not there",
        arguments: [
            ("drop-payments", "payments.csv"), ("drop-attributes", "attributes.csv"),
            ("drop-ip-ranges", "ip_ranges.csv"), ("drop-samples", "samples-0001.jsonl"),
        ])
    func tables(_ knob: String, _ file: String) throws {
        #expect(try GeneratedCase.standard.get().has(file))
        #expect(try !GeneratedCase(accounts: Self.size, set: ["\(knob)=yes"]).has(file))
    }

    @Test(
        "a column that is dropped is not there",
        arguments: [
            ("drop-prompt-keys", "exchanges-0001.csv", "prompt_key"), ("drop-ip", "exchanges-0001.csv", "ip"),
            ("drop-client", "exchanges-0001.csv", "client"),
            ("drop-email-domain", "accounts.csv", "email_domain"),
            ("drop-organisation", "accounts.csv", "org_name"),
        ])
    func columns(_ knob: String, _ file: String, _ column: String) throws {
        #expect(try GeneratedCase.standard.get().table(file).header.contains(column))
        let lost = try GeneratedCase(accounts: Self.size, set: ["\(knob)=yes"]).table(file)
        #expect(!lost.header.contains(column))
        #expect(lost.rows.allSatisfy { $0.count == lost.header.count })
    }

    @Test(
        "a kind of attribute that is dropped is not there",
        arguments: [("drop-device", "device"), ("drop-tls", "tls_ja4"), ("drop-metadata", "metadata_user")])
    func kinds(_ knob: String, _ kind: String) throws {
        let forgers = ["fraud-share=0.1", "careful-forgers=0"]
        let whole = try GeneratedCase(preset: .framed, accounts: Self.size, set: forgers)
        #expect(try whole.table("attributes.csv").counts(of: "kind")[kind] != nil)
        let lost = try GeneratedCase(preset: .framed, accounts: Self.size, set: forgers + ["\(knob)=yes"])
        #expect(try lost.table("attributes.csv").counts(of: "kind")[kind] == nil)
    }

    @Test("coarse times fall on the step")
    func coarse() throws {
        let coarse = try GeneratedCase(
            accounts: Self.size, set: ["time-step=3600", "sign-up-step=86400"])
        #expect(try coarse.table("exchanges-0001.csv").column("at").allSatisfy { $0.hasSuffix(":00:00Z") })
        #expect(
            try coarse.table("accounts.csv").column("created_at").allSatisfy { $0.hasSuffix("T00:00:00Z") })
    }

    @Test("half of the samples are lost, and no exchange")
    func samples() throws {
        let whole = try GeneratedCase.standard.get().summary
        let half = try GeneratedCase(set: ["samples-kept=0.5"]).summary
        #expect(half.exchanges == whole.exchanges)
        #expect(Double(half.samples) < 0.65 * Double(whole.samples))
        #expect(Double(half.samples) > 0.35 * Double(whole.samples))
    }

    @Test("keep takes exchanges from operations alone")
    func keep() throws {
        let written = try GeneratedCase.standard.get()
        let kept = try GeneratedCase(set: ["keep=0.1"])
        let fraud = Set(try written.beside("truth").column("account_id"))
        func split(_ world: GeneratedCase) throws -> (fraud: Int, honest: Int) {
            let ids = try world.table("exchanges-0001.csv").column("account_id")
            let hits = ids.count { fraud.contains($0) }
            return (hits, ids.count - hits)
        }
        let (all, few) = (try split(written), try split(kept))
        #expect(all.honest == few.honest)
        #expect(abs(Double(few.fraud) / Double(all.fraud) - 0.1) < 0.02)
    }

    @Test("suspects are most of the fraud and as many innocents, and nobody else")
    func suspects() throws {
        let written = try GeneratedCase(preset: .suspects)
        let ids = Set(try written.table("accounts.csv").column("account_id"))
        let fraud = try written.beside("truth").rows.count
        #expect((34...48).contains(fraud))
        #expect((fraud + 15...fraud + 90).contains(ids.count))
        #expect(try written.text("case.yaml").contains("population: suspects\n"))
        let senders = try written.table("exchanges-0001.csv").column("account_id")
        #expect(Set(senders).isSubset(of: ids))
    }

    @Test("controls are marked, one in twenty of those who are no suspects")
    func control() throws {
        let written = try GeneratedCase(preset: .control, accounts: 6000, exchangesEach: 4)
        let marks = try written.table("accounts.csv").counts(of: "population")
        let controls = try #require(marks["control"])
        #expect((200...400).contains(controls))
        #expect(try written.text("case.yaml").contains("population: suspects+control 1:20\n"))
    }

    @Test("exchange ids are each there once")
    func identifiers() throws {
        let ids = try GeneratedCase(accounts: Self.size, set: ["exchange-ids=yes"])
            .table("exchanges-0001.csv").column("exchange_id")
        #expect(Set(ids).count == ids.count)
        #expect(!ids.contains(""))
    }
}
