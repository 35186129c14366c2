/// A kind of value that accounts can share: `payment`, `address`, `device`, `prompt_key` …
///
/// Kinds are free text, since providers log what they log; those that the tool itself makes are named here.
public struct ArtifactKind: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ rawValue: String) { self.rawValue = rawValue }

    public static func < (left: ArtifactKind, right: ArtifactKind) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    public static let payment = ArtifactKind("payment")
    public static let address = ArtifactKind("address")
    /// The /24 of an IPv4 address, the /64 of an IPv6 address.
    public static let network = ArtifactKind("network")
    public static let client = ArtifactKind("client")
    public static let promptKey = ArtifactKind("prompt_key")
    /// The frame of a sample's prompt, by its template id.
    public static let template = ArtifactKind("template")
    public static let emailDomain = ArtifactKind("email_domain")
    public static let emailHash = ArtifactKind("email_hash")
    public static let organisation = ArtifactKind("org_name")
    /// A one-hour bucket of account creation.
    public static let signUp = ArtifactKind("sign_up")
    /// A window in which many accounts used one prompt frame, beyond chance.
    public static let lockstep = ArtifactKind("lockstep")
}

/// A family of evidence. Within one, items depend on each other; across families, weights add.
public enum EvidenceFamily: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable,
    Comparable
{
    case means, infrastructure, client, language, time, identity

    public static func < (left: EvidenceFamily, right: EvidenceFamily) -> Bool { left.order < right.order }

    private var order: Int { EvidenceFamily.allCases.firstIndex(of: self) ?? 0 }
}

extension ArtifactKind {
    /// The family this kind of value bears evidence in. Kinds that nobody named here count as identity.
    public var family: EvidenceFamily {
        switch rawValue {
        case "payment", "phone_hash": .means
        case "address", "network": .infrastructure
        case "device", "client", "user_agent": .client
        case "prompt_key", "template": .language
        case "sign_up", "lockstep": .time
        default: byPrefix
        }
    }

    private var byPrefix: EvidenceFamily {
        if rawValue.hasPrefix("tls") { return .client }
        if rawValue.hasPrefix("device") { return .client }
        if rawValue.contains("net") || rawValue.hasPrefix("ip") { return .infrastructure }
        return .identity
    }
}

/// A value of a kind, exactly as it stands in evidence.
public struct Artifact: Hashable, Comparable, Sendable, Codable {
    public var kind: ArtifactKind
    public var value: ExactText

    public init(kind: ArtifactKind, value: ExactText) {
        self.kind = kind
        self.value = value
    }

    public static func < (left: Artifact, right: Artifact) -> Bool {
        left.kind == right.kind ? left.value < right.value : left.kind < right.kind
    }
}
