import Casework
import Testing

@testable import Intake

@Suite("case.yaml and profiles")
struct YAMLFilesTests {
    @Test("a full case.yaml is read")
    func fullCase() throws {
        let imported = try importing(
            "case.yaml",
            """
            title: Quiet Harbour
            description: Invented.
            synthetic: true
            population: suspects+control 1:20
            period: {from: 2026-01-01T00:00:00Z, to: 1769904000}
            restricted_countries: [NO, AQ, NO]
            clock_offset_seconds: -90
            """)
        var expected = CaseDescription()
        expected.title = "Quiet Harbour"
        expected.text = "Invented."
        expected.synthetic = true
        expected.population = .suspectsAndControl(oneIn: 20)
        expected.periodFrom = Timestamp(milliseconds: 1_767_225_600_000)
        expected.periodTo = Timestamp(milliseconds: 1_769_904_000_000)
        expected.restrictedCountries = ["AQ", "NO"]
        expected.clockOffsetSeconds = -90
        #expect(imported.sink.description == expected)
    }

    @Test(
        "what is wrong in case.yaml fails it with its line",
        arguments: [
            ("title: A\npopulation: all: of: them", 2), ("title: A\nsynthetic: perhaps", 2),
            ("population: most", 1), ("period:\n  from: 2026-01-01", 2),
            ("restricted_countries:\n- AQ\n- aq", 3),
            ("clock_offset_seconds: 1.5", 1), ("clock_offset_seconds: -9223372036854775808", 1), ("- a", 1),
            ("title: a\ntitle: b", 1), ("title: [a]", 1), ("\ttitle: a", 1), ("title: a\nx: *nobody", 2),
        ])
    func badCase(text: String, line: Int) throws {
        let imported = try importing("case.yaml", text)
        #expect(imported.status == .failed)
        #expect(imported.reason?.hasPrefix("line \(line):") == true, "\(imported.reason ?? "")")
        #expect(imported.sink.description == nil)
    }

    @Test("names that mean nothing are told, and a second case.yaml replaces the first with a note")
    func notes() throws {
        let first = try importing("case.yaml", "title: A\ntilte: B\nmap: {}\n")
        #expect(first.reason == "not known and not read: tilte")
        let folder = try TemporaryFolder()
        try folder.write("case.yaml", "title: C\n")
        let sink = RecordingSink()
        let summary = try EvidenceImport(sink: sink, earlier: CaseDescription()).run([folder.path])
        #expect(summary.files.first?.reason == "replaces the case.yaml before it")
    }

    @Test("a full profile is read")
    func fullProfile() throws {
        let imported = try importing(
            "profiles/amber.yaml",
            """
            name: Amber
            aliases: [Amber Labs]
            source: "Invented, 2026"
            indicators:
              asn: [64500]
              cidr: [192.0.2.9/24, "2001:db8::/32"]
              email_domain: amber.example
              metadata: ["kestrel-*"]
              fingerprint: [fp-1]
              tls_ja4: [t13d]
              device: [dv]
            targets: [chain_of_thought, new_one]
            working_hours_utc_offset: 5.5
            """)
        let profile = try #require(imported.sink.profiles.first)
        #expect(profile.name == "Amber")
        #expect(profile.indicators.asNumbers == [64500])
        #expect(profile.indicators.ranges == ["192.0.2.0/24", "2001:db8::/32"])
        #expect(profile.indicators.emailDomains == ["amber.example"])
        #expect(profile.targets == ["chain_of_thought", "new_one"])
        #expect(profile.workingHoursUTCOffset == 5.5)
        #expect(imported.summary.files.first?.file == "profiles/amber.yaml")
    }

    @Test(
        "what is wrong in a profile fails it with its line",
        arguments: [
            ("aliases: [a]", 1), ("name: ''", 1), ("name: A\nindicators:\n  asn: [AS1]", 3),
            ("name: A\nindicators:\n  cidr:\n  - x", 4), ("name: A\ntargets: [Chain Of]", 2),
            ("name: A\nindicators:\n\tasn: [1]", 3), ("name: A\nworking_hours_utc_offset: 15", 2),
        ])
    func badProfile(text: String, line: Int) throws {
        let imported = try importing("profiles/p.yaml", text)
        #expect(imported.status == .failed)
        #expect(imported.reason?.hasPrefix("line \(line):") == true, "\(imported.reason ?? "")")
    }

    @Test("documents made to blow up fail quickly")
    func bombs() throws {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 { bomb += "a\(level): &a\(level) {? [*a\(level - 1), *a\(level - 1)] : 1}\n" }
        let deep = "name: " + String(repeating: "[", count: 100_000)
        let sequences = String(repeating: "- ", count: 100_000) + "x"
        let big = "name: " + String(repeating: "x", count: 2 << 20)
        for text in [bomb, deep, sequences, big] {
            #expect(try importing("profiles/p.yaml", text).status == .failed)
        }
    }
}
