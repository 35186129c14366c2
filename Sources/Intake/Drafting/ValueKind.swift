import Casework

/// What a value of a foreign file looks like.
enum ValueKind: String, CaseIterable, Sendable, Codable {
    case empty, boolean, integer, decimal
    case timeRFC3339 = "time_rfc3339"
    /// A date and time without an offset.
    case timeISO = "time_iso"
    case timeCLF = "time_clf"
    /// Numbers with slashes, of which it may be open which is the day.
    case timeSlashes = "time_slashes"
    case epochSeconds = "epoch_seconds"
    case epochMillis = "epoch_millis"
    case epochMicros = "epoch_micros"
    case address, range, email, domain, country
    case userAgent = "user_agent"
    /// Letters and digits without a space: ids, hashes, keys.
    case token
    /// One word of letters.
    case word
    /// Words, sentences.
    case text
    /// An array or object.
    case json

    /// O(length); looks at 4 KiB at most.
    static func of(_ field: Field) -> ValueKind {
        if field.isEmpty { return .empty }
        if field.shape == .array || field.shape == .object { return .json }
        if field.shape == .boolean { return .boolean }
        let bytes = UnsafeBufferPointer(rebasing: field.bytes.prefix(4096))
        return time(bytes) ?? number(bytes) ?? shape(bytes)
    }

    private static let iso = TimePattern("iso", zoneMinutes: nil)
    private static let isoAnywhere = TimePattern("iso", zoneMinutes: 0)
    private static let clf = TimePattern("clf", zoneMinutes: nil)

    private static func time(_ bytes: UnsafeBufferPointer<UInt8>) -> ValueKind? {
        guard (8...40).contains(bytes.count) else { return nil }
        if iso?.milliseconds(bytes) != nil { return .timeRFC3339 }
        if isoAnywhere?.milliseconds(bytes) != nil { return .timeISO }
        if clf?.milliseconds(bytes) != nil { return .timeCLF }
        return SlashDate(bytes) != nil ? .timeSlashes : nil
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> ValueKind? {
        guard bytes.count <= 24, bytes.allSatisfy({ $0 &- 48 < 10 || $0 == 0x2E || $0 == 0x2D }) else {
            return nil
        }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
        let isWhole = !bytes.contains(0x2E)
        // From 2001 to 2100, so that small counts are not taken for times.
        switch value {
        case 978_307_200..<4_133_980_800: return .epochSeconds
        case 978_307_200_000..<4_133_980_800_000 where isWhole: return .epochMillis
        case 978_307_200_000_000..<4_133_980_800_000_000 where isWhole: return .epochMicros
        default: return isWhole ? .integer : .decimal
        }
    }

    private static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> ValueKind {
        if AddressReading.address(bytes) != nil { return .address }
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.contains(0x2F), bytes.count < 50, AddressRange(text) != nil { return .range }
        if ["true", "false", "TRUE", "FALSE", "True", "False"].contains(text) { return .boolean }
        if ScalarReading.country(bytes) != nil { return .country }
        let first = bytes.first ?? 0
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), bytes.count > 1 { return .json }
        if isUserAgent(text) { return .userAgent }
        if bytes.contains(0x20) || bytes.contains(Byte.lineFeed) { return .text }
        return ofOneWord(bytes, text)
    }

    private static func ofOneWord(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> ValueKind {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") { return .email }
        let isName = bytes.allSatisfy { byte in
            byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == 0x2D || byte == 0x2E
        }
        if isName, text.contains("."), let last = text.split(separator: ".").last, last.count >= 2,
            last.utf8.allSatisfy({ ($0 | 0x20) &- 97 < 26 })
        {
            return .domain
        }
        let isLetters = bytes.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 == 0x5F || $0 == 0x2D }
        if isLetters, bytes.count <= 24 { return .word }
        return bytes.contains { $0 >= 0x80 } ? .text : .token
    }

    private static func isUserAgent(_ text: String) -> Bool {
        if text.hasPrefix("Mozilla/") { return true }
        guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { return false }
        let behind = text[text.index(after: slash)...]
        let name = text[..<slash]
        return behind.first?.isNumber == true && behind.contains(".") && name.count <= 40
            && name.utf8.allSatisfy {
                ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
            }
    }
}

/// `13/01/2026 10:00`: two numbers of which one is the day, a year, perhaps a time.
struct SlashDate {
    var first: Int
    var second: Int
    /// The rest of the format: `%Y %H:%M:%S` …
    var rest: String
    var separator: Character

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let separator = text.first(where: { "/.-".contains($0) }) else { return nil }
        let pieces = text.split(separator: " ", maxSplits: 1)
        let numbers = (pieces.first ?? "").split(separator: separator, omittingEmptySubsequences: false)
        guard numbers.count == 3, let first = Int(numbers[0]), let second = Int(numbers[1]),
            (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12,
            numbers[2].count == 4, Int(numbers[2]) != nil
        else { return nil }
        self.first = first
        self.second = second
        self.separator = separator
        guard pieces.count == 2 else {
            rest = "%Y"
            return
        }
        let clock = pieces[1]
        let hasHalf = clock.lowercased().hasSuffix("m")
        let colons = clock.count { $0 == ":" }
        guard (1...2).contains(colons) else { return nil }
        rest = "%Y " + (hasHalf ? "%I:%M" : "%H:%M") + (colons == 2 ? ":%S" : "") + (hasHalf ? " %p" : "")
    }
}
