import Casework

/// Reads the small values of the format from bytes.
enum ScalarReading {
    /// Digits only, up to 18 of them.
    @inline(__always)
    static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.baseAddress, (1...18).contains(bytes.count) else { return nil }
        var value = 0
        for index in 0..<bytes.count {
            let digit = start[index] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// ISO 3166-1 alpha-2: two capital letters.
    static func country(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count == 2, bytes.allSatisfy({ (65...90).contains($0) }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// 64 hexadecimal digits, given back in lower case.
    static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count == 64, bytes.allSatisfy({ hexadecimalDigit($0) != nil }) else { return nil }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    /// Admiralty grade: `B2`, `B/2` (given back as `B2`), or the reliability alone.
    static func grade(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let parts = bytes.filter { $0 != UInt8(ascii: "/") }
        let isSplit = bytes.count == 3 && bytes[1] == UInt8(ascii: "/")
        guard bytes.count == parts.count || isSplit, (1...2).contains(parts.count),
            (65...70).contains(parts[0]),
            parts.count == 1 || (49...54).contains(parts[1])
        else { return nil }
        return String(decoding: parts, as: UTF8.self)
    }

    /// `api`, `web` or `cloud:NAME`; an account's channel may be `reseller` as well.
    static func isAccessPath(_ bytes: UnsafeBufferPointer<UInt8>, allowsReseller: Bool) -> Bool {
        if equals(bytes, "api") || equals(bytes, "web") { return true }
        if allowsReseller, equals(bytes, "reseller") { return true }
        let cloud: StaticString = "cloud:"
        guard bytes.count > cloud.utf8CodeUnitCount else { return false }
        return equals(UnsafeBufferPointer(rebasing: bytes[..<cloud.utf8CodeUnitCount]), cloud)
    }

    static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for index in 0..<bytes.count where bytes[index] != word.utf8Start[index] { return false }
        return true
    }

    /// Whether a column's values are ids, of which the encoding is checked.
    static func isIdentifier(column name: String) -> Bool {
        let ends: [StaticString] = ["_id", "fingerprint", "email_hash", "prompt_key"]
        let bytes = Array(name.utf8)
        return ends.contains { end in
            bytes.withUnsafeBufferPointer { all in
                let start = all.count - end.utf8CodeUnitCount
                return start >= 0 && equals(UnsafeBufferPointer(rebasing: all[start...]), end)
            }
        }
    }
}

/// The words of an enumeration, found by their bytes.
struct WordTable<Word: RawRepresentable & CaseIterable> where Word.RawValue == String {
    private let words = Word.allCases.map { (text: Array($0.rawValue.utf8), word: $0) }

    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Word? {
        for entry in words where entry.text.count == bytes.count && bytes.elementsEqual(entry.text) {
            return entry.word
        }
        return nil
    }
}
