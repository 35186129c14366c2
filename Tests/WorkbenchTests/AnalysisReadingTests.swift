import Analysis
import CaseStore
import Casework
import TestSupport
import Testing
@testable import Workbench

@Suite("A case as the analysis reads it")
struct AnalysisReadingTests {
    private let act = Act(actor: "test") { Timestamp(milliseconds: 1_780_000_000_000) }

    private let accounts = ["b,1750000000,z.example", "a,1750003600,y.example", "é,1750007200,y.example"]
    private let payments = ["b,card-2", "a,card-1", "a,card-2"]
    private let exchanges = [
        "b,1750010000,192.0.2.7,m-large,curl,k1", "a,1750010005,192.0.2.7,m-small,curl,k1",
        "a,1750010001,2001:db8::1,m-large,sdk,", "b,1750013600,192.0.2.7,m-large,curl,k2",
        "ghost,1750020000,,,,k1",
    ]

    private func input(_ folder: TemporaryFolder, _ name: String, order: ([String]) -> [String]) throws
        -> AnalysisInput
    {
        func write(_ header: String, _ rows: [String], _ file: String) throws {
            try folder.write(([header] + order(rows)).joined(separator: "\n") + "\n", to: "\(name)/\(file)")
        }
        try write("account_id,created_at,email_domain", accounts, "accounts.csv")
        try write("account_id,fingerprint", payments, "payments.csv")
        try write("account_id,at,ip,model,client,prompt_key", exchanges, "exchanges.csv")
        let path = folder.path(name + ".case")
        _ = try ImportJob(path: path, act: act).run([folder.path(name)])
        return try AnalysisInput(CaseReader(opening: path))
    }

    @Test("accounts come by the bytes of their ids, placeholders among them, with every value once")
    func order() throws {
        let folder = try TemporaryFolder()
        let input = try input(folder, "plain") { $0 }
        #expect(input.accounts.count == 4)
        #expect(input.accounts.createdAt[2] == AccountColumns.noTime, "the placeholder 'ghost' stands third")
        let artifacts = (0..<input.values.count).map { input.values.artifact($0) }
        #expect(artifacts == artifacts.sorted())
        #expect(Set(artifacts).count == artifacts.count)
        #expect(!artifacts.contains { $0.kind.rawValue == "model" })
        #expect(artifacts.contains(Artifact(kind: .emailDomain, value: "y.example")))
        #expect(artifacts.contains(Artifact(kind: .address, value: "2001:db8::1")))
    }

    @Test("holdings sum what exchanges say, with first and last use")
    func holdings() throws {
        let folder = try TemporaryFolder()
        let input = try input(folder, "plain") { $0 }
        let address = try #require(
            (0..<input.values.count).first { input.values.artifact($0).value == "192.0.2.7" })
        // Accounts in order: a, b, ghost, é.
        let places = input.holdings.offsets[1]..<input.holdings.offsets[2]
        let place = try #require(places.first { Int(input.holdings.value[$0]) == address })
        #expect(input.holdings.count[place] == 2)
        #expect(input.holdings.first[place] == 1_750_010_000)
        #expect(input.holdings.last[place] == 1_750_013_600)
    }

    @Test("exchanges stand by account and time, with prompt keys and models by name")
    func activity() throws {
        let folder = try TemporaryFolder()
        let input = try input(folder, "plain") { $0 }
        #expect(input.activity.offsets == [0, 2, 4, 5, 5])
        #expect(Array(input.activity.seconds[0..<2]) == [1_750_010_001, 1_750_010_005])
        #expect(input.activity.promptKey[0] == ActivityColumns.none)
        #expect(
            input.values.artifact(Int(input.activity.promptKey[1])) == Artifact(kind: .promptKey, value: "k1")
        )
        #expect(input.models[Int(input.activity.model[0])] == "m-large")
    }

    @Test("the order of rows in files changes nothing but account numbers")
    func shuffled() throws {
        let folder = try TemporaryFolder()
        let one = try input(folder, "one") { $0 }
        let two = try input(folder, "two") { $0.reversed() }
        #expect(one.values.bytes == two.values.bytes)
        #expect(one.values.kind == two.values.kind)
        #expect(one.holdings.offsets == two.holdings.offsets)
        #expect(one.holdings.value == two.holdings.value)
        #expect(one.holdings.count == two.holdings.count)
        #expect(one.activity.seconds == two.activity.seconds)
        #expect(one.activity.promptKey == two.activity.promptKey)
        #expect(one.activity.model == two.activity.model)
        #expect(one.hours.hour == two.hours.hour)
    }
}
