import Casework
import Foundation
import TestSupport
import Testing

@testable import AddressDatabases

/// MaxMind's own test databases lie beside the project where they are; they are not ours to ship.
private enum Databases {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/real/geoip").standardizedFileURL.path
    static var areHere: Bool { FileManager.default.fileExists(atPath: folder) }

    static func open(_ name: String) throws -> AddressDatabase {
        try AddressDatabase(path: folder + "/" + name)
    }
}

@Suite struct AddressDatabaseTests {
    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    @Test("A file that is no database is refused with its path and the reason")
    func notADatabase() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("account_id,created_at\n", to: "x.mmdb")
        #expect {
            _ = try AddressDatabase(path: path)
        } throws: {
            ($0 as? AddressDatabaseError)?.message.hasPrefix(
                "\(path): cannot be opened as a MaxMind database: ") == true
        }
    }

    @Test("A file that is not there is refused")
    func missing() {
        #expect(throws: AddressDatabaseError.self) { try AddressDatabase(path: "/nowhere/x.mmdb") }
    }

    @Test("AS and name of an address are found with their network", .enabled(if: Databases.areHere))
    func asNumber() throws {
        let record = try #require(
            try Databases.open("GeoLite2-ASN-Test.mmdb").record(for: address("1.128.3.4")))
        #expect(record.asNumber == 1221)
        #expect(record.asName == "Telstra Pty Ltd")
        #expect("\(record.range)" == "1.128.0.0/11")
    }

    @Test("An address that the database does not know gives nothing", .enabled(if: Databases.areHere))
    func unknown() throws {
        #expect(try Databases.open("GeoLite2-ASN-Test.mmdb").record(for: address("192.0.2.1")) == nil)
    }

    @Test("Countries, proxies, private networks and users are read", .enabled(if: Databases.areHere))
    func otherKinds() throws {
        let country = try Databases.open("GeoLite2-Country-Test.mmdb").record(for: address("2.125.160.216"))
        #expect(country?.country == "GB")
        let anonymous = try Databases.open("GeoIP2-Anonymous-IP-Test.mmdb").record(for: address("1.2.3.4"))
        #expect(anonymous?.usage == .vpn)
        let users = try Databases.open("GeoIP2-User-Count-Test.mmdb").record(for: address("1.2.3.4"))
        #expect(users?.userCount == 3)
        let proxies = try Databases.open("GeoIP-Residential-Proxy-Test.mmdb")
        #expect(try proxies.record(for: address("6.0.42.17"))?.usage == .residentialProxy)
        #expect(try proxies.record(for: address("21.4.181.221")) == nil, "a confidence of 1 is not enough")
    }

    @Test("Of many addresses each network comes once, in order", .enabled(if: Databases.areHere))
    func networks() throws {
        let addresses = try ["12.82.1.1", "1.128.9.9", "1.128.3.4", "192.0.2.1"].map { try address($0) }
        let records = try Databases.open("GeoLite2-ASN-Test.mmdb").records(for: addresses)
        #expect(records.map { "\($0.range)" } == ["1.128.0.0/11", "12.82.0.0/15"])
    }

    @Test(
        "Sound databases pass the check", .enabled(if: Databases.areHere),
        arguments: [
            "GeoLite2-ASN-Test.mmdb", "GeoLite2-Country-Test.mmdb", "GeoIP2-Anonymous-IP-Test.mmdb",
            "GeoIP-Residential-Proxy-Test.mmdb", "GeoIP2-User-Count-Test.mmdb",
        ])
    func sound(_ name: String) throws {
        try Databases.open(name).check()
    }

    @Test(
        "Broken databases say that they are damaged, and where", .enabled(if: Databases.areHere),
        arguments: [
            "GeoIP2-City-Test-Broken-Double-Format.mmdb", "GeoIP2-City-Test-Invalid-Node-Count.mmdb",
            "MaxMind-DB-test-broken-pointers-24.mmdb", "MaxMind-DB-test-broken-search-tree-24.mmdb",
        ])
    func broken(_ name: String) {
        #expect {
            try Databases.open(name).check()
        } throws: {
            switch $0 as? AddressDatabaseError {
            case .damaged(_, let place, let reason): !place.isEmpty && !reason.isEmpty
            case .cannotOpen(_, let reason): reason.contains("invalid metadata")
            default: false
            }
        }
    }

    @Test("A database cut short is refused or says that it is damaged", .enabled(if: Databases.areHere))
    func cutShort() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: Databases.folder + "/GeoLite2-ASN-Test.mmdb"))
        let folder = try TemporaryFolder()
        for size in [0, 1, 100, whole.count / 2, whole.count - 300] {
            let path = try folder.write(Array(whole.prefix(size)), to: "cut.mmdb")
            #expect(throws: AddressDatabaseError.self) { try AddressDatabase(path: path).check() }
        }
    }

    @Test("Damage anywhere in a file never ends the program", .enabled(if: Databases.areHere))
    func flippedBytes() throws {
        let whole = try Array(
            Data(contentsOf: URL(fileURLWithPath: Databases.folder + "/GeoLite2-ASN-Test.mmdb")))
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 77)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0..<8 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            let path = try folder.write(bytes, to: "flipped.mmdb")
            guard let database = try? AddressDatabase(path: path) else { continue }
            try? database.check()
            _ = try? database.records(for: [try address("1.128.3.4"), try address("2001:db8::1")])
        }
    }
}
