import Casework
import Testing

@testable import CaseStore

@Suite("Names by their beginning") struct NameTests {
    private func reader(_ place: Workplace) throws -> CaseReader {
        let writer = try place.newCase(accounts: 300)
        let importer = try writer.importer()
        try importer.takeExchanges("x.csv", Evidence.rows(200, seed: 4))
        try importer.close()
        try writer.close()
        return try CaseReader(opening: place.path("a.revenuer"))
    }

    @Test("accounts and values of every kind, in any case, and no more than asked for")
    func beginnings() throws {
        let place = try Workplace()
        let reader = try reader(place)
        let accounts = try reader.accounts(ListQuery()).map(\.accountId.string)
        let artifacts = try reader.artifacts(ListQuery()).filter { $0.kind.rawValue != "address" }
        let id = accounts[accounts.count / 2]
        for typed in [id, id.uppercased(), String(id.prefix(3))] {
            let names = try reader.names(beginning: typed, limit: 4)
            let found = names.compactMap { match -> String? in
                if case .account(let id) = match.name { id.string } else { nil }
            }
            let expected = accounts.filter { $0.hasPrefix(typed.lowercased()) || $0.hasPrefix(typed) }
                .sorted()
            #expect(!found.isEmpty && found == Array(expected.prefix(4)), "\(typed)")
        }
        let held = artifacts.filter { $0.value.string.unicodeScalars.count >= 3 }
        for row in held.prefix(20) {
            let names = try reader.names(beginning: row.value.string, limit: 50).map { "\($0.name)" }
            let name = "\(EntityName.artifact(Artifact(kind: row.kind, value: row.value)))"
            let isValue = !["network", "template"].contains(row.kind.rawValue)
            #expect(!isValue || names.contains(name), "\(name)")
        }
        #expect(try reader.names(beginning: "no such thing").isEmpty)
        #expect(try reader.names(beginning: "%").isEmpty)
    }

    @Test("octets are a range") func octets() throws {
        let place = try Workplace()
        let reader = try reader(place)
        #expect(try reader.names(beginning: "198.18.").map { "\($0.name)" } == ["net:198.18.0.0/16"])
        #expect(try reader.names(beginning: "198.18.40").map { "\($0.name)" } == ["net:198.18.40.0/24"])
        #expect(try reader.names(beginning: "1.2.3.4").isEmpty && reader.names(beginning: "1998").isEmpty)
    }
}
