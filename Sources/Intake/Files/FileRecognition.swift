import Casework

/// What a file is, told by its name.
struct FileRecognition: Hashable {
    var table: EvidenceTable
    var form: RowForm
    var compression: Compression

    /// Whether it is taken as a whole.
    var isDocument: Bool { form == .yaml || form == .rules || form == .indicators }

    private static let tables: [EvidenceTable] = [
        .accounts, .payments, .attributes, .ipRanges, .exchanges, .samples, .events, .terms, .sources,
    ]

    /// `TABLE.csv`, `TABLE-ANYTHING.jsonl`, each plain, `.gz` or `.zst`; `case.yaml`; names are case-sensitive.
    static func file(named name: String) -> FileRecognition? {
        if Bytes.equal(name, "case.yaml") {
            return FileRecognition(table: .caseDescription, form: .yaml, compression: .none)
        }
        var stem = Array(name.utf8)[...]
        let compression = takeCompression(&stem)
        guard let form = takeForm(&stem) else { return nil }
        for table in tables {
            let word = Array(table.rawValue.utf8)
            let isPart = stem.count > word.count && stem[stem.startIndex + word.count] == UInt8(ascii: "-")
            guard stem.starts(with: word), stem.count == word.count || isPart else { continue }
            return FileRecognition(table: table, form: form, compression: compression)
        }
        return nil
    }

    /// A member of the folder `profiles`.
    static func profile(named name: String) -> FileRecognition? {
        guard Bytes.has(name, suffix: ".yaml") else { return nil }
        return FileRecognition(table: .profile, form: .yaml, compression: .none)
    }

    /// A member of the folder `rules` or `indicators`.
    static func partner(named name: String, _ table: EvidenceTable) -> FileRecognition? {
        let isRules = table == .rules
        guard Bytes.has(name, suffix: isRules ? ".yar" : ".json") else { return nil }
        return FileRecognition(table: table, form: isRules ? .rules : .indicators, compression: .none)
    }

    /// A foreign file: its map says the form, its name or first bytes how it is packed.
    static func foreign(_ name: String, _ map: EvidenceMap, firstBytes: [UInt8]) -> FileRecognition {
        FileRecognition(
            table: map.table, form: map.form.form, compression: compression(name, firstBytes: firstBytes))
    }

    static func compression(_ name: String, firstBytes: [UInt8]) -> Compression {
        if firstBytes.starts(with: [0x1F, 0x8B]) { return .gzip }
        if firstBytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .zstd }
        var stem = Array(name.utf8)[...]
        return firstBytes.isEmpty ? takeCompression(&stem) : .none
    }

    /// A file of any name that is said to be a table; what the name does not tell, its first bytes do.
    static func file(named name: String, table: EvidenceTable, firstBytes: [UInt8]) -> FileRecognition {
        if table == .caseDescription || table == .profile {
            return FileRecognition(table: table, form: .yaml, compression: .none)
        }
        if table == .rules { return FileRecognition(table: table, form: .rules, compression: .none) }
        if table == .indicators {
            return FileRecognition(table: table, form: .indicators, compression: .none)
        }
        var stem = Array(name.utf8)[...]
        var compression = takeCompression(&stem)
        if compression == .none {
            if firstBytes.starts(with: [0x1F, 0x8B]) { compression = .gzip }
            if firstBytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { compression = .zstd }
        }
        let content = firstBytes.drop { $0 <= 0x20 || Byte.byteOrderMark.contains($0) }
        let guess = content.first == UInt8(ascii: "{") ? RowForm.jsonl : .csv
        return FileRecognition(table: table, form: takeForm(&stem) ?? guess, compression: compression)
    }

    private static func takeCompression(_ stem: inout ArraySlice<UInt8>) -> Compression {
        if Bytes.take(suffix: ".gz", of: &stem) { return .gzip }
        return Bytes.take(suffix: ".zst", of: &stem) ? .zstd : .none
    }

    private static func takeForm(_ stem: inout ArraySlice<UInt8>) -> RowForm? {
        if Bytes.take(suffix: ".csv", of: &stem) { return .csv }
        return Bytes.take(suffix: ".jsonl", of: &stem) ? .jsonl : nil
    }
}

/// Comparing names by their bytes: two spellings of one glyph are two names.
enum Bytes {
    static func equal(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    static func has(_ name: String, suffix: String) -> Bool {
        var bytes = Array(name.utf8)[...]
        return take(suffix: suffix, of: &bytes)
    }

    static func take(suffix: String, of bytes: inout ArraySlice<UInt8>) -> Bool {
        let count = suffix.utf8.count
        guard bytes.count >= count, bytes.suffix(count).elementsEqual(suffix.utf8) else { return false }
        bytes.removeLast(count)
        return true
    }
}
