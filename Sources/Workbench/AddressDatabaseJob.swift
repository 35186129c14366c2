import AddressDatabases
public import CaseStore
import Casework

import Foundation
import Intake

/// What looking the case's addresses up in one MaxMind database gave.
public struct AddressLookupSummary: Sendable, Codable, Hashable {
    public var file: String
    /// `GeoLite2-ASN` …
    public var type: String
    public var sha256: String
    /// Different addresses of the case.
    public var addresses: Int
    /// Networks of the database that hold some of them.
    public var networks: Int
}

/// Looks every address of a case up in a MaxMind database and keeps what it says as evidence.
///
/// The database itself is checked first and named by its SHA-256; of its networks only those are kept that hold an
/// address of the case. Evidence that comes later needs another look-up.
public struct AddressDatabaseJob {
    private let path: String
    private let act: Act

    public init(path: String, act: Act) {
        self.path = path
        self.act = act
    }

    /// - Throws: `AddressDatabaseError`, `StoreError`; `JobCancelled`, the case being as before.
    public func run(
        _ file: String, progress: (String) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws -> AddressLookupSummary {
        do {
            let database = try AddressDatabase(path: file)
            progress("checking \(file)")
            try database.check(isCancelled: isCancelled)
            return try lookUp(database, progress: progress, isCancelled: isCancelled)
        } catch AddressDatabaseError.cancelled {
            throw JobCancelled()
        }
    }

    private func lookUp(
        _ database: AddressDatabase, progress: (String) -> Void, isCancelled: () -> Bool
    ) throws -> AddressLookupSummary {
        let writer = try CaseWriter(opening: path, by: act)
        defer { try? writer.close() }
        let reader = try writer.reader()
        defer { try? reader.close() }
        let addresses = try reader.addressTable()
        progress("looking up \(addresses.count) addresses")
        let records = try database.records(for: addresses, isCancelled: isCancelled)
        let name = URL(fileURLWithPath: database.path).lastPathComponent
        let (sha256, size) = try FileDigest.sha256(of: database.path)
        let importer = try writer.importer()
        do {
            try importer.begin(FileFacts(file: name, table: .geoip, size: size))
            try importer.append(.geo(records), rejects: [], faults: [])
            var outcome = FileOutcome(file: name, status: .imported)
            outcome.table = .geoip
            outcome.sha256 = sha256
            outcome.rows = records.count
            try importer.finish(sha256: sha256, outcome: outcome)
            try importer.close()
        } catch {
            try? importer.close()
            throw error
        }
        return AddressLookupSummary(
            file: name, type: database.type, sha256: sha256, addresses: addresses.count,
            networks: records.count)
    }
}
