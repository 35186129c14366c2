import CMaxMindDB
import Casework

/// An error code of the library.
struct LookupStatus: Error {
    var status: Int32
}

/// The fields of one record of a MaxMind database that bear on a case.
///
/// Names as in MaxMind's documentation of its binary databases. A residential proxy counts from a confidence of
/// 50 of 99: likelier than not.
struct NetworkFields {
    static let leastProxyConfidence = 50

    var asNumber: Int?
    var asName: String?
    var country: String?
    var usage: NetworkUsage?
    var userCount: Int?

    var isEmpty: Bool {
        asNumber == nil && asName == nil && country == nil && usage == nil && userCount == nil
    }

    init(_ entry: inout MMDB_entry_s) throws(LookupStatus) {
        asNumber = try NetworkFields.firstNumber(
            &entry, [["autonomous_system_number"], ["traits", "autonomous_system_number"]])
        asName = try NetworkFields.firstText(
            &entry, [["autonomous_system_organization"], ["traits", "autonomous_system_organization"]])
        country = try NetworkFields.text(&entry, ["country", "iso_code"]).flatMap(NetworkFields.countryCode)
        let users = try NetworkFields.firstNumber(
            &entry, [["ipv4_32"], ["ipv6_64"], ["traits", "user_count"]])
        // No user counted is nothing known: these databases list every network.
        userCount = users.flatMap { $0 > 0 ? $0 : nil }
        usage = try NetworkFields.usage(&entry)
    }

    func record(_ range: AddressRange) -> GeoRecord {
        var record = GeoRecord(range: range)
        record.asNumber = asNumber
        record.asName = asName
        record.country = country
        record.usage = usage
        record.userCount = userCount
        return record
    }

    /// The most telling of what the record says: a residential proxy before a VPN before mere hosting.
    private static func usage(_ entry: inout MMDB_entry_s) throws(LookupStatus) -> NetworkUsage? {
        let confidence = try firstNumber(&entry, [["anonymizer_confidence"]])
        if try text(&entry, ["provider_name"]) != nil, let confidence, confidence >= leastProxyConfidence {
            return .residentialProxy
        }
        if try flag(&entry, "is_residential_proxy") { return .residentialProxy }
        for name in ["is_anonymous_vpn", "is_tor_exit_node", "is_public_proxy"] where try flag(&entry, name) {
            return .vpn
        }
        if try flag(&entry, "is_hosting_provider") { return .hosting }
        return try text(&entry, ["traits", "user_type"]).flatMap { userTypes[$0] }
    }

    /// `traits.user_type` of the Enterprise database.
    private static let userTypes: [String: NetworkUsage] = [
        "business": .corporate, "cellular": .mobile, "college": .education, "school": .education,
        "hosting": .hosting, "content_delivery_network": .hosting, "residential": .isp,
        "consumer_privacy_network": .vpn, "router": .isp, "dialup": .isp,
    ]

    private static func countryCode(_ text: String) -> String? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) } ? text : nil
    }

    // MARK: - Values

    /// A path has one or two names.
    private static func value(
        _ entry: inout MMDB_entry_s, _ path: [String]
    ) throws(LookupStatus) -> MMDB_entry_data_s {
        var value = MMDB_entry_data_s()
        let status =
            path.count > 1
            ? addressdatabases_value(&entry, path[0], path[1], &value)
            : addressdatabases_value(&entry, path[0], nil, &value)
        guard status == MMDB_SUCCESS else { throw LookupStatus(status: status) }
        return value
    }

    private static func firstNumber(
        _ entry: inout MMDB_entry_s, _ paths: [[String]]
    ) throws(LookupStatus) -> Int? {
        for path in paths {
            var value = try value(&entry, path)
            let number = addressdatabases_number(&value)
            if number >= 0 { return Int(number) }
        }
        return nil
    }

    private static func firstText(
        _ entry: inout MMDB_entry_s, _ paths: [[String]]
    ) throws(LookupStatus) -> String? {
        for path in paths {
            if let text = try text(&entry, path) { return text }
        }
        return nil
    }

    private static func text(_ entry: inout MMDB_entry_s, _ path: [String]) throws(LookupStatus) -> String? {
        var value = try value(&entry, path)
        guard let bytes = addressdatabases_text(&value), value.data_size > 0 else { return nil }
        let size = Int(min(value.data_size, longestTextBytes))
        return bytes.withMemoryRebound(to: UInt8.self, capacity: size) {
            String(decoding: UnsafeBufferPointer(start: $0, count: size), as: UTF8.self)
        }
    }

    private static func flag(_ entry: inout MMDB_entry_s, _ name: String) throws(LookupStatus) -> Bool {
        var value = try value(&entry, [name])
        return addressdatabases_flag(&value)
    }

    /// No name of an AS is longer.
    private static let longestTextBytes: UInt32 = 512
}
