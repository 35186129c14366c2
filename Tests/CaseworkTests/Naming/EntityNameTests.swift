import Casework
import TestSupport
import Testing

@Suite struct EntityNameTests {
    private let range = AddressRange("198.51.100.0/24")!

    @Test("Every kind of name reads as what it says")
    func kinds() throws {
        let expected: [(String, EntityName)] = [
            ("account:a-1", .account(AccountID("a-1"))),
            ("artifact:device:d:1", .artifact(Artifact(kind: ArtifactKind("device"), value: "d:1"))),
            ("net:198.51.100.0/24", .net(range)), ("sample:s", .sample("s")), ("template:t", .template("t")),
            ("group:G-01", .group("G-01")), ("campaign:C-01", .campaign("C-01")),
            ("source:3", .source(SourceNumber(rawValue: 3))),
            ("link:a~b", .link(AccountID("a"), AccountID("b"))),
            ("row:2:17", .row(source: SourceNumber(rawValue: 2), line: 17)),
            ("membership:C-01/a/b", .membership(campaign: "C-01", account: AccountID("a/b"))),
            ("attribution:C-01/Amber", .attribution(campaign: "C-01", profile: "Amber")),
            ("link:~3~a~b~c", .link(AccountID("a~b"), AccountID("c"))),
        ]
        for (text, name) in expected {
            #expect(try EntityName.readings(of: text).first == name)
            #expect(name.description == text)
        }
    }

    @Test("A bare id is an account, whatever colons it holds")
    func bareAccount() throws {
        #expect(try EntityName.readings(of: "u-7") == [.account(AccountID("u-7"))])
        #expect(try EntityName.readings(of: "urn:u:7") == [.account(AccountID("urn:u:7"))])
    }

    @Test("What looks like an address, a campaign or a group is that first and an account second")
    func bareLookalikes() throws {
        #expect(
            try EntityName.readings(of: "198.51.100.7/24") == [
                .net(range), .account(AccountID("198.51.100.7/24")),
            ])
        #expect(try EntityName.readings(of: "2001:db8::1").count == 2)
        #expect(try EntityName.readings(of: "C-01") == [.campaign("C-01"), .account(AccountID("C-01"))])
        #expect(try EntityName.readings(of: "G-12") == [.group("G-12"), .account(AccountID("G-12"))])
        #expect(try EntityName.readings(of: "C-1x") == [.account(AccountID("C-1x"))])
    }

    @Test("Ids that hold the separator give one reading for every cut")
    func cuts() throws {
        let readings = try EntityName.readings(of: "link:a~b~c")
        let names = [("a", "b~c"), ("a~b", "c")].map { EntityName.link(AccountID($0.0), AccountID($0.1)) }
        #expect(readings == names)
    }

    @Test("A printed name reads back, whatever its ids hold", arguments: UInt64(1)...4)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let id = "x" + random.hostileText(limit: 8, letters: "a:~")
            let names: [EntityName] = [
                .account(AccountID(id)), .sample(ExactText(id)), .link(AccountID(id), AccountID("b")),
                .artifact(Artifact(kind: ArtifactKind("k"), value: ExactText(id))),
            ]
            for name in names {
                #expect(try EntityName.readings(of: name.description).contains(name), "seed \(seed)")
            }
        }
    }

    @Test(
        "What is no name says why",
        arguments: [
            ("", "an empty name: expected an id, an address, or a name such as account:ID"),
            ("net:1.2.3", "'1.2.3' is no address or CIDR range"),
            ("source:0", "expected source:N with numbers from 1, found '0'"),
            ("row:1", "expected row:SOURCE:LINE with numbers from 1, found '1'"),
            ("link:a", "expected link:ACCOUNT~ACCOUNT, found 'a'"),
            ("membership:C-01", "expected membership:CAMPAIGN/ACCOUNT, found 'C-01'"),
            ("attribution:/Amber", "expected attribution:CAMPAIGN/PROFILE, found '/Amber'"),
            ("artifact:device", "expected artifact:KIND:VALUE, found 'device'"),
            ("account:", "nothing after 'account:'"),
        ])
    func errors(_ text: String, _ words: String) {
        let error = #expect(throws: EntityNameError.self) { try EntityName.readings(of: text) }
        #expect(error?.description == words)
    }

    @Test("A megabyte of separators is refused, and many of them have few readings")
    func hostile() throws {
        #expect(throws: EntityNameError.self) {
            try EntityName.readings(of: "link:" + String(repeating: "~", count: 1_000_000))
        }
        let many = try EntityName.readings(of: "link:" + String(repeating: "~", count: 8_000))
        #expect(many.count == EntityName.mostCuts)
    }
}
