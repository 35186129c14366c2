import Foundation
import Testing

@testable import SyntheticCase

struct GeneratedWorldTests {
    @Test("the same seed writes the same bytes, whatever the number of threads")
    func sameSeed() throws {
        let first = try GeneratedCase(accounts: 1000, threads: 1, partSize: 1000)
        let again = try GeneratedCase(accounts: 1000, threads: 2, partSize: 1000)
        #expect(first.everything == again.everything)
        #expect(first.summary == again.summary)
        #expect(first.summary.files.contains("exchanges-0008.csv"), "one part would show nothing of threads")
    }

    @Test("another seed writes another world")
    func otherSeed() throws {
        let first = try GeneratedCase.standard.get()
        let other = try GeneratedCase(seed: 6)
        for name in [
            "accounts.csv", "payments.csv", "attributes.csv", "exchanges-0001.csv", "samples-0001.jsonl",
        ] {
            #expect(try first.bytes(name) != other.bytes(name), "\(name)")
        }
        #expect(try first.text("profiles/amber.yaml") != other.text("profiles/amber.yaml"))
    }

    @Test("accounts and fraudulent ones are as many as asked for; exchanges and samples within a tenth")
    func counts() throws {
        let written = try GeneratedCase.standard.get()
        #expect(try written.table("accounts.csv").rows.count == 2000)
        #expect(try written.beside("truth").rows.count == 48)
        let exchanges = try written.table("exchanges-0001.csv").rows.count
        #expect(exchanges == written.summary.exchanges)
        #expect(abs(exchanges - 16_000) < 1600, "\(exchanges)")
        let samples = try written.text("samples-0001.jsonl").split(separator: "\n").count
        #expect(samples == written.summary.samples)
        #expect(abs(samples - 200) < 50, "\(samples)")
    }

    @Test("the truth names every fraudulent account once, and no account that only looks alike")
    func truth() throws {
        let written = try GeneratedCase.standard.get()
        let accounts = Set(try written.table("accounts.csv").column("account_id"))
        let fraud = try written.beside("truth").column("account_id")
        let innocent = try written.beside("lookalikes").column("account_id")
        #expect(Set(fraud).count == fraud.count)
        #expect(Set(fraud).isSubset(of: accounts))
        #expect(Set(innocent).isSubset(of: accounts))
        #expect(Set(fraud).isDisjoint(with: innocent))
        #expect(accounts.count == 2000)
    }

    @Test("every operation of the truth has a row of evidence, and the other way round")
    func evidence() throws {
        let written = try GeneratedCase.standard.get()
        let evidence = try written.beside("evidence")
        let operations = try evidence.column("campaign")
        #expect(Set(operations) == Set(try written.beside("truth").column("campaign")))
        for row in evidence.rows where row[2] == "none" { #expect(row[1].isEmpty) }
        for row in evidence.rows where row[2] == "strong" { #expect(!row[1].isEmpty) }
        for row in evidence.rows where row[2] == "forged" { #expect(!row[3].isEmpty && row[3] != row[1]) }
    }

    @Test("every sort of look-alike is there")
    func kinds() throws {
        let settings = [
            "hourly-job-share=0.0001", "heavy-share=0.0005", "heavy-volume=0.1", "fraud-traffic=0.1",
        ]
        let written = try GeneratedCase(accounts: 20_000, exchangesEach: 1, set: settings)
        let kinds = try written.beside("lookalikes").counts(of: "group")
        #expect(
            Set(kinds.keys) == [
                "company", "class", "school", "reseller", "event", "mobile", "vpn", "framework",
                "proxy_customers", "prepaid", "family", "agency", "heavy", "research", "hourly",
            ])
    }

    @Test(
        "five hundred accounts are a world",
        arguments: Preset.allCases.filter { $0 != .quickstart && $0 != .published })
    func small(_ preset: Preset) throws {
        let written = try GeneratedCase(preset: preset, accounts: 500, exchangesEach: 16)
        #expect(written.summary.accounts <= 500)
        #expect(written.summary.exchanges > 0)
        #expect(written.summary.operations == (preset == .honest ? 0 : 2))
    }

    @Test("a world is never written over files that are there")
    func occupied() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "taken-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data([1]).write(to: folder.appendingPathComponent("mine.txt"))
        var knobs = KnobSettings()
        try knobs.size(accounts: 500)
        let world = try GeneratedWorld(title: "A test", knobs: knobs, seed: 1)
        #expect(throws: SyntheticCaseError.folderNotEmpty(path: folder.path)) { try world.write(to: folder) }
    }

    @Test("the world says SYNTHETIC, and the folder holds nothing of the truth")
    func mark() throws {
        let written = try GeneratedCase.standard.get()
        #expect(try written.text("case.yaml").contains("(SYNTHETIC)"))
        #expect(try written.text("case.yaml").contains("\nsynthetic: true\n"))
        let campaigns = Set(try written.beside("truth").column("campaign"))
        for name in written.summary.files {
            let content = Data(try written.bytes(name))
            #expect(!campaigns.contains { content.range(of: Data($0.utf8)) != nil }, "\(name)")
        }
    }

    @Test("compressed parts hold the same rows")
    func compressed() throws {
        let plain = try GeneratedCase.standard.get()
        let packed = try GeneratedCase(compressed: true)
        #expect(try Gunzip.bytes(packed.bytes("exchanges-0001.csv.gz")) == plain.bytes("exchanges-0001.csv"))
    }

    @Test("every address belongs to nobody, and every sample names an exchange")
    func addresses() throws {
        let written = try GeneratedCase.standard.get()
        let exchanges = try written.table("exchanges-0001.csv")
        let free = ["2001:db8:", "198.18.", "198.19.", "100."]
        for address in try exchanges.column("ip") where !address.isEmpty {
            #expect(free.contains { address.hasPrefix($0) }, "\(address)")
            if address.hasPrefix("100.") {
                let second = Int(address.split(separator: ".")[1]) ?? 0
                #expect((64...127).contains(second), "\(address)")
            }
        }
        let named = Set(try exchanges.column("sample_id").filter { !$0.isEmpty })
        #expect(named.count == written.summary.samples)
        #expect(try written.text("samples-0001.jsonl").contains(named.min() ?? "-"))
    }

    @Test("an account acts only while it lives and within the period")
    func lives() throws {
        let written = try GeneratedCase.standard.get()
        let accounts = try written.table("accounts.csv")
        var lives: [String: (from: String, until: String)] = [:]
        for row in accounts.rows { lives[row[0]] = (row[1], row[3].isEmpty ? "9" : row[3]) }
        for row in try written.table("exchanges-0001.csv").rows {
            let life = try #require(lives[row[0]])
            #expect(life.from <= row[1] && row[1] <= life.until)
            #expect("2025-11-03" <= row[1] && row[1] < "2026-02-11")
        }
    }
}
