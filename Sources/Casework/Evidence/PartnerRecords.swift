/// One YARA file as received. It was compiled when it was imported; analyses compile it again.
public struct RuleFileRecord: Hashable, Sendable {
    public var file: String
    public var text: String
    /// Names of the rules in it, in the order of the file.
    public var rules: [String]

    public init(file: String, text: String, rules: [String]) {
        self.file = file
        self.text = text
        self.rules = rules
    }
}

/// What an indicator of a partner is matched against. The raw value is the word in lists and JSON.
public enum IndicatorKind: String, CaseIterable, Sendable, Codable {
    /// One address, or every address of a range; the value is a canonical address or CIDR.
    case network
    /// An autonomous system, by its number.
    case asn
    /// The account's e-mail domain, or a sub-domain of it.
    case emailDomain = "email_domain"
    case emailHash = "email_hash"
    /// A payment fingerprint.
    case payment
    case account
    case device
    case tlsJA4 = "tls_ja4"
    case userAgent = "user_agent"
    /// Any attribute whose kind begins with `metadata`.
    case metadata
    case phoneHash = "phone_hash"
    case promptKey = "prompt_key"
    case organisation = "org_name"
    /// Understood, kept and shown, but nothing in a case can match it (file hashes, URLs …).
    case unmatched
}

/// One indicator from a partner: an object of a STIX 2.1 bundle or an attribute of a MISP event.
public struct IndicatorRecord: Hashable, Sendable {
    /// Line of the file on which the object begins.
    public var position: RowPosition
    /// STIX id, or MISP uuid.
    public var id: String
    public var kind: IndicatorKind
    public var value: ExactText
    public var name: String?
    /// Who reports it: the STIX identity or the MISP organisation.
    public var partner: String?
    /// A threat actor, intrusion set or campaign the partner ties it to.
    public var actor: String?
    /// Admiralty grade such as `B2`.
    public var grade: String?
    /// 0…100.
    public var confidence: Int?
    public var validFrom: Timestamp?
    public var validTo: Timestamp?
    /// Sharing limits: `tlp:amber` …, sorted.
    public var markings: [String]

    public init(position: RowPosition, id: String, kind: IndicatorKind, value: ExactText) {
        self.position = position
        self.id = id
        self.kind = kind
        self.value = value
        markings = []
    }
}

/// What a MaxMind database says about the network that holds some addresses of the case.
public struct GeoRecord: Hashable, Sendable {
    public var range: AddressRange
    public var asNumber: Int?
    public var asName: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// From the anonymous-IP and residential-proxy databases.
    public var usage: NetworkUsage?
    /// Users seen behind one address of the network.
    public var userCount: Int?

    public init(range: AddressRange) { self.range = range }
}
