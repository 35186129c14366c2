public import Casework

/// A sort of trace that two accounts can be compared by, and the tables that would show it.
public struct ComparedStrand: Sendable {
    /// `device`, for "no … is known".
    public let name: String
    /// `devices`, for "each has … of its own".
    public let plural: String
    public let family: EvidenceFamily
    public let tables: [EvidenceTable]
    private let speaksFor: @Sendable (ArtifactKind) -> Bool

    private init(
        _ name: String, _ plural: String, _ family: EvidenceFamily, _ tables: [EvidenceTable],
        speaksFor: @escaping @Sendable (ArtifactKind) -> Bool
    ) {
        self.name = name
        self.plural = plural
        self.family = family
        self.tables = tables
        self.speaksFor = speaksFor
    }

    public func includes(_ kind: ArtifactKind) -> Bool { speaksFor(kind) }

    /// In the order of families. Each kind that can be evidence belongs to at most one.
    public static let all: [ComparedStrand] = [
        ComparedStrand("means of payment", "means of payment", .means, [.payments]) { $0 == .payment },
        ComparedStrand("telephone", "telephones", .means, [.attributes]) { $0.rawValue.hasPrefix("phone") },
        ComparedStrand("address", "addresses", .infrastructure, [.exchanges]) { $0 == .address },
        ComparedStrand("device", "devices", .client, [.attributes]) { $0.rawValue.hasPrefix("device") },
        ComparedStrand("client software", "client software", .client, [.exchanges]) {
            $0.family == .client && !$0.rawValue.hasPrefix("device")
        },
        ComparedStrand("prompt frame", "prompt frames", .language, [.exchanges, .samples]) {
            $0.family == .language
        },
        ComparedStrand("time of creation", "times of creation", .time, [.accounts]) { $0 == .signUp },
        ComparedStrand(
            "organisation, e-mail domain or metadata", "organisations, e-mail domains or metadata", .identity,
            [.accounts, .attributes]
        ) {
            $0.family == .identity
        },
    ]
}
