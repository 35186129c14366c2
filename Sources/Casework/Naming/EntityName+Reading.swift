extension EntityName {
    /// Longest name that is read: ids are short, and a name with many separators has many readings.
    public static let longestBytes = 8_192
    /// Most places at which one name is cut in two, for ids that hold the separator themselves.
    public static let mostCuts = 16

    /// Everything `text` may name, the likeliest first; the caller takes the first that exists.
    ///
    /// `net:`, `source:` and `row:` have one reading. `link:A~B` and `artifact:KIND:VALUE` have one for every
    /// place where they can be cut, a link with the length of its first id (`link:~4~u~17~u-9`) the one that says it
    /// first. `membership:` and `attribution:` are cut at the first slash, which no id of a campaign holds. Text without a kind is a range where it looks like an address or CIDR,
    /// a campaign or group where it looks like `C-01` or `G-01`, and in any case an account.
    /// Linear in the text for each reading.
    public static func readings(of text: String) throws(EntityNameError) -> [EntityName] {
        guard !text.isEmpty else { throw EntityNameError.empty }
        guard text.utf8.count <= longestBytes else { throw EntityNameError.tooLong(limitBytes: longestBytes) }
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let kind = EntityKind(rawValue: String(decoding: bytes[..<colon], as: UTF8.self))
        else { return bareReadings(text) }
        let rest = Array(bytes[(colon + 1)...])
        guard !rest.isEmpty else { throw EntityNameError.nothingAfter(kind.rawValue) }
        return try readings(kind, rest)
    }

    private static func readings(_ kind: EntityKind, _ rest: [UInt8]) throws(EntityNameError) -> [EntityName]
    {
        let text = String(decoding: rest, as: UTF8.self)
        switch kind {
        case .account: return [.account(AccountID(text))]
        case .sample: return [.sample(ExactText(text))]
        case .template: return [.template(ExactText(text))]
        case .group: return [.group(ExactText(text))]
        case .campaign: return [.campaign(ExactText(text))]
        case .net:
            guard let range = AddressRange(text) else { throw EntityNameError.noRange(text) }
            return [.net(range)]
        case .source:
            guard let number = positive(rest[...]) else { throw EntityNameError.noNumber("source:N", text) }
            return [.source(SourceNumber(rawValue: number))]
        case .row: return [try row(rest, text)]
        case .link:
            let cuts = [measured(rest)].compactMap { $0 } + cut(rest, at: UInt8(ascii: "~"))
            guard !cuts.isEmpty else { throw EntityNameError.notTwoParts("link:ACCOUNT~ACCOUNT", text) }
            return cuts.map { .link(AccountID($0.0), AccountID($0.1)) }
        case .membership:
            let (campaign, account) = try firstCut(rest, text, "membership:CAMPAIGN/ACCOUNT")
            return [.membership(campaign: ExactText(campaign), account: AccountID(account))]
        case .attribution:
            let (campaign, profile) = try firstCut(rest, text, "attribution:CAMPAIGN/PROFILE")
            return [.attribution(campaign: ExactText(campaign), profile: ExactText(profile))]
        case .artifact:
            let cuts = cut(rest, at: UInt8(ascii: ":"))
            guard !cuts.isEmpty else { throw EntityNameError.notTwoParts("artifact:KIND:VALUE", text) }
            return cuts.map { .artifact(Artifact(kind: ArtifactKind($0.0), value: ExactText($0.1))) }
        }
    }

    private static func row(_ rest: [UInt8], _ text: String) throws(EntityNameError) -> EntityName {
        let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, let source = positive(parts[0]), let line = positive(parts[1]) else {
            throw EntityNameError.noNumber("row:SOURCE:LINE", text)
        }
        return .row(source: SourceNumber(rawValue: source), line: line)
    }

    private static func bareReadings(_ text: String) -> [EntityName] {
        let account = EntityName.account(AccountID(text))
        if let range = AddressRange(text) { return [.net(range), account] }
        let bytes = Array(text.utf8)
        let isNumbered = bytes.count > 2 && bytes[1] == UInt8(ascii: "-") && bytes[2...].allSatisfy(isDigit)
        guard isNumbered else { return [account] }
        switch bytes[0] {
        case UInt8(ascii: "C"): return [.campaign(ExactText(text)), account]
        case UInt8(ascii: "G"): return [.group(ExactText(text)), account]
        default: return [account]
        }
    }

    /// The text before and after each separator, first separator first, where both have something.
    private static func cut(_ bytes: [UInt8], at separator: UInt8) -> [(String, String)] {
        let places = bytes.indices.filter { bytes[$0] == separator && $0 > 0 && $0 < bytes.count - 1 }
        return places.prefix(mostCuts).map { place in
            (
                String(decoding: bytes[..<place], as: UTF8.self),
                String(decoding: bytes[(place + 1)...], as: UTF8.self)
            )
        }
    }

    /// Two ids where the text says how many bytes the first one has: `~4~u~17~u-9`.
    private static func measured(_ bytes: [UInt8]) -> (String, String)? {
        let tilde = UInt8(ascii: "~")
        guard bytes.first == tilde, let end = bytes.dropFirst().firstIndex(of: tilde),
            let length = positive(bytes[1..<end]), length < bytes.count - end - 2,
            bytes[end + 1 + length] == tilde
        else { return nil }
        let cut = end + 1 + length
        return (
            String(decoding: bytes[(end + 1)..<cut], as: UTF8.self),
            String(decoding: bytes[(cut + 1)...], as: UTF8.self)
        )
    }

    private static func firstCut(
        _ bytes: [UInt8], _ text: String, _ form: String
    ) throws(EntityNameError) -> (String, String) {
        guard let place = bytes.firstIndex(of: UInt8(ascii: "/")), place > 0, place < bytes.count - 1 else {
            throw EntityNameError.notTwoParts(form, text)
        }
        return (
            String(decoding: bytes[..<place], as: UTF8.self),
            String(decoding: bytes[(place + 1)...], as: UTF8.self)
        )
    }

    /// A whole number from 1, without sign or leading zero, that surely fits.
    private static func positive(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...18).contains(digits.count), digits.allSatisfy(isDigit), digits.first != 48 else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// The kinds of things that have names.
private enum EntityKind: String {
    case account, artifact, net, sample, template, group, campaign, source, link, row, membership, attribution
}

/// Why a text is no name of anything.
public enum EntityNameError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLong(limitBytes: Int)
    case nothingAfter(String)
    case noRange(String)
    case noNumber(String, String)
    case notTwoParts(String, String)

    public var description: String {
        switch self {
        case .empty: "an empty name: expected an id, an address, or a name such as account:ID"
        case .tooLong(let limit): "the name is longer than \(limit) bytes"
        case .nothingAfter(let kind): "nothing after '\(kind):'"
        case .noRange(let text): "'\(SafeOutput.brief(text))' is no address or CIDR range"
        case .noNumber(let form, let text):
            "expected \(form) with numbers from 1, found '\(SafeOutput.brief(text))'"
        case .notTwoParts(let form, let text): "expected \(form), found '\(SafeOutput.brief(text))'"
        }
    }
}
