import CMaxMindDB
public import Casework

/// A MaxMind database on disk: GeoLite2 or GeoIP2 ASN, Country, City, Anonymous IP, Residential Proxy,
/// User Count, ISP and Enterprise, or any other with the same fields.
///
/// The file is mapped, not read; it must not be cut short while it is in use.
public final class AddressDatabase {
    public let path: String
    /// What the file says it is: `GeoLite2-ASN` …
    public let type: String
    /// When it was made, seconds since 1970.
    public let builtAtSeconds: UInt64
    var database: UnsafeMutablePointer<MMDB_s>

    /// - Throws: `AddressDatabaseError.cannotOpen`.
    public init(path: String) throws(AddressDatabaseError) {
        self.path = path
        let database = UnsafeMutablePointer<MMDB_s>.allocate(capacity: 1)
        let status = MMDB_open(path, UInt32(MMDB_MODE_MMAP), database)
        guard status == MMDB_SUCCESS else {
            database.deallocate()
            throw .cannotOpen(path: path, reason: AddressDatabase.reason(status))
        }
        self.database = database
        type = database.pointee.metadata.database_type.map { String(cString: $0) } ?? ""
        builtAtSeconds = database.pointee.metadata.build_epoch
    }

    deinit {
        MMDB_close(database)
        database.deallocate()
    }

    static func reason(_ status: Int32) -> String {
        MMDB_strerror(status).map { String(cString: $0) } ?? "error \(status)"
    }

    /// What the database says of the network around an address; nil where it has nothing.
    ///
    /// - Throws: `AddressDatabaseError.damaged`.
    public func record(for address: IPAddress) throws(AddressDatabaseError) -> GeoRecord? {
        // An IPv4 database has no place for the other kind of address.
        if database.pointee.metadata.ip_version == 4, !address.isIPv4 { return nil }
        var status = MMDB_SUCCESS
        let bytes = AddressDatabase.bytes(address)
        let result = addressdatabases_lookup(database, bytes, address.isIPv4, &status)
        guard status == MMDB_SUCCESS else { throw damaged(address, status) }
        guard result.found_entry else { return nil }
        var entry = result.entry
        do {
            let fields = try NetworkFields(&entry)
            guard !fields.isEmpty else { return nil }
            return fields.record(range(around: address, netmask: Int(result.netmask)))
        } catch {
            throw damaged(address, error.status)
        }
    }

    private func damaged(_ address: IPAddress, _ status: Int32) -> AddressDatabaseError {
        .damaged(path: path, place: "at \(address)", reason: AddressDatabase.reason(status))
    }

    private static func bytes(_ address: IPAddress) -> [UInt8] {
        [address.high, address.low].flatMap { half in
            (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) }
        }
    }

    /// MaxMind counts an IPv4 prefix from 32 bits in IPv4 databases and from 128 in others.
    private func range(around address: IPAddress, netmask: Int) -> AddressRange {
        guard address.isIPv4 else { return AddressRange(masking: address, prefix: UInt8(clamping: netmask)) }
        let isShort = database.pointee.metadata.ip_version == 4
        let prefix = isShort ? 96 + netmask : max(96, netmask)
        return AddressRange(masking: address, prefix: UInt8(clamping: min(128, prefix)))
    }
}
