import Casework

/// Reads `profiles/*.yaml`: what is known of a lab.
enum ProfileReading {
    /// The profile, and names in the file that mean nothing.
    ///
    /// - Throws: `FileFailure` with the line of what is wrong.
    static func read(_ bytes: [UInt8]) throws -> (profile: LabProfile, unknown: [String]) {
        var reading = YAMLReading(try YAMLText(bytes).root)
        guard let name = try reading.text("name") else { throw FileFailure.yaml(line: 1, "has no name") }
        var profile = LabProfile(name: name)
        profile.aliases = try reading.list("aliases", "a text", text)
        profile.source = try reading.text("source")
        profile.targets = try reading.list("targets", "the id of a capability", capability)
        let offset = try reading.value("working_hours_utc_offset", "a number of hours from -12 to 14", hours)
        profile.workingHoursUTCOffset = offset
        var unknown: [String] = []
        if var indicators = try reading.inner("indicators") {
            profile.indicators = try readIndicators(&indicators)
            unknown = indicators.unusedNames.map { "indicators." + $0 }
        }
        return (profile, reading.unusedNames + unknown)
    }

    private static func readIndicators(_ reading: inout YAMLReading) throws -> LabProfile.Indicators {
        var indicators = LabProfile.Indicators()
        indicators.asNumbers = try reading.list("asn", "the number of an AS", asNumber)
        indicators.ranges = try reading.list("cidr", "a range of addresses") { AddressRange($0)?.description }
        indicators.metadata = try reading.list("metadata", "a text", text)
        indicators.emailDomains = try reading.list("email_domain", "a text", text)
        indicators.fingerprints = try reading.list("fingerprint", "a text", text)
        indicators.tlsJA4 = try reading.list("tls_ja4", "a text", text)
        indicators.devices = try reading.list("device", "a text", text)
        return indicators
    }

    private static func text(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func asNumber(_ text: String) -> Int? {
        var text = text
        guard let number = text.withUTF8({ ScalarReading.count($0) }), number <= Int(UInt32.max) else {
            return nil
        }
        return number
    }

    /// Small letters, digits and `_`: the ids of the format and those that rules add.
    private static func capability(_ text: String) -> String? {
        let isWord = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
        return isWord && !text.isEmpty ? text : nil
    }

    private static func hours(_ text: String) -> Double? {
        guard let hours = Double(text), (-12...14).contains(hours) else { return nil }
        return hours
    }
}
