/// A field of the list of accounts that counts the values an account shares with many flagged accounts.
///
/// `addresses_with_10_flagged` is the number of addresses the account used that ten or more flagged accounts used.
/// Any number from 1 may stand there, and any kind: `addresses`, `networks` (the ranges that `list networks` shows),
/// `payments`, `devices`, `clients`, `templates`, `prompt_keys`, `email_domains`, `org_names`, or a kind as
/// `list artifacts` prints it. The account itself counts where it is flagged.
public struct ConnectionField: Hashable, Sendable {
    public var kind: ArtifactKind
    /// Flagged holders that make a value count; at least 1.
    public var least: Int

    public init(kind: ArtifactKind, least: Int) {
        self.kind = kind
        self.least = max(1, least)
    }

    /// Reads a field's name, in either case; nil for anything else.
    public init?(_ name: String) {
        let parts = name.lowercased().split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4, parts.last == "flagged", parts[parts.count - 3] == "with",
            let least = Int(parts[parts.count - 2]), (1...ConnectionField.mostLeast).contains(least)
        else { return nil }
        let noun = parts.dropLast(3).joined(separator: "_")
        guard !noun.isEmpty, noun.utf8.allSatisfy(ConnectionField.isNameByte) else { return nil }
        self.init(kind: ConnectionField.plurals[noun] ?? ArtifactKind(noun), least: least)
    }

    /// The name in lower case, letters, digits and `_` alone.
    public var name: String { "\(noun)_with_\(least)_flagged" }

    /// `addresses`, or the kind where it has no plural here.
    private var noun: String {
        ConnectionField.plurals.first { $0.value == kind }?.key ?? kind.rawValue
    }

    /// For completion and for messages.
    public static let usual = [ArtifactKind.address, .network, .payment, ArtifactKind("device")].map {
        ConnectionField(kind: $0, least: usualLeast)
    }

    /// From this many flagged accounts on, a value stands out.
    public static let usualLeast = 10

    /// The fields that a filter's text names, each once, in order. Linear in the text.
    public static func named(in text: String) -> [ConnectionField] {
        var fields: [ConnectionField] = []
        for word in text.utf8.split(whereSeparator: { !isNameByte(lowercased($0)) }) {
            guard let field = ConnectionField(String(decoding: Array(word), as: UTF8.self)) else { continue }
            if !fields.contains(field) { fields.append(field) }
        }
        return fields
    }

    /// The columns of the list of accounts and those that a filter's text names beside them.
    public static func columns(_ known: [FieldDescription], namedIn text: String) -> [FieldDescription] {
        known + named(in: text).map(\.column).filter { !known.contains($0) }
    }

    /// As a column of the list.
    public var column: FieldDescription { FieldDescription(name, .number) }

    private static let mostLeast = 1_000_000_000

    private static let plurals: [String: ArtifactKind] = [
        "addresses": .address, "networks": .network, "payments": .payment,
        "devices": ArtifactKind("device"),
        "clients": .client, "templates": .template, "prompt_keys": .promptKey,
        "email_domains": .emailDomain, "email_hashes": .emailHash, "org_names": .organisation,
    ]

    private static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
    }
}

extension Filter {
    /// Names of the fields that the filter asks about, each once, sorted.
    public var fieldNames: [String] { Set(names).sorted() }

    private var names: [String] {
        switch self {
        case .everything, .contains: []
        case .all(let parts), .any(let parts): parts.flatMap(\.names)
        case .not(let inner): inner.names
        case .field(let name, _): [name]
        }
    }
}
